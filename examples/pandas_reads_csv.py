"""pandas reads the CSV: requests received by year, with what is not reported left out and never taken as 0.

Run: python examples/pandas_reads_csv.py [FOLDER]
"""

import io
import sys
from pathlib import Path

import pandas as pd

import gov_disclosure as gd

BUNDLED = Path(__file__).parent / "reports"


def main(folder: Path) -> None:
    """Print requests received by year, then how many cells of each state the reports have."""
    reports = [gd.read(path) for path in sorted(folder.glob("*.txt"))]

    wide = io.StringIO(newline="")
    gd.to_csv(reports, wide, shape="wide")
    wide.seek(0)
    missing = gd.table_schema("wide")["missingValues"]
    table = pd.read_csv(wide, na_values=missing, keep_default_na=False)
    print(table.groupby("year")["requests.new_received.total"].agg(["count", "sum"]))

    long = io.StringIO(newline="")
    gd.to_csv(reports, long)
    long.seek(0)
    print(pd.read_csv(long).groupby(["table", "state"]).size())


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else BUNDLED)
