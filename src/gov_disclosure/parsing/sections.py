"""Tables and their sections: labels of the form in another section than their own.

A chart, a list or a comparison of years in the prose has words of the tables, and belongs to the prose. A whole
table elsewhere, with head and rows, is kept as one: it may be another report's.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from gov_disclosure.form.lexicon import HEADINGS
from gov_disclosure.parsing.lexemes import PROSE, Lexeme

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
_WIDE: Final[Mapping[int, int]] = {2: 100, 3: 7, 4: 15}
"""How many values a row has that no chart has; those of table two are short."""
_MORE_HEADS: Final[Mapping[int, tuple[str, ...]]] = {2: ("COLUMN_20", "ARTICLE_20"), 3: (), 4: ()}
_NUMBER: Final = {heading: number for number, heading in enumerate(HEADINGS, 1)}


def settle_labels(lexemes: Sequence[Lexeme]) -> Sequence[Lexeme]:
    """The lexemes, labels of a table that stand in another section made prose, if its own section has it."""
    places = [index for index, lexeme in enumerate(lexemes) if lexeme.kinds[0] in _NUMBER]
    if not places:
        return lexemes
    stretches = {
        _NUMBER[lexemes[start].kinds[0]] if start in places else 0: range(start, end)
        for start, end in pairwise(sorted({0, *places, len(lexemes)}))
    }
    settled = list(lexemes)
    for table in _ROWS:
        own = stretches.get(table, range(0))
        if not any(_is_row(lexemes[index], table) for index in own):
            continue
        for section, stretch in stretches.items():
            if section != table:
                for index in _strangers(lexemes, stretch, table, section):
                    settled[index] = lexemes[index]._replace(kinds=(PROSE,))
    return settled


def _strangers(lexemes: Sequence[Lexeme], stretch: range, table: int, section: int) -> Iterator[int]:
    """The labels of a table in a section that is not its own, if they are no table there."""
    found = [index for index in stretch if _is_of(lexemes[index], table)]
    if found and not _is_table([lexemes[index] for index in stretch], table):
        yield from (index for index in found if not _is_of(lexemes[index], section))


def _is_table(lexemes: Sequence[Lexeme], table: int) -> bool:
    """Whether a stretch holds a table: with a head, below its heading, or with all the columns of a row."""
    heads = any(_is_head(lexeme, table) for lexeme in lexemes)
    rows = any(_is_row(lexeme, table) for lexeme in lexemes)
    below = any(one.heading and one.heading.sure and one.heading.number == table for one in lexemes)
    wide = any(len(lexeme.slots) >= _WIDE[table] for lexeme in lexemes)
    return rows and (heads or below or wide)


def _is_of(lexeme: Lexeme, table: int) -> bool:
    return _is_row(lexeme, table) or _is_head(lexeme, table)


def _is_row(lexeme: Lexeme, table: int) -> bool:
    if table not in _ROWS or lexeme.kinds[0] in _NUMBER:
        return False
    return any(kind.startswith(_ROWS[table]) for kind in lexeme.kinds)


def _is_head(lexeme: Lexeme, table: int) -> bool:
    if table not in _HEADS:
        return False
    return any(kind in _HEADS[table] or kind.startswith(_MORE_HEADS[table]) for kind in lexeme.kinds)
