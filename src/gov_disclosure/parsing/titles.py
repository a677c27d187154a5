"""Titles: lines that name a report, with its issuer and its year."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gov_disclosure.form.folding import fold, visible
from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.form.values import BLANK
from gov_disclosure.parsing.title_words import (
    ENTRY,
    FOUR_DIGITS,
    LONGEST_SEARCHED,
    LONGEST_TITLE,
    SENTENCE,
    has_ending,
    named_by,
    plain,
    title_patterns,
    without_brackets,
)
from gov_disclosure.parsing.words import words_of
from gov_disclosure.scanning.pieces import Piece

_LONGEST_ISSUER = 40
# A title is broken over few lines or cells; empty cells may stand between.
_MOST_ABOVE = 3
_MOST_PASSED = 12
# "发布机构:" on a line or in a cell of its own.
_LABEL = on_demand(r"[^:]{1,8}:")
_LINK = re.compile(r"\]\(|<a\b[^<>]{0,300}\bhref\b", re.IGNORECASE)


class Title(NamedTuple):
    """What a title says."""

    text: str
    issuer: str | None
    year: int | None
    start: int
    end: int
    """Offsets in the source."""

    @property
    def completeness(self) -> int:
        """How much it says: who more than when."""
        return (self.issuer is not None) * 2 + (self.year is not None)


def titles_among(lines: Sequence[Piece]) -> list[tuple[int, Title]]:
    """Every title among the lines, each put together from a few, with the number of the line that ends it."""
    ends = [
        index
        for index, line in enumerate(lines)
        if line.reading.problem and words_of(line.text[:LONGEST_SEARCHED]).title
    ]
    found = ((index, _title_at(lines, index)) for index in ends)
    return [(index, title) for index, title in found if title is not None]


def _title_at(lines: Sequence[Piece], index: int) -> Title | None:
    """The title that ends with a line, if one does; a year in brackets on the next line is part of it."""
    line = lines[index]
    last = words_of(line.text[:LONGEST_SEARCHED]).title
    parts = [line if last == line.text else line.saying(last)]
    title = _title(parts)
    above = list(_above(lines, index))
    for opening, before in zip(above, [*above[1:], None], strict=False):
        if title is not None and title.issuer is not None and not _lacks_its_year(title.issuer, opening):
            break
        if len(parts) > _MOST_ABOVE or not _opens_title(opening, before, title):
            break
        parts.insert(0, opening)
        title = _title(parts) or title
    if title is None or _LINK.search(last) or _is_announced(parts[0], lines, index):
        return None
    return _with_year_below(title, lines, index) if title.year is None else title


def may_end_title(piece: Piece) -> bool:
    """Whether a line has the last words of a title in it; nearly none has."""
    return has_ending(piece.text[:LONGEST_SEARCHED])


def is_link(line: Piece) -> bool:
    """Whether a line is a link or an entry of a list, or is named like a report of more than one year."""
    text = line.text[:LONGEST_SEARCHED]
    folded = plain(text)
    if ENTRY.match(folded) or _LINK.search(text) or title_patterns().neighbour.match(folded):
        return True
    several = len(set(FOUR_DIGITS.findall(folded))) > 1
    return several and without_brackets(folded)[0].endswith(tuple(title_patterns().ends))


def announces_another(line: Piece) -> bool:
    """Whether a line says that what stands below it is another report: the one before or behind on its page."""
    return (
        len(line.text) <= _LONGEST_ISSUER and title_patterns().neighbour.fullmatch(plain(line.text)) is not None
    )


def is_detail(line: Piece) -> bool:
    """Whether a line says when a page was published, or by whom."""
    return plain(line.text[:LONGEST_SEARCHED]).lstrip("[(【").startswith(title_patterns().details)


def begins_links(line: Piece) -> bool:
    """Whether a line names the report before or behind on its page, or announces it."""
    return title_patterns().neighbour.match(plain(line.text[:LONGEST_SEARCHED])) is not None


def _above(lines: Sequence[Piece], index: int) -> Iterator[Piece]:
    """The lines and cells above one, the nearest first; empty cells are passed over."""
    around = range(index - 1, max(index - 1 - _MOST_PASSED, -1), -1)
    return (lines[at] for at in around if lines[at].reading is not BLANK)


def _is_announced(first: Piece, lines: Sequence[Piece], index: int) -> bool:
    """Whether the line above the first of a title says that it is another report's."""
    above = next((line for line in _above(lines, index) if line.start < first.start), None)
    return above is not None and announces_another(above)


def _with_year_below(title: Title, lines: Sequence[Piece], index: int) -> Title:
    """The title with the year that stands alone on the next line: "（2022年度）"."""
    around = range(index + 1, min(index + 1 + _MOST_PASSED, len(lines)))
    below = next((lines[at] for at in around if lines[at].reading is not BLANK), None)
    if below is None or len(below.text) > LONGEST_TITLE:
        return title
    year = title_patterns().year_below.fullmatch(plain(below.text))
    if year is None:
        return title
    text = title.text + visible(below.text)
    return title._replace(text=text, year=int(FOUR_DIGITS.findall(year[0])[0]), end=below.end)


def _length(piece: Piece) -> int:
    """How long a line is without white space, and the tags of a page in it."""
    text = piece.text
    return len(visible(text)) if len(text) < LONGEST_SEARCHED else len(text)


def _lacks_its_year(issuer: str, opening: Piece) -> bool:
    """Whether a year has been cut before its last word: "2022 | 年柳湾镇政府信息公开…"."""
    cut = issuer.startswith(title_patterns().year_words)
    return cut and FOUR_DIGITS.fullmatch(plain(opening.text.strip())) is not None


def _opens_title(piece: Piece, before: Piece | None, title: Title | None) -> bool:
    """Whether a line can be the beginning of the title that ends below it.

    Above a whole title without an issuer only that can stand, unless a label before says whose name it is,
    or its year; above the end of one, any short line that is no value.
    """
    folded = plain(piece.text[:LONGEST_SEARCHED])
    patterns = title_patterns()
    if not piece.reading.problem and not patterns.year_alone.fullmatch(folded):
        return False
    if _length(piece) > _LONGEST_ISSUER or SENTENCE.search(folded) or ENTRY.match(folded):
        return False
    if folded.startswith(patterns.details):
        return False
    if title is None or FOUR_DIGITS.fullmatch(folded):
        return True
    if patterns.year_alone.fullmatch(folded):
        return title.year is None
    labelled = before is not None and _LABEL.fullmatch(fold(before.text[:_LONGEST_ISSUER]))
    return not labelled and patterns.issuer_line.search(folded) is not None


def _title(pieces: Sequence[Piece]) -> Title | None:
    """The title that the lines make together, if they end like one."""
    said = named_by("".join(piece.text for piece in pieces))
    return Title(*said, pieces[0].start, pieces[-1].end) if said else None
