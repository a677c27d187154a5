"""The sums that a row of the form holds in itself: they choose between readings, and cast doubt on one."""

from collections.abc import Iterator, Sequence
from itertools import combinations, islice, pairwise, product
from typing import cast

from gov_disclosure.form.fields import State
from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.form.values import read_value
from gov_disclosure.scanning.pieces import Piece

# Columns of a row → how many sums it holds: one party's outcomes, one kind of applicant after another, three
# parties' outcomes.
_SUMS = {5: 1, 7: 1, 15: 3}
_NUMBER = on_demand("[0-9]+")
_BESIDE = on_demand(r"[ \t\xa0\u3000]*[0-9]+(?:[ \t\xa0\u3000]+[0-9]+)+[ \t\xa0\u3000]*")
_WRAPPED = on_demand(r"[0-9]+(?:[ \t]*\n[ \t]*[0-9]+)+")
# So many more digits than columns are parted; the ways to part more are too many.
_MOST_MORE = 5


def has_sums(columns: int) -> bool:
    """Whether a row of so many columns holds sums in itself."""
    return columns in _SUMS


def is_sum(place: int, columns: int) -> bool:
    """Whether a place of a row of so many columns is that of a sum."""
    return has_sums(columns) and (place + 1) % (columns // _SUMS[columns]) == 0


def adds_up(slots: Sequence[Piece]) -> bool:
    """Whether a row that the form has sums for is of plain counts, each part of it ending in its own sum."""
    if len(slots) not in _SUMS:
        return False
    numbers = [slot.reading.counted for slot in slots]
    return None not in numbers and holds(cast("Sequence[int]", numbers))


def holds(numbers: Sequence[int]) -> bool:
    """Whether each part of a row of counts ends in its own sum; never, if the form has no sums for it."""
    if len(numbers) not in _SUMS:
        return False
    size = len(numbers) // _SUMS[len(numbers)]
    for start in range(0, len(numbers), size):
        *parts, whole = numbers[start : start + size]
        if sum(parts) != whole:
            return False
    return True


def is_proven(slots: Sequence[Piece]) -> bool:
    """Whether a row has sums that hold and are not those of nothing but 0."""
    return has_sums(len(slots)) and adds_up(slots) and any(slot.reading.counted for slot in slots)


def without_one(slots: tuple[Piece, ...], places: Sequence[int]) -> tuple[Piece, ...] | None:
    """The row without the one value too many, which stands at one of some places, if only so it adds up.

    ``None`` where a cell is no plain number, or where another value too many, or one that stands in two parts,
    would explain the row as well.
    """
    dropped = ((at, slots[:at] + slots[at + 1 :]) for at in range(len(slots)))
    whole = {at: rest for at, rest in dropped if adds_up(rest)}
    joined = (_joined_at(slots, at) for at in range(len(slots) - 1))
    found = {_counts(rest) for rest in (*whole.values(), *joined) if adds_up(rest)}
    own = [whole[at] for at in places if at in whole]
    plain = all(slot.reading.state is State.REPORTED for slot in slots)
    return own[0] if own and plain and len(found) == 1 else None


def _counts(slots: Sequence[Piece]) -> tuple[int | None, ...]:
    return tuple(slot.reading.counted for slot in slots)


def _joined_at(slots: tuple[Piece, ...], at: int) -> tuple[Piece, ...]:
    one, other = slots[at : at + 2]
    return (*slots[:at], one.saying(one.text.strip() + other.text.strip()), *slots[at + 2 :])


def may_lack_one(slots: Sequence[Piece]) -> bool:
    """Whether a 0 at the end is one cell too many, and one before it is lost: so the sums would hold."""
    counts = [slot.reading.counted for slot in slots]
    if counts[-1] != 0 or len(slots) not in _SUMS:
        return False
    size = len(slots) // _SUMS[len(slots)]
    kept = [count or 0 for count in counts[:-1]]
    return any(_may_be_lost(kept, at, size) for at in range(len(slots)))


def _may_be_lost(kept: list[int], at: int, size: int) -> bool:
    """Whether there is a number that makes the sums hold at a place among those kept."""
    start = at // size * size
    part = kept[start : start + size - 1]
    others = part[: at - start] + part[at - start : -1]
    lost = sum(part) if at == start + size - 1 else part[-1] - sum(others)
    return lost >= 0 and holds([*kept[:at], lost, *kept[at:]])


def unwrapped(slots: Sequence[Piece]) -> tuple[Piece, ...] | None:
    """The row with each number put together that is wrapped over lines in its cell, if only so the row adds up.

    Where first lines or last lines add up by themselves, two rows are glued.
    """
    if len(slots) not in _SUMS:
        return None
    whole = tuple(_with_digits(slot, "".join(_lines(slot))) for slot in slots)
    size = len(slots) // _SUMS[len(slots)]
    parts = [slots[start : start + size] for start in range(0, len(slots), size)]
    return whole if adds_up(whole) and not any(map(_may_be_glued, parts)) else None


def _lines(slot: Piece) -> list[str]:
    return slot.text.split() if _WRAPPED.fullmatch(slot.text.strip()) else [slot.text]


def _may_be_glued(part: Sequence[Piece]) -> bool:
    """Whether first lines or last lines add up, alone or with the numbers that stand on one line."""
    cells = [_lines(slot) for slot in part]
    wrapped = [lines for lines in cells if len(lines) > 1]
    if not wrapped or any(line[0] == "0" and len(line) > 1 for lines in wrapped for line in lines):
        # No number begins with 0: that is the end of one.
        return False
    single = [len(lines) == 1 and slot.reading.counted for lines, slot in zip(cells, part, strict=True)]
    rows = []
    for line in (0, -1):
        alone = [int(lines[line]) if len(lines) > 1 else 0 for lines in cells]
        rows += [alone, [one + int(other or 0) for one, other in zip(alone, single, strict=True)]]
    return any(sum(row[:-1]) == row[-1] for row in rows)


def _with_digits(slot: Piece, digits: str) -> Piece:
    return slot._replace(reading=read_value(digits)) if digits != slot.text else slot


def beside(slots: Sequence[Piece], columns: int) -> tuple[Piece, ...] | None:
    """The row with a cell for each number of those that stand side by side in one, if only so it adds up."""
    if _SUMS.get(columns) != 1:
        return None
    parts = [_words(slot) for slot in slots]
    apart = tuple([part for of_slot in parts for part in of_slot])
    if len(apart) != columns or len(apart) == len(slots) or not adds_up(apart):
        return None
    # Numbers of fewer columns, some put together, may add up as well: cells that were empty are lost.
    counts = [[str(part.reading.counted) for part in of_slot] for of_slot in parts]
    others = islice(product(*map(_ways_to_join, counts)), 1, None)
    ways = ([int(number) for of_slot in way for number in of_slot] for way in others)
    return None if any(sum(way[:-1]) == way[-1] for way in ways) else apart


def _words(slot: Piece) -> list[Piece]:
    """The numbers of a cell that stand on one line with spaces between; the cell itself, if it has but one."""
    found = list(_NUMBER.finditer(slot.text)) if _BESIDE.fullmatch(slot.text) else []
    lead = found[0].start() if found else 0
    return [
        slot.cut(word[0], slot.start + word.start(), slot.column + word.start() - lead) for word in found
    ] or [slot]


def _ways_to_join(words: Sequence[str]) -> list[tuple[str, ...]]:
    """Words as they stand, and with some put together to numbers; none begins with 0 but 0 itself."""
    ways: list[tuple[str, ...]] = [(words[0],)]
    for word in words[1:]:
        together = [(*way[:-1], way[-1] + word) for way in ways if way[-1] != "0"]
        ways = [*((*way, word) for way in ways), *together]
    return ways


def parted(digits: str, columns: int) -> tuple[str, ...]:
    """The one way to part digits that ran together into as many numbers as columns so that the sums hold.

    Empty where no way or several exist. Cells that were empty may have left nothing, so numbers for fewer
    columns that add up are another way.
    """
    if columns not in _SUMS or len(digits) > columns + _MOST_MORE:
        return ()
    if _SUMS[columns] == 1:
        found = [numbers for count in range(2, columns + 1) for numbers in _balanced(digits, count)]
    else:
        found = list(_in_parts(digits, _SUMS[columns], columns // _SUMS[columns]))
    return found[0] if len(found) == 1 and len(found[0]) == columns else ()


def _in_parts(digits: str, parts: int, size: int) -> Iterator[tuple[str, ...]]:
    """Every way to cut digits into parts of so many numbers, each ending in its own sum."""
    if parts == 1:
        yield from _balanced(digits, size)
        return
    for end in range(size, len(digits) - size * (parts - 1) + 1):
        for first in _balanced(digits[:end], size):
            for rest in _in_parts(digits[end:], parts - 1, size):
                yield (*first, *rest)


def _balanced(digits: str, count: int) -> Iterator[tuple[str, ...]]:
    """Every way to cut digits into so many numbers, none with a zero in front, the last being the sum."""
    for places in combinations(range(1, len(digits)), count - 1):
        numbers = tuple(digits[start:end] for start, end in pairwise((0, *places, len(digits))))
        proper = not any(len(number) > 1 and number[0] == "0" for number in numbers)
        if proper and sum(map(int, numbers[:-1])) == int(numbers[-1]):
            yield numbers
