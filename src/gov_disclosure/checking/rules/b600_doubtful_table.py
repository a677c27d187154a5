"""B600: where nearly every sum of a table fails, the table as a whole is doubtful, before any single cell."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from gov_disclosure.checking.examined import Examined
from gov_disclosure.checking.examples import SOUND, Example
from gov_disclosure.checking.findings import Finding
from gov_disclosure.checking.rule import Rule
from gov_disclosure.checking.verdicts import Verdict
from gov_disclosure.checking.words import FORM
from gov_disclosure.form.fields import fields_by_id
from gov_disclosure.form.labels import column_label, table_label
from gov_disclosure.model.messages import Level, Message
from gov_disclosure.model.outcome import Outcome

# Table four has three sums. A wrong cell or two fail fewer.
_FEWEST: Final = 3
_NEARLY_ALL: Final = 0.75
_ROWS: Final = ("B603", "B604")
"""The sums of rows, whose last cell is the total."""

_DOUBTFUL: Final = Message(
    "“{table}”整体存疑：有数的{telling}{which}中有{failing}{which}的合计不成立，请先核对整张表，再看其中各项。{why}。",
    "{table} is doubtful as a whole: of {telling} {which} that have figures {failing} do not add up; look at "
    "the whole table before its single cells. {why}.",
)
_OF_ROWS: Final = Message("行", "rows")
_OF_COLUMNS: Final = Message("列", "columns")
_ROW_LOST: Final = Message("可能缺行、多行或错行", "A row may be lacking, foreign or shifted")
_NOT_FILLED: Final = Message(
    "这些行的总计有{rows}/{all}行为0，总计可能没有填写",
    "In {rows} of {all} of these rows the total is 0: the totals may not have been filled in",
)
_SHIFTED: Final = Message(
    "有{rows}/{all}行的“{column}”等于其余各列之和，各列可能错位",
    "In {rows} of {all} of these rows {column} is the sum of the others: the columns may be shifted",
)
_FOREIGN: Final = Message(
    "没有哪一列等于其余各列之和，可能多出或缺少一列，或者填写的是别的数据",
    "No column is the sum of the others: a column may be foreign or lacking, or these may be other figures",
)


def _doubtful(examined: Examined, rule: Rule) -> Iterator[Finding]:
    for (table, of_rows), verdicts in groupby(examined.verdicts, key=_kind):
        telling = [verdict for verdict in verdicts if verdict.left or verdict.right]
        failing = [verdict for verdict in telling if verdict.outcome is Outcome.FAILS]
        with_figures, wrong = _count(telling), _count(failing)
        if wrong < max(_FEWEST, _NEARLY_ALL * with_figures):
            continue
        facts = {
            "table": table_label(table),
            "which": _OF_ROWS if of_rows else _OF_COLUMNS,
            "telling": with_figures,
            "failing": wrong,
            "why": _reason(examined, failing) if of_rows else _ROW_LOST,
        }
        cells = dict.fromkeys(id for verdict in failing for id in verdict.identity.cells)
        name = f"{table}.{'rows' if of_rows else 'columns'}"
        yield rule.finding(examined, name, Outcome.FAILS, _DOUBTFUL.fill(facts), cells)


def _kind(verdict: Verdict) -> tuple[str, bool]:
    """The table of a sum, and whether it is one of a row."""
    return fields_by_id()[verdict.identity.right[0]].table, verdict.identity.code in _ROWS


def _count(verdicts: Sequence[Verdict]) -> int:
    """How many rows or columns they are sums of: two of them are of one column."""
    return len({verdict.identity.id.partition(".")[2] for verdict in verdicts})


def _reason(examined: Examined, failing: Sequence[Verdict]) -> Message:
    """What the rows that fail have in common."""
    rows = [verdict.identity.cells for verdict in failing]
    figures = [[int(examined.report.cells[id].value or 0) for id in row] for row in rows]
    enough = max(_FEWEST, _NEARLY_ALL * len(rows))
    zeros = sum(not row[-1] for row in figures)
    if zeros >= enough:
        return _NOT_FILLED.fill({"rows": zeros, "all": len(rows)})
    for place, id in enumerate(rows[0]):
        sums = sum(2 * row[place] == sum(row) for row in figures)
        if sums >= enough:
            column = column_label(fields_by_id()[id], examined.edition)
            return _SHIFTED.fill({"rows": sums, "all": len(rows), "column": column})
    return _FOREIGN


RULE = Rule(
    code="B600",
    level=Level.ERROR,
    summary=Message(
        "一张表的合计几乎都不成立时，先指出整张表存疑",
        "where nearly every sum of a table fails, the table as a whole is doubtful",
    ),
    source=FORM,
    example=Example(figures={id: 0 for id in SOUND if id.startswith("requests.") and id.endswith(".total")}),
    run=_doubtful,
)
