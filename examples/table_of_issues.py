"""A table of issues: what a person should look at, report by report.

Run: python examples/table_of_issues.py [FOLDER] [zh|en]
"""

import sys
from pathlib import Path

import gov_disclosure as gd

BUNDLED = Path(__file__).parent / "reports"


def main(folder: Path, language: str) -> None:
    """Print a line for each issue above level info: file, code, level, place, message."""
    for path in sorted(folder.glob("*.txt")):
        for issue in gd.read(path).issues:
            if issue.level is not gd.Level.INFO:
                message = issue.message.zh if language == "zh" else issue.message.en
                print(path.name, issue.code, issue.level, issue.location or "-", message, sep="\t")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else BUNDLED, (sys.argv[2:] or ["zh"])[0])
