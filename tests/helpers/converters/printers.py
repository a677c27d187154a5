"""Packages that print tables: a script walks a Word file and prints each of its tables with one of them."""

import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path

from helpers.converters.way import Convert, Way

Rows = list[list[str]]
Print = Callable[[Rows], str]


def walk(path: Path, merged: str) -> Iterator[str | Rows]:
    """The paragraphs and tables of a Word file, by python-docx; a merged place is copied or blank."""
    import docx

    for part in docx.Document(str(path)).iter_inner_content():
        if not hasattr(part, "rows"):
            yield part.text
        else:
            yield list(_rows(part, merged))


def _rows(table, merged: str) -> Iterator[list[str]]:
    seen: set[object] = set()
    for row in table.rows:
        texts = []
        for cell in row.cells:
            texts.append("" if merged == "blank" and cell._tc in seen else cell.text)
            seen.add(cell._tc)
        yield texts


def printed(table: Print, merged: str = "copied", gap: str = "\n") -> Convert:
    return lambda path: gap.join(part if isinstance(part, str) else table(part) for part in walk(path, merged))


def by_tabulate(form: str, **options: object) -> Print:
    def table(rows: Rows) -> str:
        import tabulate

        return tabulate.tabulate(rows, tablefmt=form, **options)

    return table


def by_prettytable(style: str, method: str = "get_string") -> Print:
    def table(rows: Rows) -> str:
        import prettytable

        made = prettytable.PrettyTable(header=False)
        made.add_rows(rows)
        if style:
            made.set_style(prettytable.TableStyle[style])
        return getattr(made, method)()

    return table


def by_texttable(rows: Rows) -> str:
    import texttable

    made = texttable.Texttable(max_width=0)
    made.set_cols_dtype(["t"] * len(rows[0]))
    made.add_rows(rows, header=False)
    return made.draw()


def by_terminaltables(kind: str) -> Print:
    def table(rows: Rows) -> str:
        import terminaltables

        return getattr(terminaltables, kind)(rows).table

    return table


def by_rich(box: str) -> Print:
    def table(rows: Rows) -> str:
        from rich import box as boxes
        from rich.console import Console
        from rich.table import Table

        made = Table(box=getattr(boxes, box), show_header=False)
        for row in rows:
            made.add_row(*row)
        out = io.StringIO()
        Console(file=out, width=500).print(made)
        return out.getvalue()

    return table


def by_pytablewriter(name: str) -> Print:
    def table(rows: Rows) -> str:
        import pytablewriter

        writer = pytablewriter.TableWriterFactory.create_from_format_name(name)
        writer.headers, *writer.value_matrix = rows
        writer.table_name = "t" if name == "toml" else ""
        return writer.dumps()

    return table


def joined(cell: str, row: str = "\n") -> Print:
    return lambda rows: row.join(cell.join(texts) for texts in rows)


_TABULATE = (
    "plain", "simple", "github", "grid", "simple_grid", "rounded_grid", "heavy_grid", "mixed_grid", "double_grid",
    "fancy_grid", "outline", "rounded_outline", "heavy_outline", "double_outline", "fancy_outline", "colon_grid",
    "pipe", "orgtbl", "asciidoc", "jira", "presto", "pretty", "psql", "rst", "mediawiki", "moinmoin", "youtrack",
    "html", "latex", "latex_booktabs", "textile", "tsv",
)  # fmt: skip
_BLANK = ("plain", "simple", "grid", "fancy_grid", "pipe", "presto", "psql", "pretty", "rst", "tsv")
_PRETTY = {
    "": by_prettytable(""),
    "MSWORD_FRIENDLY": by_prettytable("MSWORD_FRIENDLY"),
    "PLAIN_COLUMNS": by_prettytable("PLAIN_COLUMNS"),
    "MARKDOWN": by_prettytable("MARKDOWN"),
    "ORGMODE": by_prettytable("ORGMODE"),
    "DOUBLE_BORDER": by_prettytable("DOUBLE_BORDER"),
    "SINGLE_BORDER": by_prettytable("SINGLE_BORDER"),
    "csv": by_prettytable("", "get_csv_string"),
    "html": by_prettytable("", "get_html_string"),
    "json": by_prettytable("", "get_json_string"),
    "mediawiki": by_prettytable("", "get_mediawiki_string"),
    "latex": by_prettytable("", "get_latex_string"),
}
_TERMINAL = ("AsciiTable", "SingleTable", "DoubleTable", "GithubFlavoredMarkdownTable", "PorcelainTable")
_RICH = (
    "ASCII",
    "ASCII2",
    "SQUARE",
    "ROUNDED",
    "HEAVY",
    "DOUBLE",
    "SIMPLE",
    "MINIMAL",
    "HORIZONTALS",
    "MARKDOWN",
)
_WRITERS = (
    "csv",
    "tsv",
    "markdown",
    "rst",
    "unicode",
    "borderless",
    "space_aligned",
    "json_lines",
    "latex_table",
    "asciidoc",
)
_JOINED = {
    "tab": joined("\t"),
    "bar": joined(" | "),
    "comma": joined(","),
    "two spaces": joined("  "),
    "newline": joined("\n"),
    "json": lambda rows: json.dumps(rows, ensure_ascii=False),
    "json a row": lambda rows: "\n".join(json.dumps(row, ensure_ascii=False) for row in rows),
    "print": lambda rows: "\n".join(map(str, rows)),
}  # fmt: skip


def _printer(tool: str, name: str, table: Print, *needs: str, merged: str = "copied") -> Way:
    options = ", ".join(filter(None, (name, "merged blank" if merged == "blank" else "")))
    return Way(tool, options, "docx", printed(table, merged), ("docx", *needs))


WAYS = (
    *[_printer("tabulate", form, by_tabulate(form), "tabulate") for form in _TABULATE],
    *[_printer("tabulate", form, by_tabulate(form), "tabulate", merged="blank") for form in _BLANK],
    _printer("tabulate", "grid, first row", by_tabulate("grid", headers="firstrow"), "tabulate"),
    _printer("tabulate", "simple, first row", by_tabulate("simple", headers="firstrow"), "tabulate", merged="blank"),
    _printer("tabulate", "github, first row", by_tabulate("github", headers="firstrow"), "tabulate", merged="blank"),
    *[_printer("prettytable", style, table, "prettytable") for style, table in _PRETTY.items()],
    _printer("prettytable", "", by_prettytable(""), "prettytable", merged="blank"),
    _printer("texttable", "", by_texttable, "texttable"),
    *[_printer("terminaltables", kind, by_terminaltables(kind), "terminaltables", merged="blank") for kind in _TERMINAL],
    *[_printer("rich", box, by_rich(box), "rich") for box in _RICH],
    _printer("rich", "MINIMAL", by_rich("MINIMAL"), "rich", merged="blank"),
    *[_printer("pytablewriter", form, by_pytablewriter(form), "pytablewriter") for form in _WRITERS],
    *[_printer("python-docx", name, table) for name, table in _JOINED.items()],
    _printer("python-docx", "tab", joined("\t"), merged="blank"),
    _printer("python-docx", "bar", joined(" | "), merged="blank"),
)  # fmt: skip
