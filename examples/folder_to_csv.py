"""A folder of reports to one CSV, one row a report, and the names of the files that are none.

Run: python examples/folder_to_csv.py [FOLDER] [OUT.csv]
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import gov_disclosure as gd

BUNDLED = Path(__file__).parent / "reports"


def reports(folder: Path) -> Iterator[gd.Report]:
    """Every report in a folder, in order of name."""
    for path in sorted(folder.glob("*.txt")):
        try:
            yield gd.read(path)
        except gd.GovDisclosureError as error:
            print(f"{path}: {error}", file=sys.stderr)


def main(folder: Path, out: Path) -> None:
    """Write the table."""
    gd.to_csv(reports(folder), out, shape="wide", bom=True)
    print(f"{out}: {len(gd.from_csv(out))} reports")


if __name__ == "__main__":
    arguments = [Path(argument) for argument in sys.argv[1:]]
    main(*(arguments + [BUNDLED, Path("reports.csv")][len(arguments) :]))
