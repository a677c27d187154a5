"""One report to JSON: what was found, and how to tell a zero from a blank.

Run: python examples/report_to_json.py [FILE]
"""

import sys
from pathlib import Path

import gov_disclosure as gd

BUNDLED = Path(__file__).parent / "reports" / "tika-2021.txt"


def main(path: Path) -> None:
    """Print a report as JSON, after a line with its facts on standard error."""
    report = gd.read(path)
    received = report.cells["requests.new_received.total"]
    print(report.issuer, report.year, received.state, received.value, file=sys.stderr)
    print(gd.to_json(report, indent=2))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else BUNDLED)
