"""A report printed for a person: its tables as the form has them, then its issues."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich import box
from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from gov_disclosure.form.fields import Field, State, rows
from gov_disclosure.form.labels import column_label, row_path, table_label
from gov_disclosure.model.followed import followed_rows
from gov_disclosure.model.issues import Issue, Level
from gov_disclosure.model.messages import Language
from gov_disclosure.model.report import Cell, Report
from gov_disclosure.model.shown import visible

# Characters; a Chinese one takes two columns. So table three, the widest, fits into 80.
_LABEL_WIDTH = 34
_HEAD_WIDTH = 3
_INDENT = 1
_MOST_WHOLE_HEADS = 5

_MARKS: Mapping[State, Mapping[Language, str]] = {
    State.BLANK: {"zh": "空", "en": "blank"},
    State.NOT_APPLICABLE: {"zh": "/", "en": "/"},
    State.MISSING: {"zh": "缺", "en": "missing"},
    State.UNREADABLE: {"zh": "不明", "en": "unclear"},
}
_STYLES: Mapping[State, str] = {
    State.REPORTED: "",
    State.BLANK: "dim",
    State.NOT_APPLICABLE: "dim",
    State.MISSING: "bold red",
    State.UNREADABLE: "bold yellow",
}
_LEGEND: Mapping[Language, str] = {
    "zh": "空＝单元格空白　/＝填写“不适用”标记　缺＝原文没有该单元格　不明＝有内容但无法确定数值",
    "en": "blank: empty cell · /: marked as not applicable · missing: no such cell in the source · "
    "unclear: something is written, but no certain number",
}
_ISSUES: Mapping[Language, str] = {"zh": "问题", "en": "Issues"}
_NONE: Mapping[Language, str] = {"zh": "（无）", "en": "(none)"}
_EDITION: Mapping[Language, str] = {"zh": "表格版本", "en": "edition of the form"}
_LEVEL_STYLES: Mapping[Level, str] = {Level.ERROR: "bold red", Level.WARNING: "yellow", Level.INFO: "dim"}


def show(report: Report, console: Console, lang: Language, *, all_issues: bool = False) -> None:
    """Print a report."""
    console.rule(escape(visible(report.title or report.source or _NONE[lang])))
    facts = [report.issuer, str(report.year) if report.year else None, report.source]
    console.print(escape(visible(" · ".join(fact for fact in facts if fact))))
    console.print(f"{_EDITION[lang]}: {report.edition or _NONE[lang]}")
    for heading, tables in _tables(report, lang):
        console.print(f"\n{heading}")
        for table in tables:
            console.print(table)
    console.print(_LEGEND[lang], style="dim")
    _print_issues(report.issues, console, lang, all_issues)


def _tables(report: Report, lang: Language) -> Iterator[tuple[str, list[Table]]]:
    """Each table of the form: its heading, and a block for each set of columns."""
    by_table: dict[str, dict[tuple[str, ...], dict[str, Sequence[Field]]]] = {}
    for row, edition in followed_rows(report):
        cells = rows(edition)[row]
        columns = tuple(column_label(cell, edition) for cell in cells)
        by_table.setdefault(cells[0].table, {}).setdefault(columns, {})[row] = cells
    for table, blocks in by_table.items():
        yield table_label(table), [_table(*block, report, lang) for block in blocks.items()]


def _table(
    columns: Sequence[str], block: Mapping[str, Sequence[Field]], report: Report, lang: Language
) -> Table:
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0))
    table.add_column("", max_width=_LABEL_WIDTH, overflow="fold")
    for column in columns:
        # Only headings are broken over lines; a number never is.
        head = _broken(column) if len(columns) > _MOST_WHOLE_HEADS else column
        table.add_column(head, justify="right", no_wrap=True)
    above: tuple[str, ...] = ()
    for row, cells in block.items():
        *groups, label = row_path(row, report.edition)
        for depth, group in enumerate(groups):
            if above[depth : depth + 1] != (group,):
                table.add_row(_indented(group, depth), style="dim")
        above = (*groups,)
        values = [_value(report.cells.get(cell.id), lang) for cell in cells]
        table.add_row(_indented(label, len(groups)), *values)
    return table


def _indented(label: str, depth: int) -> Padding:
    """A label that stands in so many groups, all of its lines moved in."""
    return Padding(label, (0, 0, 0, _INDENT * depth))


def _broken(head: str) -> str:
    """A heading on lines of equal length."""
    lines = -(-len(head) // _HEAD_WIDTH)
    width = -(-len(head) // lines)
    return "\n".join(head[at : at + width] for at in range(0, len(head), width))


def _value(cell: Cell | None, lang: Language) -> Text:
    if cell is None:
        return Text(_MARKS[State.MISSING][lang], style=_STYLES[State.MISSING])
    if cell.value is None:
        return Text(_MARKS[cell.state][lang], style=_STYLES[cell.state])
    return Text(f"{cell.value}{visible(cell.unit or '')}")


def _print_issues(issues: Iterable[Issue], console: Console, lang: Language, all_issues: bool) -> None:
    listed = [found for found in issues if all_issues or found.level is not Level.INFO]
    console.print(f"{_ISSUES[lang]}: {len(listed) or _NONE[lang]}")
    for found in listed:
        words = visible(found.message.said_in(lang))
        place = f" {found.location.said.said_in(lang)}" if found.location else ""
        console.print(Text(f"  {found.code}{place} {words}", style=_LEVEL_STYLES[found.level]))
