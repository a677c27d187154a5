"""What reading a file alone costs, beside what other packages need for its cells: ``python bench/files.py``.

Both take the bytes of a Word document or PDF to the text of every cell of its tables, in one process and in
turns, in CPU time; what is printed is the median of the ratios. Where LibreOffice is installed, the documents
are measured as it writes them, too, with much more to say of each cell, and as PDFs. Needs python-docx, and
pdfplumber for PDFs.
"""

import io
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

import docx

import gov_disclosure as gd
from gov_disclosure.sources.formats import document_of
from run import ROOT

_ROUNDS = 15
_FILES = sorted((ROOT / "examples" / "reports").glob("*-2021.txt"))


def ours(data: bytes) -> list[str]:
    """The texts of all cells, by this library."""
    grids = document_of(data, "report").grids
    return [cell.text for grid in grids for row in grid.rows for cell in row if cell.is_own]


def theirs(data: bytes) -> list[str]:
    """The texts of all cells, by python-docx: each that is merged once."""
    found: list[str] = []
    for table in docx.Document(io.BytesIO(data)).tables:
        seen: set[object] = set()
        for row in table.rows:
            for cell in row.cells:
                if cell._tc not in seen:
                    seen.add(cell._tc)
                    found.append(cell.text)
    return found


def by_pdfplumber(data: bytes) -> list[str]:
    """The texts of all cells, by pdfplumber."""
    import pdfplumber

    with pdfplumber.open(io.BytesIO(data)) as document:
        tables = [table for page in document.pages for table in page.extract_tables()]
    return [cell for table in tables for row in table for cell in row if cell is not None]


def cost(read: Callable[[bytes], list[str]], data: bytes) -> float:
    """CPU seconds of one reading."""
    start = time.thread_time()
    read(data)
    return time.thread_time() - start


def documents() -> Iterator[tuple[str, bytes]]:
    """Reports as this library writes them, as LibreOffice writes these again, and as PDFs."""
    with tempfile.TemporaryDirectory() as folder:
        for path in _FILES:
            gd.to_docx(gd.read(path), Path(folder, f"{path.stem}.docx"))
        if shutil.which("soffice"):
            profile = f"-env:UserInstallation=file://{folder}/profile"
            names = [f"{path.stem}.docx" for path in _FILES]
            for target in ("docx:MS Word 2007 XML", "pdf"):
                command = ["soffice", profile, "--headless", "--convert-to", target, "--outdir", "out"]
                subprocess.run([*command, *names], cwd=folder, check=True, capture_output=True)
        for path in sorted([*Path(folder).glob("**/*.docx"), *Path(folder).glob("**/*.pdf")]):
            yield str(path.relative_to(folder)), path.read_bytes()


def main() -> None:
    """Print a line for each document."""
    for name, data in documents():
        other, read = ("pdfplumber", by_pdfplumber) if name.endswith(".pdf") else ("python-docx", theirs)
        same = [text.strip() for text in read(data)] == ours(data)
        costs = [(cost(ours, data), cost(read, data)) for _ in range(_ROUNDS)]
        ratio = median(other / own for own, other in costs)
        own = 1000 * median(own for own, _ in costs)
        print(f"{name:30} {own:6.1f} ms, {ratio:5.1f} × {other}, same cells: {same}")


if __name__ == "__main__":
    main()
