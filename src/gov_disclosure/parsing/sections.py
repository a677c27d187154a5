"""Tables and their sections: labels of the form in another section than their own.

A chart, a list or a comparison of years in the prose has words of the tables, and belongs to the prose. A whole
table elsewhere, with head and rows, is kept as one: it may be another report's.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Final

from gov_disclosure.form.explanations import names_another
from gov_disclosure.form.folding import fold
from gov_disclosure.form.lexicon import HEADINGS
from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.form.vocabulary import any_of, terminals
from gov_disclosure.parsing.lexemes import PROSE, Lexeme
from gov_disclosure.parsing.titles import titles_among

_HEADS: Final[Mapping[int, frozenset[str]]] = {
    2: frozenset({"INFORMATION"}),
    3: frozenset(
        {
            "BALANCE_NOTE",
            "APPLICANTS",
            "NATURAL_PERSON",
            "ORGANIZATIONS",
            "COMMERCIAL_ENTERPRISE",
            "RESEARCH_INSTITUTION",
            "PUBLIC_WELFARE_ORGANIZATION",
            "LEGAL_SERVICE_INSTITUTION",
            "OTHER_ORGANIZATION",
        }
    ),
    4: frozenset({"UPHELD", "RECTIFIED", "PENDING"}),
}
"""Labels that stand in the head of a table."""
_ROWS: Final[Mapping[int, tuple[str, ...]]] = {
    2: ("PROACTIVE_",),
    3: ("REQUESTS_",),
    4: ("RECONSIDERATION", "LITIGATION"),
}
"""How the labels of rows begin, or in table four those of its parts."""
TABLES: Final = tuple(_ROWS)
"""The numbers of the sections with a table."""
_WIDE: Final[Mapping[int, int]] = {2: 100, 3: 7, 4: 15}
"""How many values a row has that no chart has; those of table two are short."""
_MORE_HEADS: Final[Mapping[int, tuple[str, ...]]] = {2: ("COLUMN_20", "ARTICLE_20"), 3: (), 4: ()}
_LAST: Final = max(TABLES)
_STOPS = ("。", "！", "；")
_NUMBER_IN = re.compile("[0-9]")
# A day; a year alone may be said of what follows: 2022年的数字如下.
_DATE = on_demand("(20[0-9]{2})年[0-9]{1,2}月[0-9]{1,2}日")
_AS_ROW, _AS_HEAD = 0, 1
_OF_NONE: Final[tuple[frozenset[int], frozenset[int]]] = (frozenset(), frozenset())
_NUMBER: Final = {heading: number for number, heading in enumerate(HEADINGS, 1)}


def settle_labels(lexemes: Sequence[Lexeme]) -> Sequence[Lexeme]:
    """The lexemes, each table in its own section, and labels elsewhere made prose."""
    stretches = stretches_of(lexemes)
    if not any(_has_strangers(lexemes, section, stretch) for section, stretch in stretches.items()):
        return lexemes
    return _without_charts(_with_tables_at_home(lexemes, stretches))


def _has_strangers(lexemes: Sequence[Lexeme], section: int, stretch: range) -> bool:
    """Whether a label of tables stands in a section that has none of these."""
    kinds = {lexeme.kinds for lexeme in lexemes[stretch.start : stretch.stop]}
    return any(section not in tables for own in kinds if (tables := _all_tables_of(own)))


def _with_tables_at_home(lexemes: Sequence[Lexeme], stretches: Mapping[int, range]) -> Sequence[Lexeme]:
    """The lexemes, whole tables that stand behind the last of their headings, or of all, in their own sections.

    Tools print the text of a page, or all paragraphs of a document, and then its tables.
    """
    last = max((table for table in _ROWS if table in stretches), default=0)
    spans = tables_in(lexemes, stretches[last]) if last else {}
    if last and not spans and max(stretches) > last:
        last = max(stretches)
        spans = _tables_at_end(lexemes, stretches[last])
    moved = [table for table in spans if table != last]
    homes = [stretches[table] for table in moved if table in stretches]
    # What is written in a section, or before the tables, may say that there are none, or whose they are.
    before = lexemes[stretches[last].start : spans[moved[0]].start] if moved else ()
    said = any(homes) or (before and (last in _ROWS or not _is_sentence(before[-1], lexemes, stretches)))
    if not moved or len(homes) < len(moved) or said:
        return lexemes
    settled: list[Lexeme] = []
    at = 0
    for table, home in zip(moved, homes, strict=True):
        span = spans[table]
        settled += [*lexemes[at : home.stop], *lexemes[span.start : span.stop]]
        at = home.stop
    first, behind = spans[moved[0]].start, spans[moved[-1]].stop
    return [*settled, *lexemes[at:first], *lexemes[behind:]]


def _tables_at_end(lexemes: Sequence[Lexeme], stretch: range) -> Mapping[int, range]:
    """All tables of the form at the end of a stretch, whole and in order."""
    spans = tables_in(lexemes, stretch)
    whole = list(spans) == list(TABLES) and is_table([lexemes[at] for at in spans[_LAST]], _LAST)
    return spans if whole else {}


def _is_sentence(lexeme: Lexeme, lexemes: Sequence[Lexeme], stretches: Mapping[int, range]) -> bool:
    """Whether a line is a sentence of the prose, and says nothing of tables or of another year."""
    text = lexeme.piece.text.strip()
    folded = _table_holds().sub("", fold(text))
    if lexeme.kinds != (PROSE,) or lexeme.slots or not text.endswith(_STOPS):
        return False
    if names_another(folded) or _appendix().search(folded):
        return False
    return not _NUMBER_IN.search(folded) or _has_own_dates_only(folded, lexemes, stretches)


def _has_own_dates_only(folded: str, lexemes: Sequence[Lexeme], stretches: Mapping[int, range]) -> bool:
    """Whether all numbers of a text are of days in the year of the report: 统计期限到2023年12月31日."""
    front = [lexemes[at].piece for at in stretches[0]]
    years = {title.year for _, title in titles_among(front)}
    without = _DATE.sub(lambda date: "" if {int(date[1])} == years else date[0], folded)
    return not _NUMBER_IN.search(without)


@cache
def _appendix() -> re.Pattern[str]:
    return on_demand(any_of(terminals("explanations")["APPENDIX"]))


@cache
def _table_holds() -> re.Pattern[str]:
    return on_demand(any_of(terminals("explanations")["TABLE_HOLDS"]))


def stretches_of(lexemes: Sequence[Lexeme]) -> Mapping[int, range]:
    """Where the lexemes behind each heading stand, by its number; 0 before the first one."""
    places = [index for index, lexeme in enumerate(lexemes) if lexeme.type in _NUMBER]
    starts = [0, *(place + 1 for place in places)]
    numbers = [0, *(_NUMBER[lexemes[place].type] for place in places)]
    ends = [*places, len(lexemes)]
    return {number: range(start, end) for number, start, end in zip(numbers, starts, ends, strict=True)}


def tables_in(lexemes: Sequence[Lexeme], stretch: range) -> Mapping[int, range]:
    """The tables of a stretch, each whole, one behind the other in their order; none if they are not so."""
    named = _named_in(lexemes, stretch)
    starts = {table: at for at, table in reversed(named)}
    order = sorted(starts)
    if not named or [table for _, table in named] != sorted(table for _, table in named):
        return {}
    ends = [*(starts[table] for table in order[1:]), stretch.stop]
    spans = {table: range(starts[table], end) for table, end in zip(order, ends, strict=True)}
    # The last one stands in its own section.
    whole = all(is_table([lexemes[at] for at in spans[table]], table) for table in order[:-1])
    return spans if whole else {}


def _named_in(lexemes: Sequence[Lexeme], stretch: range) -> Sequence[tuple[int, int]]:
    """The places of the labels of one table alone, and which."""
    found: list[tuple[int, int]] = []
    for at in stretch:
        tables = _all_tables_of(lexemes[at].kinds)
        if len(tables) == 1:
            found += ((at, table) for table in tables)
    return found


def _without_charts(lexemes: Sequence[Lexeme]) -> Sequence[Lexeme]:
    """The lexemes, labels of a table that stand in another section made prose, if its own section has it."""
    stretches = stretches_of(lexemes)
    if len(stretches) == 1:
        return lexemes
    tables = [_tables_of(one.kinds) if len(one.kinds) > 1 and not one.slots else _OF_NONE for one in lexemes]
    present = {
        section: {table for index in stretch for table in tables[index][_AS_ROW]}
        for section, stretch in stretches.items()
    }
    settled: list[Lexeme] | None = None
    for section, stretch in stretches.items():
        for table in _ROWS:
            if table == section or table not in present.get(table, ()):
                continue
            found = [index for index in stretch if any(table in part for part in tables[index])]
            if not found or is_table([lexemes[index] for index in stretch], table):
                continue
            settled = settled or list(lexemes)
            for index in found:
                if not any(section in part for part in tables[index]):
                    settled[index] = lexemes[index].of_kinds(PROSE)
    return settled or lexemes


def is_table(lexemes: Sequence[Lexeme], table: int) -> bool:
    """Whether a stretch holds a table: with a head, below its heading, or with all the columns of a row."""
    tables = [_tables_of(lexeme.kinds) for lexeme in lexemes]
    heads = any(table in part[_AS_HEAD] for part in tables)
    rows = any(table in part[_AS_ROW] for part in tables)
    below = any(one.heading and one.heading.sure and one.heading.number == table for one in lexemes)
    wide = any(len(lexeme.slots) >= _WIDE[table] for lexeme in lexemes)
    return rows and (heads or below or wide)


@lru_cache(maxsize=1024)
def _all_tables_of(kinds: tuple[str, ...]) -> frozenset[int]:
    """The tables that have a text of some kinds as a label."""
    rows, heads = _tables_of(kinds)
    return rows | heads


@lru_cache(maxsize=1024)
def _tables_of(kinds: tuple[str, ...]) -> tuple[frozenset[int], frozenset[int]]:
    """The tables that a text of some kinds is the label of a row of, and those of whose head it is."""
    if kinds[0] in _NUMBER:
        return _OF_NONE
    rows = {table for table, begins in _ROWS.items() if any(kind.startswith(begins) for kind in kinds)}
    heads = {
        table
        for table, names in _HEADS.items()
        if any(kind in names or kind.startswith(_MORE_HEADS[table]) for kind in kinds)
    }
    return frozenset(rows), frozenset(heads)
