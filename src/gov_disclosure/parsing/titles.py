"""Titles: lines that name a report, with its issuer and its year."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from gov_disclosure.form.folding import fold, unify, visible
from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.form.values import BLANK
from gov_disclosure.form.vocabulary import any_of, terminals
from gov_disclosure.scanning.pieces import Piece

_LONGEST_TITLE = 90
_LONGEST_ISSUER = 40
_LONGEST_SEARCHED = 2000
# A title is broken over few lines or cells; empty cells may stand between.
_MOST_ABOVE = 3
_MOST_PASSED = 12
_MOST_BRACKETS = 3
# What no title has in it: the signs of sentences, of a page's path and of rows.
_SENTENCE = re.compile(r"[。；;：:，,！？>|/\\»›→]")
_BRACKETED = re.compile(r"\([^()]*\)$")
_OPEN, _CLOSE = r"[\[【(〔〖]", r"[\])】〕〗]"
# What stands around a title that is named, and what Markdown and wikis put before a heading.
_NAMED = re.compile("^《(.*)》$")
_HEADING_MARK = re.compile("^[#＃=]{1,6}|[#＃=]{1,6}$")
# A sign or a number before an entry of a list.
_ENTRY = re.compile(
    r"^(?:[^\w\[【(〔〖《]|\(?[0-9]{1,2}(?:[.、)]|(?=[^0-9年]))|\(?[一二三四五六七八九十]{1,3}[、.)])"
)
# "发布机构:" on a line or in a cell of its own.
_LABEL = on_demand(r"[^:]{1,8}:")
_LINK = re.compile(r"\]\(|<a\b[^<>]{0,300}\bhref\b", re.IGNORECASE)
FOUR_DIGITS = re.compile("20[0-9]{2}")


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


def titles_among(lines: Sequence[Piece]) -> list[Title]:
    """Every title among the lines, each put together from a few."""
    found = (title_at(lines, index) for index, line in enumerate(lines) if may_end_title(line))
    return [title for title in found if title is not None]


def title_at(lines: Sequence[Piece], index: int) -> Title | None:
    """The title that ends with a line, if one does; a year in brackets on the next line is part of it."""
    piece = _before_text(lines[index])
    if piece.reading is BLANK or _length(piece) > _LONGEST_TITLE:
        return None
    parts = [piece]
    title = _title(parts)
    above = list(_above(lines, index))
    for opening, before in zip(above, [*above[1:], None], strict=False):
        if title is not None and title.issuer is not None and not _lacks_its_year(title.issuer, opening):
            break
        if len(parts) > _MOST_ABOVE or not _opens_title(opening, before, title):
            break
        parts.insert(0, opening)
        title = _title(parts) or title
    if title is None or _LINK.search(piece.text) or _is_announced(parts[0], lines, index):
        return None
    return _with_year_below(title, lines, index) if title.year is None else title


def may_end_title(piece: Piece) -> bool:
    """Whether a line has the last words of a title in it; nearly none has."""
    return _patterns().ending.search(fold(piece.text[:_LONGEST_SEARCHED])) is not None


def is_link(line: Piece) -> bool:
    """Whether a line is a link or an entry of a list, or is named like a report of more than one year."""
    text = line.text[:_LONGEST_SEARCHED]
    folded = plain(text)
    if _ENTRY.match(folded) or _LINK.search(text) or _patterns().neighbour.match(folded):
        return True
    several = len(set(FOUR_DIGITS.findall(folded))) > 1
    return several and _without_brackets(folded)[0].endswith(tuple(_patterns().ends))


def announces_another(line: Piece) -> bool:
    """Whether a line says that what stands below it is another report: the one before or behind on its page."""
    return len(line.text) <= _LONGEST_ISSUER and _patterns().neighbour.fullmatch(plain(line.text)) is not None


def is_detail(line: Piece) -> bool:
    """Whether a line says when a page was published, or by whom."""
    return plain(line.text[:_LONGEST_SEARCHED]).lstrip("[(【").startswith(_patterns().details)


def begins_links(line: Piece) -> bool:
    """Whether a line names the report before or behind on its page, or announces it."""
    return _patterns().neighbour.match(plain(line.text[:_LONGEST_SEARCHED])) is not None


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
    if below is None or len(below.text) > _LONGEST_TITLE:
        return title
    year = _patterns().year_below.fullmatch(plain(below.text))
    if year is None:
        return title
    text = title.text + visible(below.text)
    return title._replace(text=text, year=int(FOUR_DIGITS.findall(year[0])[0]), end=below.end)


def _length(piece: Piece) -> int:
    """How long a line is without white space, and the tags of a page in it."""
    text = piece.text
    return len(visible(text)) if len(text) < _LONGEST_SEARCHED else len(text)


def _before_text(line: Piece) -> Piece:
    """The part of a line before the words that follow a title."""
    lead = len(line.text) - len(line.text.lstrip())
    match = _patterns().followed.search(unify(line.text[lead : lead + _LONGEST_TITLE]), 1)
    return line.saying(line.text[: lead + match.start()]) if match else line


def _lacks_its_year(issuer: str, opening: Piece) -> bool:
    """Whether a year has been cut before its last word: "2022 | 年柳湾镇政府信息公开…"."""
    cut = issuer.startswith(_patterns().year_words)
    return cut and FOUR_DIGITS.fullmatch(plain(opening.text.strip())) is not None


def _opens_title(piece: Piece, before: Piece | None, title: Title | None) -> bool:
    """Whether a line can be the beginning of the title that ends below it.

    Above a whole title without an issuer only that can stand, unless a label before says whose name it is,
    or its year; above the end of one, any short line that is no value.
    """
    folded = plain(piece.text[:_LONGEST_SEARCHED])
    patterns = _patterns()
    if not piece.reading.problem and not patterns.year_alone.fullmatch(folded):
        return False
    if _length(piece) > _LONGEST_ISSUER or _SENTENCE.search(folded) or _ENTRY.match(folded):
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
    text = _bare("".join(piece.text for piece in pieces))
    folded = plain(text)
    patterns = _patterns()
    if len(folded) > _LONGEST_TITLE or _SENTENCE.search(folded) or _ENTRY.match(folded):
        return None
    bare, behind = _without_brackets(folded)
    match = patterns.title.match(bare)
    if match is None or patterns.foreign.match(folded) or patterns.is_cut(bare, match["issuer"]):
        return None
    if match["issuer"].startswith(patterns.details):
        return None
    years = {*FOUR_DIGITS.findall(match["before"] + match["after"] + match["end"]), *behind}
    if match["before"][:1] in "[【(〔〖" and len(years) > 1:
        # A number or a day of publication in brackets before the title that has its own.
        years -= set(FOUR_DIGITS.findall(match["before"]))
    if len(years) > 1 or FOUR_DIGITS.search(match["issuer"]):
        return None
    return Title(
        text=text,
        issuer=_issuer(text, match["issuer"]),
        year=int(years.pop()) if years else None,
        start=pieces[0].start,
        end=pieces[-1].end,
    )


def _bare(text: str) -> str:
    """A title without what a page, a label or a converter has put around it."""
    text = _HEADING_MARK.sub("", visible(text))
    label = _patterns().label.match(unify(text))
    named = _NAMED.match(text := text[label.end() :] if label else text)
    return named[1] if named else text


def _without_brackets(folded: str) -> tuple[str, set[str]]:
    """A title without the brackets behind it, and the years that stand alone in these."""
    years: set[str] = set()
    for _ in range(_MOST_BRACKETS):
        if year := _patterns().year_behind.search(folded):
            years.update(FOUR_DIGITS.findall(year[0]))
            folded = folded[: year.start()]
        elif bracket := _BRACKETED.search(folded):
            folded = folded[: bracket.start()]
        else:
            break
    return folded, years


def _issuer(text: str, folded: str) -> str | None:
    """The issuer in the title's own characters."""
    if not folded:
        return None
    start = next((i for i in range(len(text)) if plain(text[i:]).startswith(folded)), 0)
    ends = range(start, len(text) + 1)
    return next((text[start:end] for end in ends if plain(text[start:end]) == folded), None)


class _Patterns(NamedTuple):
    written_year: re.Pattern[str]
    digits: Mapping[int, str]
    title: re.Pattern[str]
    label: re.Pattern[str]
    foreign: re.Pattern[str]
    neighbour: re.Pattern[str]
    followed: re.Pattern[str]
    issuer_line: re.Pattern[str]
    ending: re.Pattern[str]
    year_alone: re.Pattern[str]
    year_below: re.Pattern[str]
    year_behind: re.Pattern[str]
    year_words: tuple[str, ...]
    ends: frozenset[str]
    details: tuple[str, ...]

    def is_cut(self, bare: str, issuer: str) -> bool:
        """Whether a title has lost its beginning to the line above: "府信息公开年报", "年政府信息公开年报"."""
        if issuer.lstrip("0123456789") in self.year_words:
            return True
        return bare not in self.ends and any(end.endswith(bare) for end in self.ends)


@cache
def _patterns() -> _Patterns:
    words = {name: tuple(map(fold, wordings)) for name, wordings in terminals("front").items()}

    def of(name: str) -> str:
        return any_of(words[name]).replace("YEAR", "20[0-9]{2}")

    ends = sorted(words["TITLE_END"], key=len, reverse=True)
    year = f"{_OPEN}?(?:{of('TITLE_YEAR')}){_CLOSE}?"
    whole_year = max(words["TITLE_YEAR"], key=len).replace("YEAR", "20[0-9]{2}")
    # Ends with a year in them, by what stands behind that.
    heads: dict[str, list[str]] = {}
    for end in ends:
        for cut in (end.find("年度"), end.find("报告")):
            if cut > 0:
                heads.setdefault(end[cut:], []).append(end[:cut])
    split_ends = "|".join(f"(?:{any_of(before)}){year}{re.escape(tail)}" for tail, before in heads.items())
    numerals = words["YEAR_DIGIT"]
    zero, two, any_digit = (re.escape(signs) for signs in (numerals[0], numerals[2], "".join(numerals)))
    return _Patterns(
        written_year=re.compile(f"[{two}](?<![{any_digit}].)[{zero}][{any_digit}]{{2}}(?=年|{_CLOSE}|$)"),
        digits={ord(sign): str(digit) for digit, signs in enumerate(numerals) for sign in signs},
        title=re.compile(
            rf"^(?:{of('TITLE_OPENING')})?(?P<before>(?:{year})?)(?P<issuer>.*?)"
            rf"(?:{of('TITLE_OPENING')})?(?P<after>(?:{year})?)"
            rf"(?<!{of('ISSUER_STEM')})(?P<end>{split_ends}|{of('TITLE_END')})$"
        ),
        label=re.compile(rf"[\[【]?(?:{of('TITLE_LABEL')})[\]】]?[:：]?"),
        foreign=re.compile(rf"\W{{0,3}}(?:{of('TITLE_FOREIGN')}|{of('TITLE_NEIGHBOUR')})"),
        neighbour=re.compile(rf"\W*(?:{of('TITLE_NEIGHBOUR')})\W*"),
        followed=on_demand(of("TITLE_FOLLOWED")),
        ending=re.compile(any_of(sorted({end[-2:] for end in ends}))),
        issuer_line=on_demand(rf"(?:{of('ISSUER_END')})(?:\([^()]*\))?(?:{year})?$"),
        year_alone=on_demand(year),
        year_below=on_demand(f"{_OPEN}(?:{of('TITLE_YEAR')}){_CLOSE}|{whole_year}"),
        year_behind=re.compile(f"{_OPEN}(?:{of('TITLE_YEAR')}){_CLOSE}$"),
        year_words=tuple(word.removeprefix("YEAR") for word in words["TITLE_YEAR"] if word != "YEAR"),
        ends=frozenset(ends),
        details=words["TITLE_DETAIL"],
    )


@lru_cache(maxsize=1024)
def plain(text: str) -> str:
    """A text folded, its years in digits: 二〇二一年 → 2021年."""
    patterns = _patterns()
    return patterns.written_year.sub(lambda year: year[0].translate(patterns.digits), fold(text))
