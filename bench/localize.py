"""Which answers localization gives to planted errors, and how long they take: ``python bench/localize.py``.

exact        the wrong cells and no others
tied         the wrong cells among several smallest sets
wrong        smallest sets without the wrong cells: fewer changes explain the sums
undetected   every sum holds
unknown      time ran out
"""

import random
import statistics
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import count, islice, pairwise, product
from time import perf_counter

from attrs import evolve

import gov_disclosure as gd
from gov_disclosure.testing.samples.choices import Rolled
from gov_disclosure.testing.samples.reports import sample_report

REPORTS = 40
TIMES = 2
FEWEST = 20
ANSWERS = ("exact", "tied", "wrong", "undetected", "unknown")

Change = Mapping[str, int]
"""Cells and what is written in them."""
Error = Callable[[random.Random, gd.Report], Change]


def value(report: gd.Report, id: str) -> int:
    """The figure in a cell."""
    return int(report.cells[id].value or 0)


def table_three(report: gd.Report) -> list[str]:
    """The ids of its cells."""
    return [id for id in report.cells if id.startswith("requests.")]


def several(many: int) -> Error:
    """So many figures off by up to sixty."""

    def change(dice: random.Random, report: gd.Report) -> Change:
        picked = dice.sample(table_three(report), many)
        return {id: value(report, id) + dice.randint(1, 60) for id in picked}

    return change


def digit_dropped(dice: random.Random, report: gd.Report) -> Change:
    """One figure without its last digit."""
    id = dice.choice([id for id in table_three(report) if value(report, id) > 9])
    return {id: value(report, id) // 10}


def neighbours_swapped(dice: random.Random, report: gd.Report) -> Change:
    """Two figures side by side in each other's place."""
    one, other = dice.choice(
        [pair for pair in beside(report) if value(report, pair[0]) != value(report, pair[1])]
    )
    return {one: value(report, other), other: value(report, one)}


def number_split(dice: random.Random, report: gd.Report) -> Change:
    """The last digit of a figure in the next cell, which was 0."""
    pairs = [pair for pair in beside(report) if value(report, pair[0]) > 9 and not value(report, pair[1])]
    if not pairs:
        return {}
    one, other = dice.choice(pairs)
    return {one: value(report, one) // 10, other: value(report, one) % 10}


def row_consistent(dice: random.Random, report: gd.Report) -> Change:
    """A figure and the total of its row off by the same."""
    id = dice.choice([id for id in table_three(report) if not id.endswith(".total")])
    by, total = dice.randint(1, 60), f"{id.rpartition('.')[0]}.total"
    return {id: value(report, id) + by, total: value(report, total) + by}


def all_consistent(dice: random.Random, report: gd.Report) -> Change:
    """A figure off and every sum with it: new requests and what is carried forward, by column and row."""
    by, column = dice.randint(1, 60), "natural_person"
    rows = ("requests.new_received", "requests.carried_forward")
    return {
        id: value(report, id) + by for id in (f"{row}.{at}" for row, at in product(rows, (column, "total")))
    }


ERRORS: Mapping[str, Error] = {
    **{f"{many} wrong": several(many) for many in range(1, 6)},
    "digit dropped": digit_dropped,
    "neighbours swapped": neighbours_swapped,
    "number split": number_split,
    "row and its total": row_consistent,
    "consistent": all_consistent,
}


def beside(report: gd.Report) -> list[tuple[str, str]]:
    """Cells of table three side by side in a row."""
    ids = table_three(report)
    return [(one, other) for one, other in pairwise(ids) if one.rpartition(".")[0] == other.rpartition(".")[0]]


def answer(found: Sequence[gd.Localization], wrong: set[str]) -> str:
    """Which of the answers it is."""
    if not found:
        return "undetected"
    if any(one.certainty is gd.Certainty.UNKNOWN for one in found):
        return "unknown"
    sets = [
        set().union(*(suspects.cells for suspects in chosen))
        for chosen in product(*(one.suspects for one in found))
    ]
    if wrong not in sets:
        return "wrong"
    return "exact" if len(sets) == 1 else "tied"


def filled() -> list[gd.Report]:
    """Invented reports with figures in table three, not zeros alone."""
    drawn = (
        sample_report(Rolled(f"localize {number}"), gd.Edition.FORM_2021, frozenset()) for number in count()
    )
    return list(
        islice(
            (report for report in drawn if sum(value(report, id) > 9 for id in table_three(report)) > FEWEST),
            REPORTS,
        )
    )


def main() -> None:
    """Measure and print."""
    reports = filled()
    print(
        "error".ljust(20), *(name.rjust(10) for name in ANSWERS), "median ms".rjust(10), "longest ms".rjust(10)
    )
    for name, error in ERRORS.items():
        answers: Counter[str] = Counter()
        times: list[float] = []
        for number, report in enumerate(reports * TIMES):
            change = error(random.Random(f"{name} {number}"), report)
            if not change:
                continue
            cells = {id: evolve(report.cells[id], value=written) for id, written in change.items()}
            start = perf_counter()
            found = gd.localize(evolve(report, cells={**report.cells, **cells}))
            times.append(perf_counter() - start)
            answers[answer(found, set(change))] += 1
        shown = (f"{1000 * seconds:.1f}".rjust(10) for seconds in (statistics.median(times), max(times)))
        print(name.ljust(20), *(str(answers[name]).rjust(10) for name in ANSWERS), *shown)


if __name__ == "__main__":
    main()
