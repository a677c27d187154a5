"""JSON: a report as one object, and back without loss.

- Cells are an object by id; a cell is ``{"value", "state", "raw", "location", "unit"}``.
- Counts and changes are JSON integers; money is a string, because a JSON number is no exact decimal.
- A place is ``{"line", "column"}``, a message ``{"zh", "en"}``; what is absent is ``null``.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from decimal import Decimal
from functools import cache, partial
from typing import Any, get_args, get_origin

from cattrs import Converter, transform_error
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from gov_disclosure.form.fields import Kind, Number, fields_by_id, number
from gov_disclosure.model.error_words import error_text
from gov_disclosure.model.errors import GovDisclosureError, SerializedFormError
from gov_disclosure.model.report import Cell, Report


def to_json(report: Report, *, indent: int | None = None) -> str:
    """A report as a JSON text (RFC 8259); :func:`json_schema <gov_disclosure.json_schema>` describes it."""
    data = _converter().unstructure(report)
    text = json.dumps(data, ensure_ascii=False, indent=indent)
    # A lone surrogate in the source can't be written in UTF-8; escaped it can.
    return text if _is_encodable(text) else json.dumps(data, indent=indent)


def load(text: str | bytes) -> Any:
    """What a JSON text holds.

    Raises:
        SerializedFormError: the text is no JSON.
    """
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise SerializedFormError(error_text("json", problem=error)) from error


def from_json(text: str | bytes) -> Report:
    """The report that :func:`to_json` wrote.

    Raises:
        SerializedFormError: the text is no JSON, or not of that shape.
    """
    data = load(text)
    try:
        return _converter().structure(data, Report)
    except GovDisclosureError:
        raise
    except Exception as error:  # cattrs raises groups of whatever its hooks meet
        problems = "; ".join(transform_error(error))
        raise SerializedFormError(error_text("json_shape", problem=problems)) from error


def _is_encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


@cache
def _converter() -> Converter:
    converter = Converter(forbid_extra_keys=True)
    converter.register_structure_hook_func(lambda kind: kind in (str, int), _exactly)
    converter.register_structure_hook_factory(
        _is_tuple, lambda kind: partial(_items, converter, get_args(kind)[0])
    )
    cell_to_dict = make_dict_unstructure_fn(
        Cell, converter, id=override(omit=True), value=override(unstruct_hook=_plain)
    )
    cell_from_dict = make_dict_structure_fn(Cell, converter, value=override(struct_hook=lambda value, _: value))

    def cells_to_dict(cells: Mapping[str, Cell]) -> dict[str, Any]:
        return {id: cell_to_dict(cell) for id, cell in cells.items()}

    def cells_from_dict(data: Mapping[str, Any], _: Any) -> dict[str, Cell]:
        return {
            id: cell_from_dict({**cell, "id": id, "value": _number(id, cell.get("value"))}, Cell)
            for id, cell in data.items()
        }

    converter.register_unstructure_hook(
        Report,
        make_dict_unstructure_fn(Report, converter, cells=override(unstruct_hook=cells_to_dict)),
    )
    converter.register_structure_hook(
        Report,
        make_dict_structure_fn(Report, converter, cells=override(struct_hook=cells_from_dict)),
    )
    return converter


def _exactly(value: object, kind: type) -> object:
    """A value that JSON gives as this type; nothing is converted."""
    if type(value) is not kind:
        raise TypeError(f"{value!r} is not {kind.__name__}")
    return value


def _is_tuple(kind: object) -> bool:
    return get_origin(kind) is tuple


def _items(converter: Converter, kind: type, value: object, _: object) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise TypeError(f"{value!r} is not an array")
    return tuple(converter.structure(item, kind) for item in value)


def _plain(value: Number | None) -> int | str | None:
    return format(value, "f") if isinstance(value, Decimal) else value


def _number(id: str, value: object) -> Number | None:
    """A value as its cell's kind has it."""
    if id not in fields_by_id():
        raise SerializedFormError(error_text("json_cell", id=id))
    if value is None:
        return None
    kind = fields_by_id()[id].kind
    if type(value) is (str if kind is Kind.AMOUNT else int):
        with suppress(ValueError):
            return number(kind, str(value))
    raise SerializedFormError(error_text("json_value", id=id, value=repr(value)))
