"""What each stage of reading costs: ``python bench/stages.py [COUNT]`` prints it in floors, dearest first.

The texts are those of ``bench/fresh.py``: distinct reports in all layouts, each read once, in CPU time; beside
them, in the second column, the project's examples read again and again.
"""

import sys
import time
from collections.abc import Callable, Iterable
from functools import wraps
from inspect import getmembers, isfunction
from random import Random

import gov_disclosure as gd
from fresh import texts
from gov_disclosure import api
from run import REPORTS, floor

_WINGS = ("sources", "scanning", "parsing", "building")
_AGAIN = 30


def timed(step: Callable[..., object], name: str, spent: dict[str, float]) -> Callable[..., object]:
    """A step that adds to what has been spent on it."""

    @wraps(step)
    def run(*arguments: object, **options: object) -> object:
        start = time.thread_time()
        try:
            return step(*arguments, **options)
        finally:
            spent[name] += time.thread_time() - start

    return run


def steps() -> list[tuple[str, Callable[..., object]]]:
    """The named steps of the conductor, those of other wings."""
    return [
        (name, step) for name, step in getmembers(api, isfunction) if step.__module__.split(".")[1] in _WINGS
    ]


def floors(read: Iterable[str], spent: dict[str, float]) -> dict[str, float]:
    """What each step costs, in floors of all texts."""
    spent.update(dict.fromkeys(spent, 0.0))
    least = whole = 0.0
    for text in read:
        start = time.thread_time()
        floor(text)
        middle = time.thread_time()
        gd.parse(text)
        least += middle - start
        whole += time.thread_time() - middle
    shares = {name: seconds / least for name, seconds in spent.items()}
    shares["what is between them"] = whole / least - sum(shares.values())
    shares["all"] = whole / least
    return shares


def main(count: int = 480) -> None:
    """Measure and print."""
    spent = dict.fromkeys((name for name, _ in steps()), 0.0)
    for name, step in steps():
        setattr(api, name, timed(step, name, spent))
    for text in REPORTS:
        gd.parse(text)
    made = [text for _, text in texts(count)]
    Random(1).shuffle(made)
    fresh, again = floors(made, spent), floors(REPORTS * _AGAIN, spent)
    print(f"{'stage':28} {'fresh':>6} {'again':>6}  in floors")
    for name, share in sorted(fresh.items(), key=lambda item: -item[1]):
        print(f"{name:28} {share:6.2f} {again[name]:6.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 480)
