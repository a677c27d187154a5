"""``python -m fuzz``: run the laws on fresh seeds, keep what breaks them, and print what they came to."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from random import SystemRandom
from typing import Final

from fuzz.laws import LAWS, Trial
from fuzz.run import Failure, Outcome, run
from fuzz.shrink import shrunk
from tests.helpers.golden import write_golden

FOUND: Final = Path(__file__).parent.parent / "tests" / "fixtures" / "found"
_MOST_KEPT: Final = 20

_DESCRIPTION: Final = """\
Run the laws of the library on invented documents.

A case is made from a seed: a law, the number given by --seed, and its own number. The same seed and --count
try the same cases, whatever the number of jobs. What breaks a law is shrunk and written to --found: NAME.txt,
the text, and NAME.cells, the truth; the suite reads both from then on. The exit code is 1 if a law was broken.

laws:
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; its exit code."""
    options = _parser().parse_args(arguments)
    seed = options.seed if options.seed is not None else SystemRandom().randrange(10**9)
    laws = options.law or list(LAWS)
    outcome = run(laws, seed, cases=options.count, minutes=options.minutes, jobs=options.jobs)
    print(f"seed {seed}, {outcome.cases} cases\n")
    print(table(outcome), flush=True)
    for failure in _one_of_each(outcome.failures):
        _keep(failure, options.found)
    if len(outcome.failures) > 0:
        print(f"\n{len(outcome.failures)} texts broke a law")
    return bool(outcome.failures)


def _parser() -> argparse.ArgumentParser:
    described = _DESCRIPTION + "\n".join(f"  {name:<10} {law.__doc__}" for name, law in LAWS.items())
    parser = argparse.ArgumentParser(
        prog="python -m fuzz", description=described, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--law", action="append", choices=list(LAWS), help="a law; all of them if none is given"
    )
    parser.add_argument("--minutes", type=float, default=1.0, help="how long to run (1)")
    parser.add_argument("--count", type=int, help="how many cases of each law to try, instead of --minutes")
    parser.add_argument("--seed", type=int, help="a number; a fresh one if none is given")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes (one a core)")
    parser.add_argument(
        "--found", type=Path, default=FOUND, help=f"a folder ({FOUND.relative_to(FOUND.parents[2])})"
    )
    return parser


def table(outcome: Outcome) -> str:
    """A line for each kind of text, and one for each law."""
    rows: list[tuple[str, ...]] = [("law", "kind", "texts", "cells", "kept", "lost", "wrong")]
    laws = dict.fromkeys(law for law, _ in outcome.tallies)
    for law in laws:
        sums = Outcome()
        for (_, kind), tally in sorted(item for item in outcome.tallies.items() if item[0][0] == law):
            sums.tally(law, "all").add(tally)
            rows.append(_row(law, kind, tally.texts, tally.kept, tally.lost, tally.wrong))
        whole = sums.tally(law, "all")
        rows.append(_row(law, "all", whole.texts, whole.kept, whole.lost, whole.wrong))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(text.ljust(width) if index < 2 else text.rjust(width)
                  for index, (text, width) in enumerate(zip(row, widths, strict=True)))
        for row in rows
    )  # fmt: skip


def _row(law: str, kind: str, texts: int, kept: int, lost: int, wrong: int) -> tuple[str, ...]:
    cells = kept + lost + wrong
    share = f"{kept / cells:.4%}" if cells else "-"
    return law, kind, str(texts), str(cells), share, str(lost), str(wrong)


def _one_of_each(failures: Sequence[Failure]) -> list[Failure]:
    """The first failure of each kind in each layout, and so many at the most."""
    first: dict[tuple[str, str, str], Failure] = {}
    for failure in failures:
        first.setdefault((failure.law, failure.kind, failure.layout), failure)
    return list(first.values())[:_MOST_KEPT]


def _keep(failure: Failure, folder: Path) -> None:
    """Shrink a failure, write it down, and say how to see it again."""
    found = shrunk(LAWS[failure.law], failure.made)
    if found is None:
        print(f"\n{failure.seed} broke {failure.law} ({failure.kind}) once and did not again", file=sys.stderr)
        return
    trial = found[1]
    name = f"{failure.law}-{trial.kind}-{trial.layout}-{failure.seed.split(':', 1)[1].replace(':', '-')}"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.txt").write_bytes(trial.text.encode("utf-8"))
    write_golden(folder / f"{name}.cells", trial.truth)
    _, seed, number = failure.seed.split(":")
    print(f"\n{_told(trial)}\n  text and truth: {folder / name}.txt, .cells")
    print(f"  again: python -m fuzz --law {failure.law} --seed {seed} --count {int(number) + 1}")


def _told(trial: Trial) -> str:
    """What was read wrong, the first cells of it."""
    cells = [f"{id} is {true}, read as {read}" for id, (true, read) in list(trial.wrong.items())[:3]]
    return f"{trial.kind} in {trial.layout}: {len(trial.wrong)} wrong\n  " + "\n  ".join(cells)


if __name__ == "__main__":
    sys.exit(main())
