"""Columns of a table of DocBook: an entry names the first and the last that it spans, and counts further rows.

<colspec colname="c1"/> … <entry namest="c1" nameend="c3" morerows="1">
"""

from typing import Final, NamedTuple

from attrs import define, field

from gov_disclosure.form.on_demand import on_demand

NAMES: Final = {"informaltable": "table", "entrytbl": "table", "entry": "cell", "title": "caption"}
"""What DocBook calls the parts of a table, and what HTML and TEI do."""
ATTRIBUTES: Final = ("namest", "nameend", "morerows", "colname", "spanname")
"""What an entry says of its place."""
_SAID = on_demand(r"\b(colname|colnum|namest|nameend|morerows|spanname)\s*=\s*[\"']?\s*([^\s\"'<>]+)")
_MOST_SPAN = 64


class Place(NamedTuple):
    """Where an entry stands."""

    column: int | None
    """``None`` for the next that is free."""
    across: int
    down: int


@define(eq=False)
class Columns:
    """The names of a table's columns."""

    names: dict[str, int] = field(factory=dict)
    count: int = 0

    def begin(self) -> None:
        """Begin a part of a table, which may name its columns anew."""
        self.count = 0

    def add(self, attributes: str) -> None:
        """Take in a column."""
        said = dict(_SAID.findall(attributes))
        number = said.get("colnum", "")
        if number.isdecimal() and len(number) < 3:
            self.count = max(int(number) - 1, 0)
        if "colname" in said:
            self.names[said["colname"]] = self.count
        self.count += 1

    def place(self, attributes: str) -> Place | None:
        """Where an entry stands; ``None`` where that is said in names that no column has."""
        said = dict(_SAID.findall(attributes))
        first = said.get("namest", said.get("colname"))
        last = said.get("nameend", first)
        more = said.get("morerows", "0")
        if "spanname" in said or not more.isdecimal() or len(more) > 3:
            return None
        down = min(int(more) + 1, _MOST_SPAN)
        if first is None or last is None:
            return Place(None, 1, down) if first is last else None
        if first not in self.names or last not in self.names:
            return None
        across = self.names[last] - self.names[first] + 1
        return Place(self.names[first], across, down) if 0 < across <= _MOST_SPAN else None
