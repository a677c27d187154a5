"""JSON: a report as one object, and back without loss.

- Cells are an object by id; a cell is ``{"value", "state", "raw", "location", "unit"}``.
- Counts and changes are JSON integers; money is a string, because a JSON number is no exact decimal.
- A place is ``{"line", "column"}``, with ``"place"`` in a file that is no text, a message ``{"zh", "en"}``;
  what else is absent is ``null``.
"""

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from decimal import Decimal
from enum import StrEnum
from functools import cache, partial
from types import GenericAlias
from typing import Any, Final, get_args, get_origin

from attrs import has
from cattrs import (
    AttributeValidationNote,
    ClassValidationError,
    Converter,
    IterableValidationError,
    IterableValidationNote,
    transform_error,
)
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override
from cattrs.v import format_exception

from gov_disclosure.form.arguments import require
from gov_disclosure.form.fields import Kind, Number, fields_by_id, number
from gov_disclosure.model.error_words import error_text
from gov_disclosure.model.errors import GovDisclosureError, SerializedFormError
from gov_disclosure.model.issues import Location
from gov_disclosure.model.places import Place
from gov_disclosure.model.report import Cell, Cells, Report
from gov_disclosure.model.shown import escaped, quoted

_JSON_TYPES: Final[Mapping[type, str]] = {
    str: "a string",
    int: "an integer",
    float: "a decimal number",
    bool: "true or false",
    list: "an array",
    dict: "an object",
    type(None): "null",
}
# What cattrs puts before the path of a value.
_AT: Final = " @ "
_MOST_PROBLEMS: Final = 5


def to_json(report: Report, *, indent: int | None = None) -> str:
    """A report as a JSON text (RFC 8259); :func:`json_schema <gov_disclosure.json_schema>` describes it."""
    require("report", report, Report)
    if indent is not None:
        require("indent", indent, int)
    return dumped(_converter().unstructure(report), indent)


def dumped(data: object, indent: int | None) -> str:
    """Data as a JSON text, in which characters that a terminal would obey are escaped, and half ones too."""
    return escaped(json.dumps(data, ensure_ascii=False, indent=indent), _escape, keep="\n")


def _escape(character: str) -> str:
    units = character.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


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
        SerializedFormError: the text is no JSON, or not of that shape; the message gives the path of each value
            that is not.
    """
    require("text", text, str, bytes)
    data = load(text)
    try:
        return _converter().structure(data, Report)
    except Exception as error:  # cattrs raises groups of whatever its hooks meet
        raise SerializedFormError(_misshapen(error)) from error


def _misshapen(error: Exception) -> str:
    """What is wrong with the values of a JSON text, and their paths; of many the first."""
    problems = transform_error(error, format_exception=_problem)
    places = [place.removeprefix(_AT) for place in transform_error(error, format_exception=lambda *_: "")]
    more = ["…"] if len(problems) > _MOST_PROBLEMS else []
    return error_text(
        "json_shape",
        problem="; ".join(problems[:_MOST_PROBLEMS] + more),
        places="、".join(places[:_MOST_PROBLEMS] + more),
    )


def _problem(error: BaseException, kind: type | None) -> str:
    """What is wrong with a value; its path is put behind it."""
    return str(error) if isinstance(error, (_ShapeError, GovDisclosureError)) else format_exception(error, kind)


class _ShapeError(Exception):
    """A value that can't stand where it stands; it says why."""

    @classmethod
    def expected(cls, what: str, value: object) -> "_ShapeError":
        """A value of another type."""
        return cls(f"{what} is expected, not {_JSON_TYPES[type(value)]}")


@cache
def _converter() -> Converter:
    converter = Converter(forbid_extra_keys=True)
    # Hooks for a type itself: one for whatever a function accepts comes after cattrs' own, which convert.
    converter.register_structure_hook(str, _exactly)
    converter.register_structure_hook(int, _exactly)
    converter.register_structure_hook_factory(_is_tuple, lambda _: partial(_items, converter))
    converter.register_structure_hook_factory(
        has, lambda kind: partial(_object, make_dict_structure_fn(kind, converter))
    )
    # Most places are those of a text, and most files have one way of telling a place.
    converter.register_unstructure_hook(
        Location, make_dict_unstructure_fn(Location, converter, place=override(omit_if_default=True))
    )
    converter.register_unstructure_hook(
        Place, make_dict_unstructure_fn(Place, converter, _cattrs_omit_if_default=True)
    )
    cell_to_dict = make_dict_unstructure_fn(
        Cell, converter, id=override(omit=True), value=override(unstruct_hook=_plain)
    )

    def cells_to_dict(cells: Mapping[str, Cell]) -> dict[str, Any]:
        return {id: cell_to_dict(cell) for id, cell in cells.items()}

    converter.register_unstructure_hook(
        Report,
        make_dict_unstructure_fn(Report, converter, cells=override(unstruct_hook=cells_to_dict)),
    )
    cell_from_dict = make_dict_structure_fn(Cell, converter, value=override(struct_hook=lambda value, _: value))
    converter.register_structure_hook(
        Report,
        partial(
            _object,
            make_dict_structure_fn(
                Report, converter, cells=override(struct_hook=partial(_cells, cell_from_dict))
            ),
        ),
    )
    return converter


def _exactly(value: object, kind: type) -> object:
    """A value that JSON gives as this type; nothing is converted."""
    if issubclass(kind, StrEnum):  # as it is a str, its hook is that of str
        return _member(value, kind)
    if type(value) is not kind:
        raise _ShapeError.expected(_JSON_TYPES[kind], value)
    return value


def _member(value: object, kind: type[StrEnum]) -> StrEnum:
    for member in kind:
        if value == member:
            return member
    raise _ShapeError(f"one of {', '.join(kind)} is expected, not {_said(value)}")


def _said(value: object) -> str:
    return quoted(value) if isinstance(value, str) else quoted(repr(value))[1:-1]


def _is_tuple(kind: object) -> bool:
    return get_origin(kind) is tuple


def _items(converter: Converter, value: object, kind: object) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise _ShapeError.expected("an array", value)
    items: Any = GenericAlias(list, get_args(kind)[:1])
    return tuple(converter.structure(value, items))


def _object(from_dict: Callable[..., Any], value: object, kind: object) -> Any:
    return from_dict(_as_object(value), kind)


def _as_object(value: object) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise _ShapeError.expected("an object", value)
    return value


def _cells(from_dict: Callable[..., Cell], data: object, _: object) -> dict[str, Cell]:
    """The cells by their ids; each that is not of its shape is told by its id."""
    cells: dict[str, Cell] = {}
    errors: list[Exception] = []
    for id, cell in _as_object(data).items():
        try:
            cells[id] = _cell(from_dict, id, cell)
        except Exception as error:
            error.add_note(IterableValidationNote(f"in the cell {id!r}", id, Cell))
            errors.append(error)
    if errors:
        raise IterableValidationError("cells", errors, Cells)
    return cells


def _cell(from_dict: Callable[..., Cell], id: str, data: object) -> Cell:
    given = _as_object(data)
    if "id" in given:
        raise _ShapeError("the id of a cell is its name")
    if id not in fields_by_id():
        raise SerializedFormError(error_text("json_cell", id=id))
    try:
        value = _number(id, given.get("value"))
    except SerializedFormError as error:
        error.add_note(AttributeValidationNote(f"in the cell {id!r}", "value", Number))
        raise ClassValidationError(id, [error], Cell) from error
    return from_dict({**given, "id": id, "value": value}, Cell)


def _plain(value: Number | None) -> int | str | None:
    return format(value, "f") if isinstance(value, Decimal) else value


def _number(id: str, value: object) -> Number | None:
    """A value as its cell's kind has it."""
    if value is None:
        return None
    kind = fields_by_id()[id].kind
    if type(value) is (str if kind is Kind.AMOUNT else int):
        with suppress(ValueError):
            return number(kind, str(value))
    raise SerializedFormError(error_text("json_value", id=id, value=_said(value)))
