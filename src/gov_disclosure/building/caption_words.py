"""What a caption says: of which year its table is, whether of all of it, and of which body."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from gov_disclosure.building.own_title import is_same_body
from gov_disclosure.form.explanations import is_of_kind, is_of_scaled_unit, names_another
from gov_disclosure.form.folding import fold, narrow, split_enumerator, without_marks
from gov_disclosure.form.lexicon import label_kinds, starts_label
from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.form.similarity import is_torn_label, says_opposite
from gov_disclosure.form.vocabulary import any_of, terminals
from gov_disclosure.parsing.title_words import plain

# What is longer is a sentence of the prose, which may speak of other years.
LONGEST = 30
# Names, dates and telephones of those who have filled in a table may stand in its line.
_LONGEST_LINE = 120
_LONGEST_NAME = 40
_SHORTEST_NAME = 3
_SENTENCE = on_demand(r"[。;!?,]")
_YEAR = on_demand(r"(?<![0-9])20[0-9]{2}(?![0-9])")
_NUMERAL = r"(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_TO = r"(?:起?至|到|[-—–~])"
# 6月, 6个月, 1-6月, 2022.6, 2022-06-30: the months that a caption names.
_MONTHS = (
    on_demand(rf"(?<![0-9]){_NUMERAL}个?月"),
    on_demand(rf"(?<![0-9]){_NUMERAL}(?:月份?)?(?:[0-9]{{1,2}}日)?{_TO}(?:20[0-9]{{2}}年)?{_NUMERAL}个?月"),
    on_demand(
        rf"20[0-9]{{2}}[./-]{_NUMERAL}(?![0-9])(?:[./-][0-9]{{1,2}}(?![0-9]))?"
        rf"(?:{_TO}(?:20[0-9]{{2}}[./-])?{_NUMERAL}(?![0-9]))?"
    ),
)
_TORN_MONTH = on_demand(r"月(?:份|[0-9]{1,2})?日?\)?")
_DAY = on_demand(
    r"(?P<year>20[0-9]{2})[年./-][0-9]{1,2}[月./-][0-9]{1,2}日?(?:[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?"
)
_FIRST, _LAST = 1, 12
_IN_WORDS = {word: number for number, word in enumerate("一二三四五六七八九十", 1)} | {"十一": 11, "十二": 12}
# With December alone a caption may speak of all months up to its end; with January, of all from its beginning.
_TO_THE_END = on_demand("31|[底末]|个月")
_FROM_THE_BEGINNING = on_demand("1日起|以来|开始")


class Own(NamedTuple):
    """Of which year and body a report is, as far as its front tells."""

    year: int | None
    issuer: str | None

    def names_its_year(self, text: str) -> bool:
        """Whether a text names the report's own year."""
        return self.year is not None and str(self.year) in plain(text[:_LONGEST_LINE])

    def is_its_year(self, text: str) -> bool:
        """Whether a text is the report's own year and nothing else: 2022年, 本年."""
        named = plain(text[:_LONGEST_LINE]).strip()
        own = f"{self.year}" if self.year is not None else ""
        return named in _words().this_year or (bool(own) and named in (own, f"{own}年", f"{own}年度"))

    def is_told_another(self, text: str, *, compared: bool = False) -> bool:
        """Whether a caption makes its table another year's, a part's of this one, or another body's.

        Where years are ``compared``, another one says nothing.
        """
        said = _said(without_marks(text)[:_LONGEST_LINE] if "<" in text else text[:_LONGEST_LINE])
        if said is _NOTHING:
            return False
        if any(map(self._is_another, said.names)):
            return True
        if len(said.rest) > LONGEST or self._is_day_of_publication(said.rest):
            return False
        of_another = self.year is not None and bool(said.years) and self.year not in said.years
        if (of_another and not compared) or said.is_another or said.is_part:
            return True
        return said.may_be_body and self._is_another_body(said.rest)

    def _is_day_of_publication(self, folded: str) -> bool:
        """Whether a line is but a day, and the time, of a later year, as at the edge of a page."""
        day = _DAY.fullmatch(folded)
        return day is not None and self.year is not None and int(day["year"]) > self.year

    def _is_another(self, name: str) -> bool:
        """Whether a name is another body's; one that is cut at the end of a line may be the issuer's."""
        if self.issuer is None or is_own(name, self.issuer):
            return False
        return not (fold(self.issuer).startswith(name) and not _words().body.search(name))

    def _is_another_body(self, folded: str) -> bool:
        if self.issuer is None:
            return False
        words, place = _words(), _place_of(fold(self.issuer))
        if found := words.whole.search(folded):
            return not place.endswith(found["of"])
        if found := words.below.search(folded):
            return place[-1:] not in found[0]
        names = [
            name for name in words.bodies_in(split_enumerator(folded)[1]) if not words.no_name.search(name)
        ]
        return bool(names) and not any(is_own(name, self.issuer) for name in names)


class _Said(NamedTuple):
    """What a caption says by itself, whosever report it stands in."""

    names: tuple[str, ...] = ()
    """Behind colons: of bodies, perhaps."""
    rest: str = ""
    """The caption without what those who filled in the table have written, and years that are compared."""
    years: frozenset[int] = frozenset()
    is_another: bool = False
    """Its words say that a table is of another year or body."""
    is_part: bool = False
    """It names months, and not all of the year."""
    may_be_body: bool = False
    """It may be the name of a body, or of what has several."""


_NOTHING = _Said()


@lru_cache(maxsize=4096)
def _said(text: str) -> _Said:
    folded = plain(text)
    if "\n" in text.strip() and all(label_kinds(plain(line)) for line in text.split("\n") if line.strip()):
        # Labels of rows that stand in one cell.
        return _NOTHING
    words = _words()
    names = tuple(words.names_in(folded)) if ":" in folded else ()
    rest = words.filled.sub("", words.compared.sub("", folded))
    if len(rest) > LONGEST:
        return _Said(names, rest) if names else _NOTHING
    torn = is_torn_label(rest)
    is_label = torn or bool(label_kinds(rest)) or starts_label(rest)
    whole = not _SENTENCE.search(rest.rstrip("。;"))
    said = _Said(
        names,
        rest,
        # Spaces part a number from a year.
        frozenset(map(int, _YEAR.findall(rest if rest != fold(text) else narrow(text)))),
        not torn
        and (names_another(rest) or is_of_kind(rest) or is_of_scaled_unit(folded) or says_opposite(rest)),
        whole and (is_part_of_year(rest) or _holds_a_part(text)),
        whole and not is_label and _may_be_body(rest),
    )
    return said if any((names, *said[2:])) else _NOTHING


def _may_be_body(folded: str) -> bool:
    words = _words()
    named = words.whole.search(folded) or words.below.search(folded)
    return bool(named) or any(True for _ in words.bodies_in(split_enumerator(folded)[1]))


def without_comparison(folded: str) -> str:
    """A folded text without what it compares with: 较上年减少 → 减少."""
    return _words().compared.sub("", folded)


def is_part_of_year(folded: str) -> bool:
    """Whether a folded caption names months, and not all of the year."""
    months = {
        _IN_WORDS.get(month) or int(month)
        for pattern in _MONTHS
        for found in pattern.finditer(folded)
        for month in found.groups()
        if month
    }
    if not months or months == {_FIRST, _LAST}:
        return False
    ends = _TO_THE_END if months == {_LAST} else _FROM_THE_BEGINNING
    return not (months in ({_FIRST}, {_LAST}) and ends.search(folded))


def _holds_a_part(text: str) -> bool:
    """Whether what is left of months that are torn over lines stands among other words: "人 月30 机构"."""
    return "月" in text and any(map(_TORN_MONTH.fullmatch, narrow(text).split()))


def is_own(name: str, issuer: str) -> bool:
    """Whether a name is the issuer's, or that of an office in it; the kind of its place may be left out."""
    words = _words()
    name, issuer = (words.stem.sub("", fold(each)) for each in (name, issuer))
    if is_same_body(name, issuer) or is_same_body(_place_of(name), _place_of(issuer)):
        return True
    if name.startswith(issuer) and name.removeprefix(issuer) in words.offices:
        return True
    longer, shorter = sorted((name, issuer), key=len, reverse=True)
    shortened = (f"{longer[:at]}{longer[at + 1 :]}" for at, sign in enumerate(longer) if sign in words.places)
    return shorter in shortened


def _place_of(issuer: str) -> str:
    """The place whose government a body is: 石桥县 of 石桥县人民政府; that of another body is its own name."""
    return _words().government.sub("", issuer)


class _Words(NamedTuple):
    filled_by: re.Pattern[str]
    compared: re.Pattern[str]
    filled: re.Pattern[str]
    """All that says who has filled in a table, and when."""
    whole: re.Pattern[str]
    below: re.Pattern[str]
    opening: re.Pattern[str]
    behind_name: re.Pattern[str]
    no_name: re.Pattern[str]
    government: re.Pattern[str]
    stem: re.Pattern[str]
    body: re.Pattern[str]
    places: frozenset[str]
    offices: frozenset[str]
    this_year: frozenset[str]

    def bodies_in(self, folded: str) -> Iterator[str]:
        """What may be the name of a body at the beginning of a caption: 北岭市 and 北岭市统计局."""
        start = opens.end() if (opens := self.opening.match(folded)) else 0
        for end in range(start + _SHORTEST_NAME, min(start + _LONGEST_NAME, len(folded)) + 1):
            name = folded[start:end]
            if self.body.search(name) and name.isalpha() and self.behind_name.match(folded, end):
                yield name

    def names_in(self, folded: str) -> list[str]:
        """The bodies that have filled a table in."""
        return [
            found["name"]
            for found in self.filled_by.finditer(folded)
            if self.body.search(found["name"]) or (found["sure"] and found["name"].strip("_-—/"))
        ]


@cache
def _words() -> _Words:
    words = {name: tuple(map(fold, wordings)) for name, wordings in terminals("explanations").items()}
    front = {name: tuple(map(fold, wordings)) for name, wordings in terminals("front").items()}
    sure, any_body, also = (any_of(words[name]) for name in ("FILLED_BY", "FILLED_BY_ANY", "FILLED_WITH"))
    # 填报单位（盖章）：
    sign = r"(?:\([^()]{0,8}\))?:"
    label = rf"(?:{sure}|{any_body}|{also}){sign}"
    name = rf"[^:(),;。{{}}*_|\[\]]{{0,{_LONGEST_NAME}}}?(?={label}|[(),;。{{}}*_|\[\]]|20[0-9]{{2}}年|$)"
    end = rf"(?:{any_of(words['CAPTION_END'])})"
    # What sets a caption apart: "**全县汇总**", "\\caption{全县汇总}", "Table: 全县汇总".
    opening, closing = r"\W*(?:[a-zA-Z]{1,12}\W*)?", r"\W*$"
    year = r"(?:20[0-9]{2}年度?)?"
    lead_end = rf"(?:{any_of(words['CAPTION_LEAD_END'])})"
    lead = rf"(?:{any_of(words['CAPTION_LEAD'])}){lead_end}?"
    body = any_of((*words["BODY_END"], *front["ISSUER_END"]))
    return _Words(
        filled_by=on_demand(rf"(?:(?P<sure>{sure})|(?<!计量)(?:{any_body})){sign}(?P<name>{name})"),
        compared=on_demand(
            rf"(?:{any_of(words['COMPARED_WITH'])})(?:20[0-9]{{2}}年度?|{any_of(words['LAST_YEAR'])})"
        ),
        filled=on_demand(rf"(?:{sure}){sign}{name}|(?:{also}){sign}(?:20[0-9]{{2}}[-0-9./年月日]*|{name})"),
        whole=on_demand(rf"全(?P<of>{any_of(words['KIND_OF_PLACE'])})(?:.{{0,16}}{end})?{closing}"),
        below=on_demand(rf"(?:{any_of(words['BODIES_BELOW'])})(?:.{{0,16}}{end})?{closing}"),
        opening=on_demand(rf"{opening}(?:(?:{lead})+|表[0-9一二三四五六]?[:、.]?)?\(?{year}"),
        behind_name=on_demand(rf"(?:{year}(?:{any_of(words['CAPTION_GOES_ON'])}).*|{year}){closing}"),
        no_name=on_demand(any_of(words["NO_NAME"])),
        government=on_demand(rf"(?:{any_of(words['GOVERNMENT'])})$"),
        stem=on_demand(any_of(front["ISSUER_STEM"])),
        body=on_demand(rf"(?:{body})$"),
        places=frozenset(words["KIND_OF_PLACE"]),
        offices=frozenset(words["OWN_OFFICE"]),
        this_year=frozenset(words["THIS_YEAR"]),
    )
