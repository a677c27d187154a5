"""Appendices: tables behind the last section, each below a caption that names it.

    六、其他需要报告的事项 … 附件1：主动公开政府信息情况统计表 …

They are those of their sections, if these have none and say nothing but where the tables are. A table without
such a caption, or with more words in it, may be another body's or year's, and stays where it is.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import takewhile
from typing import NamedTuple

from gov_disclosure.form.folding import fold
from gov_disclosure.form.lexicon import LONGEST_HEADING, heading_of
from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.form.vocabulary import any_of, terminals
from gov_disclosure.parsing.lexemes import PROSE, Lexeme
from gov_disclosure.parsing.sections import TABLES, is_table, stretches_of, tables_in

# Between a caption and its table the unit may stand, and its number on a line above.
_MOST_LINES = 4
_LAST_TABLE = max(TABLES)


def with_appendix_at_home(lexemes: Sequence[Lexeme]) -> Sequence[Lexeme]:
    """The lexemes, captioned tables of the last section moved to the ends of their own."""
    stretches = stretches_of(lexemes)
    last = max(stretches)
    if last < _LAST_TABLE or not _others_in(lexemes, stretches, last):
        return lexemes
    parted = [*lexemes[: stretches[last].start], *_with_captions_apart(lexemes[stretches[last].start :])]
    stretches = stretches_of(parted)
    moved = [
        _Captioned(table, _caption_of(parted, span, stretches[last].start, table), span)
        for table, span in _others_in(parted, stretches, last).items()
    ]
    are_ready = all(one.start and _is_awaited(parted, stretches, one) for one in moved)
    return _settled(parted, stretches, moved) if are_ready else lexemes


def _others_in(lexemes: Sequence[Lexeme], stretches: Mapping[int, range], last: int) -> Mapping[int, range]:
    """The tables of other sections in the last one."""
    found = tables_in(lexemes, stretches[last])
    return {table: span for table, span in found.items() if table != last}


def _with_captions_apart(lexemes: Sequence[Lexeme]) -> Iterator[Lexeme]:
    """The lexemes; captions that have come to the values before them, behind the last bar, are lines again."""
    for lexeme in lexemes:
        slots = lexeme.slots
        lines = list(takewhile(lambda slot: not slot.row and slot.reading.problem, reversed(slots)))[::-1]
        if not lines or len(lines) == len(slots) or not any(_is_caption(fold(line.text)) for line in lines):
            yield lexeme
            continue
        yield lexeme._replace(slots=slots[: -len(lines)])
        yield from (Lexeme(PROSE, (PROSE,), line, line.start, line.end) for line in lines)


class _Captioned(NamedTuple):
    table: int
    start: int
    """Where its caption begins; 0 without one."""
    span: range
    """From its first label to the next table's, or the end."""


def _is_awaited(lexemes: Sequence[Lexeme], stretches: Mapping[int, range], one: _Captioned) -> bool:
    """Whether a whole table stands there, and in its own section nothing but where it is."""
    home = stretches.get(one.table, range(0))
    return is_table([lexemes[at] for at in one.span], one.table) and _only_refers(lexemes, home)


def _settled(
    lexemes: Sequence[Lexeme], stretches: Mapping[int, range], moved: Sequence[_Captioned]
) -> Sequence[Lexeme]:
    """The lexemes, each table with its caption behind the last section that is not behind its own."""
    ends = [*(one.start for one in moved[1:]), moved[-1].span.stop]
    settled: list[Lexeme] = []
    at = 0
    for one, end in zip(moved, ends, strict=True):
        home = max(stretches[number].stop for number in stretches if number <= one.table)
        settled += [*lexemes[at:home], *lexemes[one.start : end]]
        at = home
    return [*settled, *lexemes[at : moved[0].start], *lexemes[moved[-1].span.stop :]]


def _caption_of(lexemes: Sequence[Lexeme], span: range, first: int, table: int) -> int:
    """Where the caption of a table begins; 0 without one."""
    start = 0
    for at in range(span.start - 1, max(first, span.start - _MOST_LINES) - 1, -1):
        lexeme = lexemes[at]
        if lexeme.kinds != (PROSE,) or lexeme.slots or len(lexeme.piece.text) > LONGEST_HEADING:
            break
        folded = fold(lexeme.piece.text)
        if _named_by(folded) == table or (start and _words().number.fullmatch(folded)):
            start = at
        elif start:
            break
    return start


def _is_caption(folded: str) -> bool:
    return bool(_named_by(folded) or _words().number.fullmatch(folded))


def _named_by(caption: str) -> int:
    """The number of the section in whose words a folded caption names its table; 0 for any other."""
    bare = _words().before.sub("", caption)
    for end in _words().ends:
        heading = heading_of(bare.removesuffix(end))
        if heading is not None and heading.sure and heading.length == len(bare.removesuffix(end)):
            return heading.number
    return 0


def _only_refers(lexemes: Sequence[Lexeme], stretch: range) -> bool:
    """Whether nothing stands in a section, or short lines that say where its table is."""
    return all(
        lexemes[at].kinds == (PROSE,)
        and len(lexemes[at].piece.text) <= LONGEST_HEADING
        and _words().appendix.search(fold(lexemes[at].piece.text))
        for at in stretch
    )


class _Words(NamedTuple):
    before: re.Pattern[str]
    """What stands before the words of a caption: 附件1:, 附表二, the year."""
    number: re.Pattern[str]
    """A line with nothing else."""
    appendix: re.Pattern[str]
    ends: tuple[str, ...]


@cache
def _words() -> _Words:
    words = terminals("explanations")
    appendix = any_of(words["APPENDIX"])
    number = rf"(?:{appendix})[一二三四五六七八九十0-9]{{0,2}}(?=20[0-9]{{2}}年|[^0-9]|$)[:、.]?"
    return _Words(
        before=on_demand(rf"^(?:{number})?(?:20[0-9]{{2}}年度?)?"),
        number=on_demand(number),
        appendix=on_demand(appendix),
        ends=("", *words["TABLE_NAME_END"]),
    )
