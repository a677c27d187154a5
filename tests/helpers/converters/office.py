"""What tools make of the Word file and of the workbook."""

import csv
import io
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

from helpers.converters.pages import by_markitdown, by_pandoc
from helpers.converters.way import Convert, Way


def by_docx2txt(path: Path) -> str:
    import docx2txt

    return docx2txt.process(str(path))


def by_docx2python(path: Path) -> str:
    from docx2python import docx2python

    with docx2python(path) as content:
        return content.text


def docx2python_rows(path: Path) -> str:
    from docx2python import docx2python

    with docx2python(path) as content:
        return "\n".join("\t".join("".join(cell) for cell in row) for table in content.body for row in table)


def by_mammoth(method: str) -> Convert:
    def convert(path: Path) -> str:
        import mammoth

        with path.open("rb") as file:
            return getattr(mammoth, method)(file).value

    return convert


def mammoth_then(text_of: Callable[[str], str]) -> Convert:
    return lambda path: text_of(by_mammoth("convert_to_html")(path))


def tables_behind(path: Path) -> str:
    """All paragraphs, then all tables: the script that forgets where the tables stood."""
    import docx

    document = docx.Document(str(path))
    lines = [paragraph.text for paragraph in document.paragraphs]
    lines += ["\t".join(cell.text for cell in row.cells) for table in document.tables for row in table.rows]
    return "\n".join(lines)


def by_office(target: str, suffix: str) -> Convert:
    """LibreOffice, a process a file."""

    def convert(path: Path) -> str:
        out = path.parent / "office"
        profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
        command = ["soffice", "--headless", profile, "--convert-to", target, "--outdir", str(out), str(path)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        made = out / f"{path.stem}.{suffix}"
        return made.read_text(encoding="utf-8-sig")

    return convert


def sheet_rows(path: Path) -> list[list[Any]]:
    import openpyxl

    return [list(row) for row in openpyxl.load_workbook(path).active.iter_rows(values_only=True)]


def as_csv(delimiter: str = ",", quoting: int = csv.QUOTE_MINIMAL) -> Convert:
    def convert(path: Path) -> str:
        out = io.StringIO(newline="")
        csv.writer(out, delimiter=delimiter, quoting=quoting, lineterminator="\n").writerows(sheet_rows(path))
        return out.getvalue()

    return convert


def by_xlsx2csv(path: Path, **options: Any) -> str:
    from xlsx2csv import Xlsx2csv

    out = io.StringIO()
    Xlsx2csv(str(path), outputencoding="utf-8", **options).convert(out)
    return out.getvalue()


def by_pandas(text_of: Callable[[Any], str]) -> Convert:
    def convert(path: Path) -> str:
        import pandas

        return text_of(pandas.read_excel(path, header=None))

    return convert


def printed_sheet(line: Callable[[list[Any]], str]) -> Convert:
    return lambda path: "\n".join(map(line, sheet_rows(path)))


def _strings(row: list[Any]) -> list[str]:
    return ["" if value is None else str(value) for value in row]


_FORMS = ("plain", "markdown", "gfm", "rst", "org", "asciidoc", "mediawiki", "latex", "html", "textile")
_FRAMES: dict[str, Callable[[Any], str]] = {
    "to_string": lambda frame: frame.to_string(),
    "to_string, blanks": lambda frame: frame.to_string(na_rep="", index=False, header=False),
    "to_csv": lambda frame: frame.to_csv(index=False, header=False),
    "to_markdown": lambda frame: frame.to_markdown(index=False),
    "to_html": lambda frame: frame.to_html(index=False, header=False, na_rep=""),
}


def _word(tool: str, options: str, convert: Convert, *needs: str) -> Way:
    return Way(tool, options, "docx", convert, needs)


def _sheet(tool: str, options: str, convert: Convert, *needs: str) -> Way:
    return Way(tool, options, "xlsx", convert, needs)


WAYS = (
    _word("docx2txt", "", by_docx2txt, "docx2txt"),
    _word("docx2python", "text", by_docx2python, "docx2python"),
    _word("docx2python", "rows behind tabs", docx2python_rows, "docx2python"),
    _word("mammoth", "html", by_mammoth("convert_to_html"), "mammoth"),
    _word("mammoth", "markdown", by_mammoth("convert_to_markdown"), "mammoth"),
    _word("mammoth", "raw text", by_mammoth("extract_raw_text"), "mammoth"),
    _word("markitdown", "", by_markitdown, "markitdown", "mammoth"),
    _word("python-docx", "tables behind all paragraphs", tables_behind, "docx"),
    _word("libreoffice", "text", by_office("txt:Text (encoded):UTF8", "txt"), "soffice"),
    _word("libreoffice", "html", by_office("html:HTML:EmbedImages", "html"), "soffice"),
    *[_word("pandoc", form, by_pandoc(form), "pypandoc") for form in _FORMS],
    _sheet("openpyxl", "csv", as_csv(), "openpyxl"),
    _sheet("openpyxl", "csv, tabs", as_csv("\t"), "openpyxl"),
    _sheet("openpyxl", "csv, semicolons", as_csv(";"), "openpyxl"),
    _sheet("openpyxl", "csv, all quoted", as_csv(quoting=csv.QUOTE_ALL), "openpyxl"),
    _sheet("openpyxl", "print(row)", printed_sheet(lambda row: str(tuple(row))), "openpyxl"),
    _sheet("openpyxl", "bars", printed_sheet(lambda row: " | ".join(_strings(row))), "openpyxl"),
    _sheet("openpyxl", "None written", printed_sheet(lambda row: "\t".join(map(str, row))), "openpyxl"),
    _sheet("xlsx2csv", "", by_xlsx2csv, "xlsx2csv", "openpyxl"),
    _sheet("xlsx2csv", "tabs", lambda path: by_xlsx2csv(path, delimiter="\t"), "xlsx2csv", "openpyxl"),
    _sheet("libreoffice", "csv", by_office("csv:Text - txt - csv (StarCalc):44,34,76,1", "csv"), "soffice", "openpyxl"),
    _sheet("markitdown", "", by_markitdown, "markitdown", "openpyxl"),
    *[_sheet("pandas.read_excel", name, by_pandas(frame), "pandas", "openpyxl", "tabulate") for name, frame in _FRAMES.items()],
)  # fmt: skip
