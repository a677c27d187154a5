"""What tools make of the two PDFs: the one of ruled tables, and the web page printed."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from helpers.converters.way import Convert, Way, program


def by_pypdf(mode: str) -> Convert:
    def convert(path: Path) -> str:
        import pypdf

        return "\n".join(page.extract_text(extraction_mode=mode) for page in pypdf.PdfReader(path).pages)

    return convert


def by_pdfminer(**options: Any) -> Convert:
    def convert(path: Path) -> str:
        from pdfminer.high_level import extract_text
        from pdfminer.layout import LAParams

        return extract_text(str(path), laparams=LAParams(**options))

    return convert


def by_pymupdf(text_of: Callable[[Any], str]) -> Convert:
    def convert(path: Path) -> str:
        import pymupdf

        with pymupdf.open(path) as document:
            return "\n".join(map(text_of, document))

    return convert


def with_tables(table: Callable[[Any], str]) -> Callable[[Any], str]:
    """The lines of a page of pymupdf that stand in no table, and its tables where they stand."""

    def text_of(page: Any) -> str:
        tables = page.find_tables().tables
        parts = [(found.bbox[1], table(found)) for found in tables]
        for _left, top, _right, bottom, text, *_ in page.get_text("blocks"):
            middle = (top + bottom) / 2
            if not any(found.bbox[1] <= middle <= found.bbox[3] for found in tables):
                parts.append((top, text))
        return "\n".join(text for _, text in sorted(parts))

    return text_of


def by_pymupdf4llm(path: Path) -> str:
    import pymupdf4llm

    return pymupdf4llm.to_markdown(str(path))


def by_pypdfium2(method: str) -> Convert:
    def convert(path: Path) -> str:
        import pypdfium2

        document = pypdfium2.PdfDocument(path)
        texts = [getattr(page.get_textpage(), method)() for page in document]
        document.close()
        return "\n".join(texts)

    return convert


def by_pdfplumber(text_of: Callable[[Any], str]) -> Convert:
    def convert(path: Path) -> str:
        import pdfplumber

        with pdfplumber.open(path) as document:
            return "\n".join(map(text_of, document.pages))

    return convert


def plumbed(table: Callable[[Sequence[Sequence[str | None]]], str]) -> Callable[[Any], str]:
    """A page of pdfplumber: its tables, and the lines between them."""

    def text_of(page: Any) -> str:
        out: list[str] = []
        top = 0.0
        for found in sorted(page.find_tables(), key=lambda found: found.bbox[1]):
            if found.bbox[1] > top:
                out.append(page.crop((0, top, page.width, found.bbox[1])).extract_text())
            out.append(table(found.extract()))
            top = min(found.bbox[3], page.height)
        return "\n".join([*out, page.crop((0, top, page.width, page.height)).extract_text()])

    return text_of


def _lines(gap: str, none: str = "") -> Callable[[Sequence[Sequence[str | None]]], str]:
    return lambda rows: "\n".join(
        gap.join(none if cell is None else cell.replace("\n", "") for cell in row) for row in rows
    )


def _frame(rows: Sequence[Sequence[str | None]]) -> str:
    import pandas

    return pandas.DataFrame(rows).to_string()


def by_camelot(flavor: str, text_of: Callable[[Any], str]) -> Convert:
    """The tables alone."""

    def convert(path: Path) -> str:
        import camelot

        tables = camelot.read_pdf(str(path), pages="all", flavor=flavor)
        return "\n\n".join(text_of(table.df) for table in tables)

    return convert


def by_tabula(text_of: Callable[[Any], str], **options: Any) -> Convert:
    """The tables alone."""

    def convert(path: Path) -> str:
        import tabula

        frames = tabula.read_pdf(
            str(path), pages="all", silent=True, pandas_options={"header": None, "dtype": str}, **options
        )
        return "\n\n".join(map(text_of, frames))

    return convert


def by_markitdown(path: Path) -> str:
    from markitdown import MarkItDown

    return MarkItDown().convert(str(path)).text_content


_BOTH: dict[tuple[str, str], tuple[Convert, tuple[str, ...]]] = {
    ("pypdf", "plain"): (by_pypdf("plain"), ("pypdf",)),
    ("pypdf", "layout"): (by_pypdf("layout"), ("pypdf",)),
    ("pdfminer", ""): (by_pdfminer(), ("pdfminer",)),
    ("pdfminer", "boxes_flow None"): (by_pdfminer(boxes_flow=None), ("pdfminer",)),
    ("pymupdf", "text"): (by_pymupdf(lambda page: page.get_text()), ("pymupdf",)),
    ("pymupdf", "text, sorted"): (by_pymupdf(lambda page: page.get_text(sort=True)), ("pymupdf",)),
    ("pymupdf", "blocks"): (
        by_pymupdf(lambda page: "\n".join(block[4] for block in page.get_text("blocks"))),
        ("pymupdf",),
    ),
    ("pymupdf", "tables to_markdown"): (by_pymupdf(with_tables(lambda t: t.to_markdown())), ("pymupdf",)),
    ("pymupdf", "tables to_pandas"): (
        by_pymupdf(with_tables(lambda t: t.to_pandas().to_string())),
        ("pymupdf", "pandas"),
    ),
    ("pymupdf", "tables behind tabs"): (
        by_pymupdf(with_tables(lambda t: _lines("\t")(t.extract()))),
        ("pymupdf",),
    ),
    ("pymupdf4llm", ""): (by_pymupdf4llm, ("pymupdf4llm",)),
    ("pypdfium2", "get_text_range"): (by_pypdfium2("get_text_range"), ("pypdfium2",)),
    ("pypdfium2", "get_text_bounded"): (by_pypdfium2("get_text_bounded"), ("pypdfium2",)),
    ("pdftotext", ""): (program("pdftotext", "{}", "-"), ("pdftotext",)),
    ("pdftotext", "-raw"): (program("pdftotext", "-raw", "{}", "-"), ("pdftotext",)),
    ("pdftotext", "-layout"): (program("pdftotext", "-layout", "{}", "-"), ("pdftotext",)),
    ("pdftotext", "-layout -fixed 4"): (
        program("pdftotext", "-layout", "-fixed", "4", "{}", "-"),
        ("pdftotext",),
    ),
    ("pdftohtml", "-stdout"): (program("pdftohtml", "-stdout", "-i", "-noframes", "{}"), ("pdftohtml",)),
    ("mutool", "draw -F txt"): (program("mutool", "draw", "-q", "-F", "txt", "{}"), ("mutool",)),
    ("mutool", "draw -F html"): (program("mutool", "draw", "-q", "-F", "html", "{}"), ("mutool",)),
    ("pdfplumber", "text"): (by_pdfplumber(lambda page: page.extract_text()), ("pdfplumber",)),
    ("pdfplumber", "layout"): (by_pdfplumber(lambda page: page.extract_text(layout=True)), ("pdfplumber",)),
    ("pdfplumber", "words"): (
        by_pdfplumber(lambda page: " ".join(word["text"] for word in page.extract_words())),
        ("pdfplumber",),
    ),
    ("pdfplumber", "tables behind tabs"): (by_pdfplumber(plumbed(_lines("\t"))), ("pdfplumber",)),
    ("pdfplumber", "tables behind bars"): (by_pdfplumber(plumbed(_lines(" | "))), ("pdfplumber",)),
    ("pdfplumber", "tables, None written"): (by_pdfplumber(plumbed(_lines("\t", "None"))), ("pdfplumber",)),
    ("pdfplumber", "tables printed"): (
        by_pdfplumber(plumbed(lambda rows: "\n".join(map(str, rows)))),
        ("pdfplumber",),
    ),
    ("pdfplumber", "tables as frames"): (by_pdfplumber(plumbed(_frame)), ("pdfplumber", "pandas")),
    ("markitdown", ""): (by_markitdown, ("markitdown", "pdfminer")),
}
_TABLES: dict[tuple[str, str], tuple[Convert, tuple[str, ...]]] = {
    ("camelot", "lattice, to_csv"): (
        by_camelot("lattice", lambda frame: frame.to_csv(index=False, header=False)),
        ("camelot",),
    ),
    ("camelot", "lattice, to_string"): (
        by_camelot("lattice", lambda frame: frame.replace("\n", "", regex=True).to_string()),
        ("camelot",),
    ),
    ("camelot", "lattice, to_markdown"): (
        by_camelot("lattice", lambda frame: frame.replace("\n", "", regex=True).to_markdown(index=False)),
        ("camelot", "tabulate"),
    ),
    ("camelot", "stream, to_csv"): (
        by_camelot("stream", lambda frame: frame.to_csv(index=False, header=False)),
        ("camelot",),
    ),
    ("tabula", "lattice, to_csv"): (
        by_tabula(lambda frame: frame.to_csv(index=False, header=False), lattice=True),
        ("tabula", "java"),
    ),
    ("tabula", "stream, to_csv"): (
        by_tabula(lambda frame: frame.to_csv(index=False, header=False), stream=True),
        ("tabula", "java"),
    ),
}

# They take ten seconds and more for a page with two typefaces.
_LONG = {("pypdf", "plain"), ("pypdf", "layout"), ("pymupdf4llm", ""), ("pymupdf", "tables to_pandas")}

WAYS = (
    *[Way(*name, "pdf", convert, needs) for name, (convert, needs) in {**_BOTH, **_TABLES}.items()],
    *[
        Way(*name, "printed page", convert, needs)
        for name, (convert, needs) in _BOTH.items()
        if name not in _LONG
    ],
)
