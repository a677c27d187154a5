"""Title, issuer and year, from what stands before section one."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache

from attrs import frozen

from gov_disclosure.form.folding import fold, unify, without_marks
from gov_disclosure.form.vocabulary import any_of, terminals
from gov_disclosure.model.issues import Issue, issue
from gov_disclosure.scanning.pieces import Piece

_LONGEST_TITLE = 90
_LONGEST_ISSUER = 40
_MOST_LINES = 80
_LONGEST_SEARCHED = 2000
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
    lines = lines[:_MOST_LINES]
    found = _titles(lines)
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


def _best(found: Sequence[_Title], in_text: int | None) -> _Title | None:
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
    written_year: re.Pattern[str]
    digits: Mapping[int, str]
    title: re.Pattern[str]
    foreign: re.Pattern[str]
    followed: re.Pattern[str]
    issuer_line: re.Pattern[str]
    text: tuple[re.Pattern[str], ...]
    date: tuple[re.Pattern[str], ...]


@cache
def _patterns() -> _Patterns:
    words = {name: tuple(map(fold, wordings)) for name, wordings in terminals("front").items()}

    def of(name: str) -> str:
        return any_of(words[name]).replace("YEAR", "20[0-9]{2}")

    ends = sorted(words["TITLE_END"], key=len, reverse=True)
    split_ends = "|".join(
        f"{re.escape(end[:cut])}(?:{of('TITLE_YEAR')}){re.escape(end[cut:])}"
        for end in ends
        for cut in (end.find("年度"), end.find("报告"))
        if cut > 0
    )
    numerals = words["YEAR_DIGIT"]
    zero, two, any_digit = (re.escape(signs) for signs in (numerals[0], numerals[2], "".join(numerals)))
    return _Patterns(
        written_year=re.compile(f"[{two}](?<![{any_digit}].)[{zero}][{any_digit}]{{2}}(?=年)"),
        digits={ord(sign): str(digit) for digit, signs in enumerate(numerals) for sign in signs},
        title=re.compile(
            rf"^(?:{of('TITLE_OPENING')})?(?P<before>(?:{of('TITLE_YEAR')})?)(?P<issuer>.*?)"
            rf"(?:{of('TITLE_OPENING')})?(?P<after>(?:{of('TITLE_YEAR')})?)"
            rf"(?<!{of('ISSUER_STEM')})(?P<end>{split_ends}|{of('TITLE_END')})$"
        ),
        foreign=re.compile(of("TITLE_FOREIGN")),
        followed=re.compile(of("TITLE_FOLLOWED")),
        issuer_line=re.compile(rf"(?:{of('ISSUER_END')})(?:\([^()]*\))?(?:{of('TITLE_YEAR')})?$"),
        text=tuple(
            re.compile("|".join(_dated(word) for word in words[name]))
            for name in ("PERIOD", "INTRODUCTION_YEAR")
        ),
        date=(re.compile("^(?:" + "|".join(_dated(word) for word in words["DATE_LINE"]) + ")"),),
    )


def _dated(word: str) -> str:
    """A wording with YEAR in it as a pattern; the year begins where no digit stands before it."""
    return re.escape(word).replace("YEAR", "(?<![0-9])20[0-9]{2}")


@lru_cache(maxsize=1024)
def _plain(text: str) -> str:
    """A text folded, its years in digits: 二〇二一年 → 2021年."""
    patterns = _patterns()
    return patterns.written_year.sub(lambda year: year[0].translate(patterns.digits), fold(text))


_FOUR_DIGITS = re.compile("20[0-9]{2}")


def _year_of(patterns: Iterable[re.Pattern[str]], pieces: Sequence[Piece]) -> int | None:
    """The year that the first of the patterns finds which finds any; ``None`` where it finds several."""
    texts = [_plain(piece.text[:_LONGEST_SEARCHED]) for piece in pieces]
    texts = [text for text in texts if _FOUR_DIGITS.search(text)]
    for pattern in patterns:
        found = {_FOUR_DIGITS.findall(match[0])[0] for text in texts for match in pattern.finditer(text)}
        if found:
            return int(found.pop()) if len(found) == 1 else None
    return None


def _titles(lines: Sequence[Piece]) -> list[_Title]:
    """Every title among the lines, each put together from up to three."""
    found: list[_Title] = []
    for index, line in enumerate(lines):
        piece = _before_text(line)
        if _length(piece) > _LONGEST_TITLE:
            continue
        title = _title([piece])
        for first in range(index - 1, max(index - 3, -1), -1):
            if title is not None and title.issuer is not None:
                break
            if not _opens_title(lines[first], title is not None):
                break
            title = _title([*lines[first:index], piece]) or title
        if title is not None:
            found.append(title)
    return found


def _length(piece: Piece) -> int:
    """How long a line is without the tags of a page in it."""
    text = piece.text
    return (
        len(without_marks(text))
        if "<" in text[:_LONGEST_SEARCHED] and len(text) < _LONGEST_SEARCHED
        else len(text)
    )


def _before_text(line: Piece) -> Piece:
    """The part of a line before the words that follow a title."""
    match = _patterns().followed.search(unify(line.text[:_LONGEST_TITLE]), 1)
    return line.saying(line.text[: match.start()]) if match else line


def _opens_title(piece: Piece, whole: bool) -> bool:
    """Whether a line can be the beginning of the title that ends below it.

    Above a whole title without an issuer only an issuer can stand; above the end of one, any short line.
    """
    if _length(piece) > _LONGEST_ISSUER:
        return False
    folded = _plain(piece.text)
    if _SENTENCE.search(folded):
        return False
    return not whole or _patterns().issuer_line.search(folded) is not None


def _title(pieces: Sequence[Piece]) -> _Title | None:
    """The title that the lines make together, if they end like one."""
    folded = _OPENING_YEAR.sub("", _plain("".join(piece.text for piece in pieces)))
    bare = _BRACKETED.sub("", folded)
    if len(folded) > _LONGEST_TITLE or _SENTENCE.search(folded):
        return None
    match = _patterns().title.match(bare)
    if match is None or _patterns().foreign.match(folded):
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
    start = next((i for i in range(len(text)) if _plain(text[i:]).startswith(folded)), 0)
    ends = range(start, len(text) + 1)
    return next((text[start:end] for end in ends if _plain(text[start:end]) == folded), None)
