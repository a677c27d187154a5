"""Title, issuer and year, from what stands before section one."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from attrs import frozen

from gov_disclosure.form.folding import fold
from gov_disclosure.form.vocabulary import terminals
from gov_disclosure.model.issues import Issue, issue
from gov_disclosure.parsing.titles import FOUR_DIGITS, Title, plain, titles_among
from gov_disclosure.scanning.pieces import Piece

_MOST_LINES = 80
_LONGEST_SEARCHED = 2000


@frozen
class Front:
    """What the lines before section one say of the whole report."""

    title: str | None
    issuer: str | None
    year: int | None
    end: int
    """Offset behind the title; 0 without one."""
    issues: tuple[Issue, ...]


def read_front(lines: Sequence[Piece], overview: Sequence[Piece], tail: Sequence[Piece]) -> Front:
    """Read the front from the lines before section one, the first of that section, and the last of the text."""
    lines = lines[:_MOST_LINES]
    found = titles_among(lines)
    in_text = _year_of(_patterns().text, (*lines, *overview))
    title = _best(found, in_text)
    issues: list[Issue] = []
    if title is None:
        issues.append(issue("D101"))
    elif title.issuer is None:
        issues.append(issue("D102", raw=title.text))
    year = title.year if title else None
    if year is not None and in_text is not None and year != in_text:
        issues.append(issue("D104", title_year=year, text_year=in_text))
    years = {candidate.year for candidate in found if candidate.year is not None}
    if year is not None and in_text is None and len(years) > 1:
        # Titles of several reports, a list of links beside this one's: nothing tells which is its own.
        issues.append(issue("D106", years="、".join(map(str, sorted(years)))))
        year = None
    elif year is None:
        year = in_text if in_text is not None else _year_by_date((*lines, *tail))
        if year is None:
            issues.append(issue("D103"))
        elif in_text is None:
            issues.append(issue("D105", year=year))
    if title is None:
        return Front(None, None, year, 0, tuple(issues))
    return Front(title.text, title.issuer, year, title.end, tuple(issues))


def _best(found: Sequence[Title], in_text: int | None) -> Title | None:
    """A page's title and the document's often both stand there: the more complete one, the later of equals.

    Of titles of several years that of the year which the text states.
    """
    of_year = [title for title in found if title.year == in_text] if in_text is not None else []
    return max(reversed(of_year or found), key=lambda title: title.completeness, default=None)


def _year_by_date(pieces: Sequence[Piece]) -> int | None:
    """The year before that of the only date that stands on a line of its own."""
    dated = _year_of(_patterns().date, pieces)
    return dated - 1 if dated is not None else None


@frozen
class _Patterns:
    text: tuple[re.Pattern[str], ...]
    date: tuple[re.Pattern[str], ...]


@cache
def _patterns() -> _Patterns:
    words = {name: tuple(map(fold, wordings)) for name, wordings in terminals("front").items()}
    return _Patterns(
        text=tuple(
            re.compile("|".join(_dated(word) for word in words[name]))
            for name in ("PERIOD", "INTRODUCTION_YEAR")
        ),
        date=(re.compile("^(?:" + "|".join(_dated(word) for word in words["DATE_LINE"]) + ")"),),
    )


def _dated(word: str) -> str:
    """A wording with YEAR in it as a pattern; the year begins where no digit stands before it."""
    return re.escape(word).replace("YEAR", "(?<![0-9])20[0-9]{2}")


def _year_of(patterns: Iterable[re.Pattern[str]], pieces: Sequence[Piece]) -> int | None:
    """The year that the first of the patterns finds which finds any; ``None`` where it finds several."""
    texts = [plain(piece.text[:_LONGEST_SEARCHED]) for piece in pieces]
    texts = [text for text in texts if FOUR_DIGITS.search(text)]
    for pattern in patterns:
        found = {FOUR_DIGITS.findall(match[0])[0] for text in texts for match in pattern.finditer(text)}
        if found:
            return int(found.pop()) if len(found) == 1 else None
    return None
