"""Floors: how many cells of each document were right, row by row, and must stay so.

The file is JSON, a document a line::

    {
    "tika-2021.txt": {"right": 10, "rows": {"proactive.rules": 3, "requests.new_received": 7}}
    }

``right`` is the sum of the rows, for a reader.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from attrs import frozen

from gov_disclosure.model.error_words import error_text
from gov_disclosure.model.errors import SerializedFormError
from gov_disclosure.testing.corpus import Comparison
from gov_disclosure.writing.json import load

Floors = Mapping[str, Mapping[str, int]]
"""Right cells by document and ``table.row``."""


@frozen(kw_only=True)
class Change:
    """A row of a document that has more or fewer right cells than its floor."""

    row: str
    before: int
    after: int


@frozen(kw_only=True)
class Difference:
    """A document that differs from its floor."""

    document: str
    before: int | None
    """Right cells; ``None`` if the document has no floor yet."""
    after: int | None
    """Right cells; ``None`` if the document is gone."""
    changes: tuple[Change, ...] = ()
    """In the order of the rows' names. A document that is new or gone lists none."""

    @property
    def is_loss(self) -> bool:
        """Whether a cell is lost; what is gained elsewhere does not make up for it."""
        return self.after is None or any(change.after < change.before for change in self.changes)


def to_floors(floors: Floors) -> str:
    """Floors as text, sorted."""
    lines = (
        f"{_json(name)}: {_json({'right': sum(rows.values()), 'rows': dict(sorted(rows.items()))})}"
        for name, rows in sorted(floors.items())
    )
    return "{\n" + ",\n".join(lines) + "\n}\n"


def from_floors(text: str) -> Floors:
    """The floors that :func:`to_floors` wrote.

    Raises:
        SerializedFormError: the text is no JSON, or not of that shape.
    """
    data = load(text)
    if not isinstance(data, dict):
        raise SerializedFormError(error_text("floors_shape", name="{}"))
    return {name: _rows(name, entry) for name, entry in data.items()}


def differences(comparisons: Sequence[Comparison], floors: Floors) -> Iterator[Difference]:
    """Every document that differs from its floor, in order of name."""
    now = {comparison.document: comparison.right for comparison in comparisons}
    for name in sorted({*now, *floors}):
        before, after = floors.get(name), now.get(name)
        changes = () if before is None or after is None else tuple(_changes(before, after))
        if changes or before is None or after is None:
            yield Difference(document=name, before=_sum(before), after=_sum(after), changes=changes)


def raised(comparisons: Sequence[Comparison], floors: Floors, *, lower: bool = False) -> Floors:
    """Floors raised, row by row, to what is right now; only if ``lower`` is set do they fall to it too."""
    now: dict[str, Mapping[str, int]] = {comparison.document: comparison.right for comparison in comparisons}
    if lower:
        return now
    return {
        name: {
            row: max(floors.get(name, {}).get(row, 0), now.get(name, {}).get(row, 0))
            for row in (*floors.get(name, {}), *now.get(name, {}))
        }
        for name in (*floors, *now)
    }


def _changes(before: Mapping[str, int], after: Mapping[str, int]) -> Iterator[Change]:
    for row in sorted({*before, *after}):
        old, new = before.get(row, 0), after.get(row, 0)
        if old != new:
            yield Change(row=row, before=old, after=new)


def _sum(rows: Mapping[str, int] | None) -> int | None:
    return None if rows is None else sum(rows.values())


def _rows(name: str, entry: Any) -> Mapping[str, int]:
    """The rows of one document, if they are counts that make its sum."""
    rows = entry.get("rows") if isinstance(entry, dict) and set(entry) == {"right", "rows"} else None
    if not isinstance(rows, dict) or not all(type(count) is int and count > 0 for count in rows.values()):
        raise SerializedFormError(error_text("floors_shape", name=name))
    if entry["right"] != sum(rows.values()):
        raise SerializedFormError(
            error_text("floors_sum", name=name, right=entry["right"], sum=sum(rows.values()))
        )
    return rows


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
