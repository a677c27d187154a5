"""Rows whose digits are printed twice: bold type that is drawn as the same text a little apart.

    770055 33 00 00 55 00 771133      was      705 3 0 0 5 0 713

No single number tells: 22 and 3366 are ordinary. A row tells in which no number is otherwise, and so does a sum
that fails as it stands and holds with the doubles taken away. Such a row may have been anything.
"""

import re
from collections.abc import Iterable, Sequence

from gov_disclosure.building.placed_rows import PlacedRow
from gov_disclosure.building.refusals import Refusal
from gov_disclosure.form.dress import undressed
from gov_disclosure.form.fields import State
from gov_disclosure.form.folding import narrow
from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.form.values import read_value
from gov_disclosure.scanning.pieces import Piece
from gov_disclosure.scanning.sums import adds_up, is_sum

_DOUBLED = on_demand(r"(?:([-+0-9.,/])\1)+")
_MAY_BE_DOUBLED = re.compile(r"(?<![0-9])(?:([0-9])\1)+(?![0-9])|[<*$_`\\&\uff0b-\uff19]")
# How many doubles are no chance: each is one in ten. A number may be of some, several seldom are; where
# a sum comes right with them taken away, two are enough.
_FEWEST_ALONE = 4
_FEWEST_IN_ROW = 3
_FEWEST_PAIRS = 2
_NO_NUMBERS = (State.BLANK, State.NOT_APPLICABLE)


def refuse_doubled_digits(placed: Sequence[PlacedRow]) -> Sequence[PlacedRow]:
    """Refuse rows whose digits seem to be printed twice; beside one, every row that may be of its kind."""
    suspect = [row.is_read and _has_doubles(row.slots) for row in placed]
    if not any(suspect):
        return placed
    whole = [_doubles(row.slots) if may else () for row, may in zip(placed, suspect, strict=True)]
    told = [
        doubtful and (_is_told(row.slots, doubles) or _sums_tell(row.slots))
        for row, doubles, doubtful in zip(placed, whole, suspect, strict=True)
    ]
    if not any(told):
        return placed
    return [
        row.refused(Refusal.DIGITS_DOUBLED) if sure or doubles else row
        for row, doubles, sure in zip(placed, whole, told, strict=True)
    ]


def _has_doubles(slots: Iterable[Piece]) -> bool:
    """Whether a number of a row may be of doubled digits: the cheapest test, for nearly every row ends here."""
    return _MAY_BE_DOUBLED.search("\t".join([slot.text for slot in slots])) is not None


def _doubles(slots: Iterable[Piece]) -> Sequence[Piece]:
    """The numbers of a row if all of them are of doubled digits, else none."""
    filled = [slot for slot in slots if slot.reading.state not in _NO_NUMBERS]
    return filled if all(map(_is_doubled, filled)) else ()


def _is_doubled(slot: Piece) -> bool:
    # Nearly all numbers are told by the cheapest test.
    return len(slot.text) > 1 and _DOUBLED.fullmatch(_plain(slot)) is not None


def _plain(slot: Piece) -> str:
    text = slot.text.strip(" ")
    if text.isdigit() and (text.isascii() or text is slot.text):
        return text
    return narrow(undressed(slot.text))


def _pairs(slot: Piece) -> int:
    return len(_plain(slot)) // 2


def _is_told(slots: Sequence[Piece], doubles: Sequence[Piece]) -> bool:
    """Whether a row of doubled digits alone is one that nobody wrote."""
    if any(slot.reading.problem for slot in doubles):
        # "00" is no number.
        return True
    pairs = sum(map(_pairs, doubles))
    if adds_up(slots):
        return pairs >= len(doubles) + _FEWEST_PAIRS
    return pairs >= (_FEWEST_IN_ROW if len(doubles) > 1 else _FEWEST_ALONE)


def _sums_tell(slots: Sequence[Piece]) -> bool:
    """Whether sums fail that hold with doubled digits taken for one each: all of them, or those of the sums.

    One 11 in the place of a 1 is a slip of the office, and stands as it is written.
    """
    places = [place for place, slot in enumerate(slots) if _is_doubled(slot)]
    if sum(_pairs(slots[place]) for place in places) < _FEWEST_PAIRS or adds_up(slots):
        return False
    sums = [place for place in places if is_sum(place, len(slots))]
    others = [place for place in places if place not in sums]
    return any(_hold_halved(slots, some) for some in (places, sums, others))


def _hold_halved(slots: Sequence[Piece], places: Sequence[int]) -> bool:
    pairs = sum(_pairs(slots[place]) for place in places)
    return pairs >= _FEWEST_PAIRS and adds_up(_halved(slots, places))


def _halved(slots: Sequence[Piece], places: Sequence[int]) -> Sequence[Piece]:
    halves = list(slots)
    for place in places:
        halves[place] = slots[place]._replace(reading=read_value(_plain(slots[place])[::2]))
    return halves
