"""Title, issuer and year, from what stands before section one."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from attrs import frozen

from gov_disclosure.fold import fold, without_marks
from gov_disclosure.issues import Issue, issue
from gov_disclosure.scan import Piece
from gov_disclosure.vocabulary import terminals

_LONGEST_TITLE = 90
_LONGEST_ISSUER = 40
_MOST_LINES = 80
_SENTENCE = re.compile("[。；;：:，,！？>|]")
_BRACKETED = re.compile(r"\([^()]*\)$")
_OPENING_YEAR = re.compile(r"^[\[【(]20[0-9]{2}[\])】]")


@frozen
class Front:
    """What the lines before section one say of the whole report."""

    title: str | None
    issuer: str | None
    year: int | None
    end: int
    """Offset behind the title; 0 without one."""
    issues: tuple[Issue, ...]


@frozen
class _Title:
    text: str
    issuer: str | None
    year: int | None
    end: int

    @property
    def completeness(self) -> int:
        return (self.issuer is not None) * 2 + (self.year is not None)


def read_front(lines: Sequence[Piece], overview: Sequence[Piece], tail: Sequence[Piece]) -> Front:
    """Read the front from the lines before section one, the first of that section, and the last of the text."""
    found = _titles(lines[:_MOST_LINES])
    # A page's title and the document's often both stand there: the more complete one, the later of equals.
    title = max(reversed(found), key=lambda candidate: candidate.completeness, default=None)
    in_text = _year_of(_patterns().text, (*lines[:_MOST_LINES], *overview))
    year = title.year if title else None
    issues: list[Issue] = []
    if title is None:
        issues.append(issue("D101"))
    elif title.issuer is None:
        issues.append(issue("D102", raw=title.text))
    if year is not None and in_text is not None and year != in_text:
        issues.append(issue("D104", title_year=year, text_year=in_text))
    year = year if year is not None else in_text
    if year is None:
        dated = _year_of(_patterns().date, (*lines[:_MOST_LINES], *tail))
        year = dated - 1 if dated is not None else None
        issues.append(issue("D103") if year is None else issue("D105", year=year))
    if title is None:
        return Front(None, None, year, 0, tuple(issues))
    return Front(title.text, title.issuer, year, title.end, tuple(issues))


@frozen
class _Patterns:
    title: re.Pattern[str]
    issuer_line: re.Pattern[str]
    text: tuple[re.Pattern[str], ...]
    date: tuple[re.Pattern[str], ...]


@cache
def _patterns() -> _Patterns:
    words = {name: tuple(map(fold, wordings)) for name, wordings in terminals("front").items()}

    def any_of(name: str) -> str:
        return "|".join(re.escape(word) for word in sorted(words[name], key=len, reverse=True))

    def with_year(name: str) -> str:
        return any_of(name).replace("YEAR", "20[0-9]{2}")

    ends = sorted(words["TITLE_END"], key=len, reverse=True)
    split_ends = "|".join(
        f"{re.escape(end[:cut])}(?:{with_year('TITLE_YEAR')}){re.escape(end[cut:])}"
        for end in ends
        for cut in (end.find("年度"), end.find("报告"))
        if cut > 0
    )
    return _Patterns(
        title=re.compile(
            rf"^(?:{any_of('TITLE_OPENING')})?(?P<before>(?:{with_year('TITLE_YEAR')})?)(?P<issuer>.*?)"
            rf"(?:{any_of('TITLE_OPENING')})?(?P<after>(?:{with_year('TITLE_YEAR')})?)"
            rf"(?<!{any_of('ISSUER_STEM')})(?P<end>{split_ends}|{any_of('TITLE_END')})$"
        ),
        issuer_line=re.compile(rf"(?:{any_of('ISSUER_END')})(?:\([^()]*\))?(?:{with_year('TITLE_YEAR')})?$"),
        text=tuple(
            re.compile("|".join(_dated(word) for word in words[name]))
            for name in ("PERIOD", "INTRODUCTION_YEAR")
        ),
        date=(re.compile("^(?:" + "|".join(_dated(word) for word in words["DATE_LINE"]) + ")"),),
    )


def _dated(word: str) -> str:
    """A wording with YEAR in it as a pattern; the year begins where no digit stands before it."""
    return re.escape(word).replace("YEAR", "(?<![0-9])20[0-9]{2}")


_FOUR_DIGITS = re.compile("20[0-9]{2}")


def _year_of(patterns: Iterable[re.Pattern[str]], pieces: Sequence[Piece]) -> int | None:
    """The first year that one of the patterns finds, the patterns in order of weight."""
    texts = [fold(piece.text[:2000]) for piece in pieces]
    for pattern in patterns:
        for text in texts:
            if match := pattern.search(text):
                year = _FOUR_DIGITS.search(match[0])
                return int(year[0]) if year else None
    return None


def _titles(lines: Sequence[Piece]) -> list[_Title]:
    """Every title among the lines, each put together from up to three."""
    found: list[_Title] = []
    for index, piece in enumerate(lines):
        if len(piece.text) > _LONGEST_TITLE:
            continue
        title = _title([piece])
        for first in range(index - 1, max(index - 3, -1), -1):
            if title is not None and title.issuer is not None:
                break
            if not _opens_title(lines[first], title is not None):
                break
            title = _title(list(lines[first : index + 1])) or title
        if title is not None:
            found.append(title)
    return found


def _opens_title(piece: Piece, whole: bool) -> bool:
    """Whether a line can be the beginning of the title that ends below it.

    Above a whole title without an issuer only an issuer can stand; above the end of one, any short line.
    """
    folded = fold(piece.text)
    if len(piece.text) > _LONGEST_ISSUER or _SENTENCE.search(folded):
        return False
    return not whole or _patterns().issuer_line.search(folded) is not None


def _title(pieces: Sequence[Piece]) -> _Title | None:
    """The title that the lines make together, if they end like one."""
    folded = "".join(fold(piece.text) for piece in pieces)
    folded = _OPENING_YEAR.sub("", folded)
    bare = _BRACKETED.sub("", folded)
    if len(folded) > _LONGEST_TITLE or _SENTENCE.search(folded):
        return None
    match = _patterns().title.match(bare)
    if match is None:
        return None
    years = _FOUR_DIGITS.findall(match["before"] + match["after"] + match["end"])
    if len(set(years)) > 1:
        return None
    text = "".join("".join(without_marks(piece.text).split()) for piece in pieces)
    return _Title(
        text=text,
        issuer=_issuer(text, match["issuer"]),
        year=int(years[0]) if years else None,
        end=pieces[-1].end,
    )


def _issuer(text: str, folded: str) -> str | None:
    """The issuer in the title's own characters."""
    if not folded:
        return None
    start = next((i for i in range(len(text)) if fold(text[i:]).startswith(folded)), 0)
    end = start
    while end < len(text) and len(fold(text[start:end])) < len(folded):
        end += 1
    return text[start:end]
