"""A folder of reports held against each other: years that don't follow on, doubles, copied text.

Run: python examples/panel.py [FOLDER] [zh|en]
"""

import sys
from pathlib import Path

import gov_disclosure as gd

BUNDLED = Path(__file__).parent / "reports"


def main(folder: Path, language: str) -> None:
    """Print a line for each finding above level info, and the longest passage of what is copied."""
    found = gd.check_panel(gd.read(path) for path in sorted(folder.glob("*.txt")))
    for finding in found:
        if finding.level is not gd.Level.INFO:
            message = finding.message.zh if language == "zh" else finding.message.en
            print(finding.code, finding.level, message, sep="\t")
        for passage in finding.passages[:1]:
            for one, excerpt in zip(finding.reports, passage.excerpts, strict=True):
                print(f"\t{one.year}\t{excerpt.text[:40]}…")
    print(f"{len(found)} findings")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else BUNDLED, (sys.argv[2:] or ["zh"])[0])
