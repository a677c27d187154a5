"""The words of titles: what a text by itself says of a report's name, its issuer and its year."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final, NamedTuple

from gov_disclosure.form.folding import fold, unify, visible
from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.form.vocabulary import any_of, terminals

LONGEST_TITLE: Final = 90
LONGEST_SEARCHED: Final = 2000
_MOST_BRACKETS = 3
# What no title has in it: the signs of sentences, of a page's path and of rows.
SENTENCE: Final = re.compile(r"[。；;：:，,！？>|/\\»›→]")
_PAUSE = re.compile("[。;,]")
_BRACKETED = re.compile(r"\([^()]*\)$")
_OPEN, _CLOSE = r"[\[【(〔〖]", r"[\])】〕〗]"
# What stands around a title that is named, and what Markdown and wikis put before a heading.
_NAMED = re.compile("^《(.*)》$")
_HEADING_MARK = re.compile("^[#＃=]{1,6}|[#＃=]{1,6}$")
# A sign or a number before an entry of a list.
ENTRY: Final = re.compile(
    r"^(?:[^\w\[【(〔〖《]|\(?[0-9]{1,2}(?:[.、)]|(?=[^0-9年]))|\(?[一二三四五六七八九十]{1,3}[、.)])"
)
FOUR_DIGITS: Final = re.compile("20[0-9]{2}")


def has_ending(text: str) -> bool:
    """Whether the last words of a title stand in a text; in nearly none they do."""
    folded = fold(text)
    return any(ending in folded for ending in title_patterns().endings)


def last_part(text: str) -> str:
    """What of a line may end a title: all before the words that follow one. Nearly no line has any."""
    if not has_ending(text):
        return ""
    lead = len(text) - len(text.lstrip())
    followed = title_patterns().followed.search(unify(text[lead : lead + LONGEST_TITLE]), 1)
    if followed:
        text = text[: lead + followed.start()]
    seen = visible(text) if len(text) < LONGEST_SEARCHED else text
    # A sentence speaks of the report.
    return "" if len(seen) > LONGEST_TITLE or _PAUSE.search(fold(seen)) else text


@lru_cache(maxsize=256)
def named_by(text: str) -> tuple[str, str | None, int | None] | None:
    """What a title says, issuer and year, if a text is one."""
    text = _bare(text)
    folded = plain(text)
    patterns = title_patterns()
    if len(folded) > LONGEST_TITLE or SENTENCE.search(folded) or ENTRY.match(folded):
        return None
    bare, behind = without_brackets(folded)
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
    return text, _issuer(text, match["issuer"]), int(years.pop()) if years else None


def _bare(text: str) -> str:
    """A title without what a page, a label or a converter has put around it."""
    text = _HEADING_MARK.sub("", visible(text))
    label = title_patterns().label.match(unify(text))
    named = _NAMED.match(text := text[label.end() :] if label else text)
    return named[1] if named else text


def without_brackets(folded: str) -> tuple[str, set[str]]:
    """A title without the brackets behind it, and the years that stand alone in these."""
    years: set[str] = set()
    for _ in range(_MOST_BRACKETS):
        if year := title_patterns().year_behind.search(folded):
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


class TitlePatterns(NamedTuple):
    """What titles and the lines around them are known by."""

    written_year: re.Pattern[str]
    digits: Mapping[int, str]
    title: re.Pattern[str]
    label: re.Pattern[str]
    foreign: re.Pattern[str]
    neighbour: re.Pattern[str]
    followed: re.Pattern[str]
    issuer_line: re.Pattern[str]
    endings: tuple[str, ...]
    year_alone: re.Pattern[str]
    year_below: re.Pattern[str]
    year_behind: re.Pattern[str]
    year_words: tuple[str, ...]
    ends: frozenset[str]
    details: tuple[str, ...]

    def is_cut(self, bare: str, issuer: str) -> bool:
        """Whether a title has lost its beginning to the line above: "府信息公开年报", "年政府信息公开年报".

        No body has a name of one character: "处2020年政府信息公开年报" is cut within a name.
        """
        if issuer.lstrip("0123456789") in self.year_words or len(issuer) == 1:
            return True
        return bare not in self.ends and any(end.endswith(bare) for end in self.ends)


@cache
def title_patterns() -> TitlePatterns:
    """The patterns of the words in ``grammar/front.lark``."""
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
    return TitlePatterns(
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
        endings=tuple({end[-2:] for end in ends}),
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
    patterns = title_patterns()
    return patterns.written_year.sub(lambda year: year[0].translate(patterns.digits), fold(text))
