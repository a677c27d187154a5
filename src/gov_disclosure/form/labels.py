"""The form's own labels for its rows and columns, and which terminal of the grammar stands for which."""

from collections.abc import Mapping
from functools import cache

from gov_disclosure.form.fields import Edition, Field, all_fields
from gov_disclosure.form.vocabulary import terminals


@cache
def _words() -> Mapping[str, tuple[str, ...]]:
    return {**terminals("proactive"), **terminals("requests"), **terminals("disputes")}


@cache
def row_terminals() -> Mapping[str, str]:
    """Terminal → ``table.row`` for every row of tables two and three, wordings of one edition included.

    （六）其他处理 is a group in one edition and a row in the other, so it is in no such list.
    """
    found: dict[str, str] = {}
    for cell in all_fields():
        row = cell.key
        name = _terminal(row)
        if cell.table != "disputes" and name in _words():
            found[name] = row
            if f"{name}_2019" in _words():
                found[f"{name}_2019"] = row
    return found


def _terminal(row: str) -> str:
    return row.upper().replace(".", "_")


def row_label(row: str, edition: Edition | None = None) -> str:
    """The form's label of ``table.row``, after that of its group: "（三）不予公开 1.属于国家秘密"."""
    return " ".join(filter(None, row_labels(row, edition)))


def row_labels(row: str, edition: Edition | None = None) -> tuple[str, str]:
    """The form's label of the group that ``table.row`` stands in, empty if in none, and of the row itself."""
    *groups, label = row_path(row, edition)
    return (groups[-1] if groups else ""), label


@cache
def row_path(row: str, edition: Edition | None = None) -> tuple[str, ...]:
    """The form's labels of all groups that ``table.row`` stands in, the widest first, and of the row itself."""
    words = _words()
    parts = (row.removeprefix("disputes.").upper()).replace(".", "_").split("_")
    names = ["_".join(parts[:length]) for length in range(1, len(parts) + 1)]
    # （六）其他处理 of 2019 is no name of its own: the group's label is the row's.
    *groups, name = [name for name in names if name in words]
    if edition is Edition.FORM_2019 and f"{name}_2019" in words:
        name = f"{name}_2019"
    return tuple(words[name][0] for name in (*groups, name))


@cache
def groups_before(terminal: str) -> int:
    """How many labels of groups stand before a label of table three in its row: two before 1.属于国家秘密."""
    words = _words() if terminal.startswith("REQUESTS_") else {}
    name = terminal.removesuffix("_2019")
    return sum(1 for group in words if name.startswith(f"{group}_"))


def column_label(cell: Field, edition: Edition) -> str:
    """The form's label of a cell's column."""
    column = cell.column.upper()
    return _words()[f"COLUMN_{edition}_{column}" if cell.table == "proactive" else column][0]


def heading_label(number: int) -> str:
    """The form's heading of section ``number``, 1 to 6."""
    return list(terminals("headings").values())[number - 1][0]


def table_label(table: str) -> str:
    """The form's heading of the section whose table it is."""
    return terminals("headings")[f"{table.upper()}_HEADING"][0]
