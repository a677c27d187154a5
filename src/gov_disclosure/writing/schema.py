"""Schemas of what the serializers write, generated from the classes: JSON Schema and Table Schema."""

import types
from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from inspect import getdoc
from typing import Any, Union, get_args, get_origin

from attrs import fields, has

from gov_disclosure.form.fields import Edition, Field, Kind, State, all_fields
from gov_disclosure.form.labels import column_label, row_label
from gov_disclosure.model.issues import Location
from gov_disclosure.model.places import Place
from gov_disclosure.model.report import Cell, Cells, Report
from gov_disclosure.writing.csv import REPORT_COLUMNS, LongRow, Shape

Schema = dict[str, Any]

_DECIMAL: Schema = {"type": "string", "pattern": r"^[0-9]+(\.[0-9]+)?$"}
_VALUES: Mapping[Kind, Schema] = {
    Kind.COUNT: {"type": "integer", "minimum": 0},
    Kind.CHANGE: {"type": "integer"},
    Kind.AMOUNT: _DECIMAL,
}


def json_schema() -> Schema:
    """The JSON Schema (draft 2020-12) of what :func:`to_json` writes."""
    definitions: Schema = {}
    report = _object(Report, definitions)
    report["properties"]["cells"] = {
        "type": "object",
        "description": "Every cell of the report's edition, by id.",
        "properties": {
            cell.id: {"$ref": f"#/$defs/{cell.kind}", "title": _title(cell)} for cell in all_fields()
        },
        "additionalProperties": False,
    }
    del definitions["Cell"]
    for kind, value in _VALUES.items():
        definitions[kind.value] = _cell(kind, value, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Annual report on open government information",
        **report,
        "$defs": dict(sorted(definitions.items())),
    }


def _title(cell: Field) -> str:
    edition = cell.editions[-1]
    return f"{row_label(cell.key, edition)} {column_label(cell, edition)}"


def _cell(kind: Kind, value: Schema, definitions: Schema) -> Schema:
    """A cell of one kind: a value if and only if its state is reported."""
    schema = _object(Cell, definitions)
    schema["required"].remove("id")
    del schema["properties"]["id"]
    schema["properties"]["value"] = True
    schema["description"] = f"A cell of kind {kind}."
    others = [state.value for state in State if state is not State.REPORTED]
    schema["oneOf"] = [
        {"properties": {"state": {"const": State.REPORTED.value}, "value": value}},
        {"properties": {"state": {"enum": others}, "value": {"type": "null"}}},
    ]
    return schema


def _object(cls: type, definitions: Schema) -> Schema:
    attributes = fields(cls)
    return {
        "type": "object",
        "description": (getdoc(cls) or "").partition("\n")[0],
        "properties": {attribute.name: _schema(attribute.type, definitions) for attribute in attributes},
        "required": [attribute.name for attribute in attributes if attribute.name not in _OMITTED.get(cls, ())],
        "additionalProperties": False,
    }


# What is not written where there is nothing to say.
_OMITTED: Mapping[type, tuple[str, ...]] = {
    Location: ("place",),
    Place: tuple(attribute.name for attribute in fields(Place)),
}
_SIMPLE: Mapping[object, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    Decimal: _DECIMAL,
    type(None): {"type": "null"},
}


def _schema(annotation: Any, definitions: Schema) -> Schema:
    """The schema of an annotation; attrs classes go to the definitions."""
    if annotation in _SIMPLE:
        return dict(_SIMPLE[annotation])
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in (Union, types.UnionType):
        return {"anyOf": [_schema(argument, definitions) for argument in arguments]}
    if origin is tuple:
        return {"type": "array", "items": _schema(arguments[0], definitions)}
    if annotation is Cells:
        return {"type": "object", "additionalProperties": _schema(Cell, definitions)}
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return {"type": "object", "additionalProperties": _schema(arguments[1], definitions)}
    if issubclass(annotation, StrEnum):
        return {"type": "string", "enum": [member.value for member in annotation]}
    if has(annotation):
        if annotation.__name__ not in definitions:
            definitions[annotation.__name__] = {}
            definitions[annotation.__name__] = _object(annotation, definitions)
        return {"$ref": f"#/$defs/{annotation.__name__}"}
    raise TypeError(f"no schema for {annotation!r}")


def table_schema(shape: Shape = "long") -> Schema:
    """The Frictionless Table Schema of what :func:`to_csv` writes in a shape.

    Raises:
        ValueError: an unknown shape.
    """
    if shape == "long":
        return {"fields": [_column(a.name, a.type) for a in fields(LongRow)], "missingValues": [""]}
    if shape == "wide":
        states = [state.value for state in State if state is not State.REPORTED]
        return {"fields": _wide_columns(), "missingValues": ["", *states]}
    raise ValueError(f'shape must be "long" or "wide", not {shape!r}')


_COLUMN_TYPES = {str: "string", int: "integer", Decimal: "number"}


def _column(name: str, annotation: Any) -> Schema:
    optional = type(None) in get_args(annotation)
    plain = next((part for part in get_args(annotation) if part is not type(None)), annotation)
    column: Schema = {"name": name, "type": _COLUMN_TYPES[plain]}
    enums = {"state": State, "edition": Edition}
    constraints: Schema = {} if optional or name == "raw" else {"required": True}
    if name in enums:
        constraints["enum"] = [member.value for member in enums[name]]
    return column | ({"constraints": constraints} if constraints else {})


def _wide_columns() -> list[Schema]:
    columns = [_column(a.name, a.type) for a in fields(LongRow) if a.name in REPORT_COLUMNS]
    for cell in all_fields():
        kind = "number" if cell.kind is Kind.AMOUNT else "integer"
        columns.append({"name": cell.id, "type": kind, "title": _title(cell)})
        if cell.kind is Kind.AMOUNT:
            columns.append({"name": f"{cell.id}.unit", "type": "string"})
    return columns
