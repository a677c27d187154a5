"""The report's own year at a label of its tables: 本年制发件数（2022年）, 2022年 本年新收政府信息公开申请数量.

It leaves a label what it is. Any other year makes it one that the form does not have.
"""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from gov_disclosure.form.folding import fold, narrow_signs
from gov_disclosure.form.lexicon import LONGEST_LABEL, label_kinds
from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.form.vocabulary import terminals
from gov_disclosure.parsing.titles import Title
from gov_disclosure.scanning.pieces import Piece

_TO_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
# In brackets 年 may be left out. A year without either may be a number that has run into the label.
_BEHIND = on_demand(
    r"(?:\((20[0-9]{2})(?:年度?)?\)|[\[〔【](20[0-9]{2})(?:年度?)?[\]〕】]|:?(20[0-9]{2})年度?)$"
)
_BEFORE = on_demand(r"(?:\((20[0-9]{2})(?:年度?)?\)|(20[0-9]{2})年度?[:、,]?)")
# It may stand behind the numeral: 一、2022年新收政府信息公开申请数量.
_NUMERAL = on_demand(r"\(?[一二三四五六七八九十0-9]{1,2}\)?[、.,:]|\([一二三四五六七八九十0-9]{1,2}\)")
# Labels that speak of another year by themselves.
_OF_ANOTHER = "COLUMN_2019_PREVIOUS_ITEMS"


def without_own_year(pieces: Sequence[Piece], titles: Sequence[Title]) -> Sequence[Piece]:
    """The pieces, labels with the year of their report's titles as they stand in the form."""
    years = {title.year for title in titles if title.year is not None}
    if len(years) != 1:
        return pieces
    year = str(years.pop())
    wide = year.translate(_TO_WIDE)
    # The cheapest tests first: nearly every text ends here, or has but its title and a date.
    dated = [
        at
        for at, piece in enumerate(pieces)
        if piece.reading.problem and (year in piece.text or wide in piece.text)
    ]
    labels = {at: _label_of(pieces[at], year) for at in dated if len(pieces[at].text) <= LONGEST_LABEL}
    if not any(labels.values()):
        return pieces
    named = list(pieces)
    for at, label in labels.items():
        if label:
            named[at] = pieces[at].saying(label)._replace(last=pieces[at].end)
    return named


def _label_of(piece: Piece, year: str) -> str:
    return _label_in(fold(narrow_signs(piece.text)), year)


@lru_cache(maxsize=1024)
def _label_in(folded: str, year: str) -> str:
    """The label that a folded text is but for a year; empty if it is none."""
    if label_kinds(folded):
        return ""
    for label in _without(folded, year):
        kinds = label_kinds(label)
        if kinds and _OF_ANOTHER not in kinds[-1]:
            return label
    return ""


def _without(folded: str, year: str) -> Iterator[str]:
    """What is left of a text without the year behind it, or before, or with "this year" in its place."""
    if (behind := _BEHIND.search(folded)) and year in behind.groups():
        yield folded[: behind.start()]
    numeral = _NUMERAL.match(folded)
    for start in (0, numeral.end() if numeral else 0):
        if (before := _BEFORE.match(folded, start)) and year in before.groups():
            for instead in ("", *_this_year()):
                yield folded[:start] + instead + folded[before.end() :]


@cache
def _this_year() -> tuple[str, ...]:
    return terminals("explanations")["THIS_YEAR"]
