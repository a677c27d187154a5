"""Goldens of the stages of reading: ``python tests/helpers/stages.py`` writes them anew, for a person to look at."""

from pathlib import Path

from gov_disclosure.api import read_stages
from gov_disclosure.tracing import STAGES, stage_lines

TESTS = Path(__file__).parent.parent
GOLDENS = TESTS / "stages"
FIXTURES = (
    "box-2021",
    "dropped-blanks",
    "explained-2019",
    "found/damage-column_lost-pipes-5001-19901",
    "html-2019",
    "page-break-rows",
    "spaces-2019",
    "torn-row-tika",
)


def drawn(fixture: str, stage: str) -> str:
    """What a stage makes of a fixture, as ``gov-disclosure trace`` prints it."""
    text = (TESTS / "fixtures" / f"{fixture}.txt").read_text(encoding="utf-8")
    return "".join(f"{line}\n" for line in stage_lines(read_stages(text)[0], stage, "en"))


def golden(fixture: str, stage: str) -> Path:
    return GOLDENS / fixture.split("/")[-1] / f"{stage}.txt"


if __name__ == "__main__":
    for fixture in FIXTURES:
        for stage in STAGES:
            golden(fixture, stage).parent.mkdir(parents=True, exist_ok=True)
            golden(fixture, stage).write_text(drawn(fixture, stage), encoding="utf-8")
