"""Reports that were never seen before: ``python bench/fresh.py [COUNT]`` prints what one costs, by layout.

A report is read once, in a process whose imports are done, in CPU time, against the floor of ``bench/run.py``
on the same text. All layouts have equal shares, half of each in either edition; figures are distinct, and in
the layout with a cell a line the texts have 2,200 to 3,100 characters.
"""

import sys
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random
from statistics import mean, median

from attrs import evolve

import gov_disclosure as gd
from gov_disclosure.testing.samples.choices import Rolled
from gov_disclosure.testing.samples.reports import sample_report
from run import REPORTS, floor

_SHORTEST, _LONGEST = 2200, 3100


def report(name: str, edition: gd.Edition) -> gd.Report:
    """An invented report that adds up, its overview repeated until the text is long enough."""
    made = sample_report(Rolled(name), edition, frozenset())
    while len(gd.render(made, gd.Layout.LINES)) < _SHORTEST:
        first, *others = made.sections
        made = evolve(made, sections=(evolve(first, text=f"{first.text}\n{others[-1].text}。{name}"), *others))
    assert len(gd.render(made, gd.Layout.LINES)) <= _LONGEST, name
    return made


def texts(count: int) -> Iterator[tuple[gd.Layout, str]]:
    """About so many texts, each with its layout."""
    editions = tuple(gd.Edition)
    for layout in gd.Layout:
        for number in range(max(count // len(gd.Layout), 1)):
            yield layout, gd.render(report(f"{layout}-{number}", editions[number % 2]), layout)


def seconds(text: str) -> tuple[float, float]:
    """CPU seconds of the floor, the least of three, and of one parse."""
    floors = []
    for _ in range(3):
        start = time.thread_time()
        floor(text)
        floors.append(time.thread_time() - start)
    start = time.thread_time()
    gd.parse(text)
    return min(floors), time.thread_time() - start


def main(count: int = 1000) -> None:
    """Measure and print."""
    gd.read(Path(__file__).parent.parent / "examples" / "reports" / "tika-2021.txt")
    made = list(texts(count))
    Random(1).shuffle(made)
    times: dict[gd.Layout, list[tuple[float, float]]] = {layout: [] for layout in gd.Layout}
    for layout, text in made:
        times[layout].append(seconds(text))
    print(f"{'layout':14} {'parse':>9}  ratio to the floor, {len(made)} reports")
    ratios = {layout: median(parse / least for least, parse in found) for layout, found in times.items()}
    for layout, found in times.items():
        print(f"{layout:14} {median(parse for _, parse in found) * 1e6:6.0f} µs  {ratios[layout]:.1f} ×")
    print(f"{'all':14} {'':9}  {mean(ratios.values()):.1f} ×, the mean of the layouts")
    for text in REPORTS:
        gd.parse(text)
    hot = [[seconds(text) for text in REPORTS] for _ in range(20)]
    best = [tuple(map(min, zip(*of_text, strict=True))) for of_text in zip(*hot, strict=True)]
    print(
        f"{'hot':14} {'':9}  {sum(one for _, one in best) / sum(least for least, _ in best):.1f} ×, read again"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
