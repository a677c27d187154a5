"""Running: cases of a law in parallel, each from a seed of its own, counted by kind."""

import time
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from itertools import count, islice
from multiprocessing import get_context
from multiprocessing.pool import Pool
from typing import Final

from attrs import define, field, frozen

from fuzz.laws import LAWS
from gov_disclosure.testing.samples.choices import Rolled

_CASES_IN_A_BATCH: Final = 25


@define
class Tally:
    """What the trials of one kind came to."""

    texts: int = 0
    kept: int = 0
    lost: int = 0
    wrong: int = 0

    def add(self, other: "Tally") -> None:
        """Count in what other trials of the kind came to."""
        self.texts += other.texts
        self.kept += other.kept
        self.lost += other.lost
        self.wrong += other.wrong


@frozen
class Batch:
    """Some cases of a law."""

    law: str
    seed: int
    first: int
    last: int


@frozen
class Failure:
    """A case that broke the law; its seed and its choices make it again."""

    law: str
    seed: str
    kind: str
    layout: str
    made: tuple[int, ...]


@define
class Outcome:
    """What a run, or a batch of it, came to."""

    cases: int = 0
    tallies: dict[tuple[str, str], Tally] = field(factory=dict)
    failures: list[Failure] = field(factory=list)

    def tally(self, law: str, kind: str) -> Tally:
        """The tally of a kind."""
        return self.tallies.setdefault((law, kind), Tally())

    def add(self, other: "Outcome") -> None:
        """Count in another batch."""
        self.cases += other.cases
        self.failures += other.failures
        for key, tally in other.tallies.items():
            self.tally(*key).add(tally)


def run_batch(batch: Batch) -> Outcome:
    """Try the cases of a batch."""
    outcome = Outcome(cases=batch.last - batch.first)
    for number in range(batch.first, batch.last):
        seed = f"{batch.law}:{batch.seed}:{number}"
        choices = Rolled(seed)
        broken: dict[tuple[str, str], None] = {}
        for trial in LAWS[batch.law](choices):
            tally = Tally(1, trial.kept, trial.lost, len(trial.wrong))
            outcome.tally(batch.law, trial.kind).add(tally)
            if trial.failed:
                broken[trial.kind, trial.layout] = None
        outcome.failures += [Failure(batch.law, seed, *how, tuple(choices.made)) for how in broken]
    return outcome


def run(laws: Iterable[str], seed: int, *, cases: int | None, minutes: float, jobs: int) -> Outcome:
    """Try so many cases of each law, or as many as the time allows, law by law in turn."""
    total = Outcome()
    until = None if cases is not None else time.monotonic() + 60 * minutes
    with _pool(jobs) as pool:
        batches = _batches(list(laws), seed, cases)
        while chunk := list(islice(batches, 8 * jobs)):
            for outcome in pool.imap(run_batch, chunk) if pool else map(run_batch, chunk):
                total.add(outcome)
            if until is not None and time.monotonic() >= until:
                break
    return total


def _batches(laws: list[str], seed: int, cases: int | None) -> Iterator[Batch]:
    for first in count(0, _CASES_IN_A_BATCH):
        if cases is not None and first >= cases:
            return
        last = first + _CASES_IN_A_BATCH
        for law in laws:
            yield Batch(law, seed, first, last if cases is None else min(last, cases))


def _pool(jobs: int) -> AbstractContextManager[Pool | None]:
    return get_context("spawn").Pool(jobs) if jobs > 1 else nullcontext()
