"""Two checkouts read the same texts: ``python bench/compare.py OTHER`` lists those that they read otherwise.

The texts are the project's examples and fixtures, the folder that ``GOV_DISCLOSURE_CORPUS`` names, and invented
reports: a third of them rendered in each layout, a third damaged, a third with something in them that the form
does not have. Compared are the cells (value, state, raw text, place, unit), the sections, title, issuer, year,
edition, and all of the issues. Exit code 1 if any differ.
"""

import argparse
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
FOLDERS = (ROOT / "examples" / "reports", ROOT / "tests" / "fixtures", ROOT / "tests" / "fixtures" / "found")
# Runs in either checkout, so it uses nothing but what both have: parse, and the attributes of a report.
READ = """
import json, sys
import gov_disclosure as gd

def place(location):
    return location and (location.line, location.column)

def read(text):
    try:
        report = gd.parse(text)
    except gd.GovDisclosureError as error:
        return {"error": type(error).__name__}
    return {
        "front": [report.title, report.issuer, report.year, report.edition, report.preamble],
        "sections": [
            [s.number, s.heading, s.text, place(s.location), place(s.text_location)] for s in report.sections
        ],
        "issues": [[i.code, i.level, i.message.zh, i.cells, place(i.location), i.raw] for i in report.issues],
        "cells": [
            [c.id, str(c.value), c.state, c.raw, place(c.location), c.unit] for c in report.cells.values()
        ],
    }

for line in sys.stdin:
    print(json.dumps(read(json.loads(line))))
"""


def texts(count: int, seed: int) -> Iterator[tuple[str, str]]:
    """Every text with its name."""
    corpus = os.environ.get("GOV_DISCLOSURE_CORPUS")
    for folder in (*FOLDERS, *([Path(corpus)] if corpus else [])):
        for path in sorted(folder.glob("*.txt")):
            yield path.name, path.read_bytes().decode("utf-8")
    from fuzz.laws import LAWS
    from gov_disclosure.testing.samples.choices import Rolled

    for law in ("render", "damage", "strangers"):
        made = 0
        while made < count // 3:
            for trial in LAWS[law](Rolled(f"{seed}-{law}-{made}")):
                yield f"{law} {made} ({trial.kind}, {trial.layout})", trial.text
                made += 1


def read_in(checkout: Path, lines: str) -> list[dict[str, object]]:
    """What a checkout reads of the texts."""
    environment = {**os.environ, "PYTHONPATH": str(checkout / "src")}
    command = [sys.executable, "-c", READ]
    done = subprocess.run(
        command, input=lines, env=environment, stdout=subprocess.PIPE, check=True, text=True, cwd="/"
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def main() -> int:
    """Compare and print."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("other", type=Path, help="the folder of the other checkout")
    options.add_argument("--count", type=int, default=2000, help="how many invented texts")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--keep", type=Path, help="a folder for the texts that are read otherwise")
    chosen = options.parse_args()
    sys.path[:0] = [str(ROOT), str(ROOT / "src")]
    named = list(texts(chosen.count, chosen.seed))
    lines = "".join(json.dumps(text) + "\n" for _, text in named)
    ours, theirs = read_in(ROOT, lines), read_in(chosen.other.resolve(), lines)
    differing: Counter[str] = Counter()
    for (name, text), mine, other in zip(named, ours, theirs, strict=True):
        parts = [part for part in {**mine, **other} if mine.get(part) != other.get(part)]
        if parts:
            differing.update(parts)
            print(f"{name}: {', '.join(parts)}")
            for part in parts:
                for line in _differences(mine.get(part), other.get(part)):
                    print(f"    {line}")
            if chosen.keep:
                chosen.keep.mkdir(parents=True, exist_ok=True)
                (chosen.keep / f"{name.replace('/', '_')}.txt").write_bytes(text.encode())
    print(f"{len(named)} texts; read otherwise: {dict(differing) or 'none'}")
    return int(bool(differing))


def _differences(mine: object, other: object, most: int = 3) -> list[str]:
    if not (isinstance(mine, list) and isinstance(other, list)):
        return [f"here {mine}, there {other}"]
    ours, theirs = ([json.dumps(item, ensure_ascii=False) for item in side] for side in (mine, other))
    here = [f"here:  {item[:200]}" for item in ours if item not in theirs][:most]
    return [*here, *[f"there: {item[:200]}" for item in theirs if item not in ours][:most]]


if __name__ == "__main__":
    sys.exit(main())
