"""Titles: lines that name a report, with its issuer and its year."""

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from attrs import frozen

from gov_disclosure.form.folding import fold, unify, without_marks
from gov_disclosure.form.vocabulary import any_of, terminals
from gov_disclosure.scanning.pieces import Piece

_LONGEST_TITLE = 90
_LONGEST_ISSUER = 40
_LONGEST_SEARCHED = 2000
_SENTENCE = re.compile("[。；;：:，,！？>|]")
_BRACKETED = re.compile(r"\([^()]*\)$")
_OPENING_YEAR = re.compile(r"^[\[【(]20[0-9]{2}[\])】]")
FOUR_DIGITS = re.compile("20[0-9]{2}")


@frozen
class Title:
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


def titles_among(lines: Sequence[Piece]) -> list[Title]:
    """Every title among the lines, each put together from up to three."""
    found = (title_at(lines, index) for index in range(len(lines)))
    return [title for title in found if title is not None]


def title_at(lines: Sequence[Piece], index: int) -> Title | None:
    """The title that ends with a line, if one does."""
    piece = _before_text(lines[index])
    if _length(piece) > _LONGEST_TITLE:
        return None
    title = _title([piece])
    for first in range(index - 1, max(index - 3, -1), -1):
        if title is not None and title.issuer is not None:
            break
        if not _opens_title(lines[first], title is not None):
            break
        title = _title([*lines[first:index], piece]) or title
    return title


def may_end_title(piece: Piece) -> bool:
    """Whether a line has the last words of a title in it; nearly none has."""
    return _patterns().ending.search(fold(piece.text[:_LONGEST_SEARCHED])) is not None


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

    Above a whole title without an issuer only an issuer can stand; above the end of one, any short line that
    is no value.
    """
    if not piece.reading.problem and not FOUR_DIGITS.fullmatch(piece.text.strip()):
        return False
    if _length(piece) > _LONGEST_ISSUER:
        return False
    folded = plain(piece.text)
    if _SENTENCE.search(folded):
        return False
    return not whole or _patterns().issuer_line.search(folded) is not None


def _title(pieces: Sequence[Piece]) -> Title | None:
    """The title that the lines make together, if they end like one."""
    folded = _OPENING_YEAR.sub("", plain("".join(piece.text for piece in pieces)))
    bare = _BRACKETED.sub("", folded)
    if len(folded) > _LONGEST_TITLE or _SENTENCE.search(folded):
        return None
    match = _patterns().title.match(bare)
    if match is None or _patterns().foreign.match(folded):
        return None
    years = FOUR_DIGITS.findall(match["before"] + match["after"] + match["end"])
    if len(set(years)) > 1:
        return None
    text = "".join("".join(without_marks(piece.text).split()) for piece in pieces)
    return Title(
        text=text,
        issuer=_issuer(text, match["issuer"]),
        year=int(years[0]) if years else None,
        start=pieces[0].start,
        end=pieces[-1].end,
    )


def _issuer(text: str, folded: str) -> str | None:
    """The issuer in the title's own characters."""
    if not folded:
        return None
    start = next((i for i in range(len(text)) if plain(text[i:]).startswith(folded)), 0)
    ends = range(start, len(text) + 1)
    return next((text[start:end] for end in ends if plain(text[start:end]) == folded), None)


@frozen
class _Patterns:
    written_year: re.Pattern[str]
    digits: Mapping[int, str]
    title: re.Pattern[str]
    foreign: re.Pattern[str]
    followed: re.Pattern[str]
    issuer_line: re.Pattern[str]
    ending: re.Pattern[str]


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
        ending=re.compile(any_of(sorted({end[-2:] for end in ends}))),
        issuer_line=re.compile(rf"(?:{of('ISSUER_END')})(?:\([^()]*\))?(?:{of('TITLE_YEAR')})?$"),
    )


@lru_cache(maxsize=1024)
def plain(text: str) -> str:
    """A text folded, its years in digits: 二〇二一年 → 2021年."""
    patterns = _patterns()
    return patterns.written_year.sub(lambda year: year[0].translate(patterns.digits), fold(text))
