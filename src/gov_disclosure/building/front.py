"""Title, issuer and year, from what stands before section one."""

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import takewhile
from typing import NamedTuple

from gov_disclosure.building.own_title import Titles
from gov_disclosure.form.folding import fold
from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.form.vocabulary import any_of, terminals
from gov_disclosure.model.issues import Issue, issue
from gov_disclosure.parsing.title_words import FOUR_DIGITS, plain
from gov_disclosure.parsing.titles import (
    Title,
    announces_another,
    begins_links,
    is_link,
    titles_among,
)
from gov_disclosure.scanning.pieces import Piece

# So many lines of the front are read, from its beginning and before its end each.
_MOST_LINES = 80
_LONGEST_SEARCHED = 2000
_MOST_NAMED = 5
# In so many last lines a date or a name may stand.
_MOST_TAIL = 12
_NO_SPAN = (sys.maxsize, sys.maxsize)


class Front(NamedTuple):
    """What the lines before section one say of the whole report."""

    title: str | None
    issuer: str | None
    year: int | None
    end: int
    """Offset behind the title; 0 without one."""
    issues: tuple[Issue, ...]


def read_front(lines: Sequence[Piece], overview: Sequence[Piece], tail: Sequence[Piece]) -> Front:
    """Read the front from the lines before section one, the first of that section, and the last of the text."""
    if len(lines) > 2 * _MOST_LINES:
        lines = [*lines[:_MOST_LINES], *lines[-_MOST_LINES:]]
    found = [title for _, title in titles_among(lines)]
    own_lines = list(_of_report(lines, found))
    in_text = _year_of(_patterns().text, (*own_lines, *overview))
    stated = in_text if in_text is not None else _year_of_overview(overview, found)
    titles = Titles.among(found, stated)

    @cache
    def ending() -> Sequence[Piece]:
        return _before_links(tail)[-_MOST_TAIL:]

    @cache
    def said() -> str:
        return "\n".join(fold(piece.text) for piece in (*own_lines, *overview, *ending()))

    title = titles.own(lines, lambda name: fold(name) in said(), stated)
    if title is None and found:
        return _undecided(titles, stated)
    issues = [*_issues_of(title, in_text)]
    year = title.year if title and title.year is not None else in_text
    if year is None:
        year = _year_by_date((*own_lines, *ending()))
        issues.append(issue("D103") if year is None else issue("D105", year=year))
    if title is None:
        return Front(None, None, year, 0, tuple(issues))
    return Front(title.text, title.issuer, year, title.end, tuple(issues))


def _year_of_overview(overview: Sequence[Piece], found: Sequence[Title]) -> int | None:
    """The year of the first words of section one, or the first that it speaks of, if a title has it too."""
    titled = {title.year for title in found}
    texts = (FOUR_DIGITS.findall(plain(piece.text[:_LONGEST_SEARCHED])) for piece in overview)
    spoken_of = next((int(years[0]) for years in texts if years), None)
    year = _year_of(_patterns().overview, overview)
    if year is None and len(titled - {None}) == 1:
        year = spoken_of
    return year if year in titled else None


def _issues_of(title: Title | None, in_text: int | None) -> Iterator[Issue]:
    """What the title lacks, and where it does not agree with the text."""
    if title is None:
        yield issue("D101")
        return
    if title.issuer is None:
        yield issue("D102", raw=title.text)
    if None not in (title.year, in_text) and title.year != in_text:
        yield issue("D104", title_year=title.year, text_year=in_text)


def _undecided(titles: Titles, year: int | None) -> Front:
    """What is certain where nothing tells which of the titles is the report's own."""
    last = titles.found[-1]
    issues: list[Issue] = []
    if len(titles.issuers) > 1:
        issues.append(issue("D108", issuers="、".join(titles.issuers[:_MOST_NAMED])))
    if year is None and len(titles.years) > 1:
        issues.append(issue("D106", years="、".join(map(str, titles.years))))
    issuer = last.issuer if len(titles.issuers) == 1 else None
    return Front(None, issuer, year, last.end, tuple(issues or [issue("D101")]))


def _of_report(lines: Sequence[Piece], titles: Sequence[Title]) -> Iterator[Piece]:
    """The lines without titles and links, which may be those of other reports."""
    announced = False
    spans = iter(sorted((title.start, title.end) for title in titles))
    start, end = next(spans, _NO_SPAN)
    for line in lines:
        while line.start >= end:
            start, end = next(spans, _NO_SPAN)
        if start <= line.start and line.end > end:
            yield line.saying(line.text[end - line.start :])
        elif not (start <= line.start or announced or is_link(line)):
            yield line
        announced = announces_another(line)


def _before_links(tail: Sequence[Piece]) -> Sequence[Piece]:
    """The last lines of a report, without the links to others behind it."""
    start = min((title.start for _, title in titles_among(tail)), default=_NO_SPAN[0])
    return list(takewhile(lambda line: line.start < start and not begins_links(line), tail))


def _year_by_date(pieces: Sequence[Piece]) -> int | None:
    """The year before that of the only date that stands on a line of its own."""
    dated = _year_of(_patterns().date, pieces)
    return dated - 1 if dated is not None else None


class _Patterns(NamedTuple):
    text: tuple[re.Pattern[str], ...]
    overview: tuple[re.Pattern[str], ...]
    date: tuple[re.Pattern[str], ...]


@cache
def _patterns() -> _Patterns:
    words = {name: tuple(map(fold, wordings)) for name, wordings in terminals("front").items()}

    def any_dated(name: str) -> str:
        return "|".join(_dated(words[name]))

    return _Patterns(
        text=tuple(on_demand(any_dated(name)) for name in ("PERIOD", "INTRODUCTION_YEAR")),
        overview=(on_demand(f"^(?:{any_dated('OVERVIEW_YEAR')})"),),
        date=(on_demand(f"^(?:{any_dated('DATE_LINE')})"),),
    )


def _dated(wordings: Iterable[str]) -> Iterator[str]:
    """Wordings with YEAR in them as patterns; the year begins where no digit stands before it."""
    behind: dict[str, list[str]] = {}
    for wording in wordings:
        before, _, after = wording.partition("YEAR")
        behind.setdefault(before, []).append(after)
    for before, afters in behind.items():
        yield rf"{re.escape(before)}(?<![0-9])20[0-9]{{2}}(?:{any_of(afters)})"


def _year_of(patterns: Iterable[re.Pattern[str]], pieces: Sequence[Piece]) -> int | None:
    """The year that the first of the patterns finds which finds any; ``None`` where it finds several."""
    texts = [plain(piece.text[:_LONGEST_SEARCHED]) for piece in pieces]
    texts = [text for text in texts if FOUR_DIGITS.search(text)]
    for pattern in patterns:
        found = {FOUR_DIGITS.findall(match[0])[0] for text in texts for match in pattern.finditer(text)}
        if found:
            return int(found.pop()) if len(found) == 1 else None
    return None
