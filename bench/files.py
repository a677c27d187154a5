"""What reading a file alone costs, beside what python-docx needs for the same cells: ``python bench/files.py``.

Both take the bytes of a report's Word document to the text of every cell of its tables, in one process and in
turns, in CPU time; what is printed is the median of the ratios. Needs python-docx.
"""

import io
import time
from collections.abc import Callable
from statistics import median

import gov_disclosure as gd
from gov_disclosure.sources.formats import document_of
from run import REPORTS

_ROUNDS = 15


def ours(data: bytes) -> list[str]:
    """The texts of all cells, by this library."""
    grids = document_of(data, "report.docx").grids
    return [cell.text for grid in grids for row in grid.rows for cell in row if cell.is_own]


def theirs(data: bytes) -> list[str]:
    """The texts of all cells, by python-docx: each that is merged once."""
    import docx

    found: list[str] = []
    for table in docx.Document(io.BytesIO(data)).tables:
        seen: set[object] = set()
        for row in table.rows:
            for cell in row.cells:
                if cell._tc not in seen:
                    seen.add(cell._tc)
                    found.append(cell.text)
    return found


def cost(read: Callable[[bytes], list[str]], data: bytes) -> float:
    """CPU seconds of one reading."""
    start = time.thread_time()
    read(data)
    return time.thread_time() - start


def main() -> None:
    """Print a line for each document."""
    for path in REPORTS:
        stream = io.BytesIO()
        gd.to_docx(gd.read(path), stream)
        data = stream.getvalue()
        same = [text.strip() for text in theirs(data)] == ours(data)
        costs = [(cost(ours, data), cost(theirs, data)) for _ in range(_ROUNDS)]
        ratio = median(other / own for own, other in costs)
        own = 1000 * median(own for own, _ in costs)
        print(f"{path.stem:20} {own:6.1f} ms, {ratio:5.1f} × python-docx, same cells: {same}")


if __name__ == "__main__":
    main()
