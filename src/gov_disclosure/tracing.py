"""What each stage of reading made of a text, as lines for a person; what the text says is quoted, escaped."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from gov_disclosure.api import Stages
from gov_disclosure.building.placed_rows import PlacedRow
from gov_disclosure.form.fields import State
from gov_disclosure.form.trees import Tree
from gov_disclosure.form.values import CellText
from gov_disclosure.model.error_words import ERRORS
from gov_disclosure.model.messages import Language
from gov_disclosure.model.report import Cell
from gov_disclosure.model.shown import visible
from gov_disclosure.parsing.lexemes import PROSE, VALUES, Leaf, Lexeme
from gov_disclosure.scanning.pieces import Piece

_INDENT: Final = "  "


def stage_lines(stages: Stages, stage: str, lang: Language) -> Iterator[str]:
    """The lines of a stage by its name; messages and reasons in one language.

    Raises:
        KeyError: there is no such stage.
    """
    return map(visible, STAGES[stage](stages, lang))


def _pieces(stages: Stages, _: Language) -> Iterator[str]:
    for piece in stages.pieces:
        row = f"row {piece.row} cell {piece.cell}" if piece.row else ""
        spans = f" over {piece.colspan}" if piece.colspan != 1 else ""
        spans += " and down" if piece.spans_rows else ""
        yield f"{_place(piece):>7} {piece.separator.name:<8} {row + spans:<16} {piece.text!r}{_number(piece)}"


def _lexemes(stages: Stages, _: Language) -> Iterator[str]:
    for lexeme in stages.lexemes:
        # Anything may be prose; it is named where it can be nothing else.
        kinds = [kind for kind in lexeme.kinds if kind != PROSE] or [PROSE]
        yield f"{_place(lexeme.piece):>7} {' or '.join(kinds)}: {_said(lexeme)}"


def _tree(stages: Stages, _: Language) -> Iterator[str]:
    return _branch(stages.tree, "")


def _branch(tree: Tree[Leaf], indent: str) -> Iterator[str]:
    yield f"{indent}{tree.rule}"
    for child in tree.children:
        if isinstance(child, Tree):
            yield from _branch(child, indent + _INDENT)
        else:
            yield f"{indent + _INDENT}{child.type} {_place(child.piece)}: {_said(child)}"


def _rows(stages: Stages, lang: Language) -> Iterator[str]:
    for row in stages.rows:
        yield f"{row.row.key} {_place(row.row.label.piece)}: {_fate(row, lang)}"
        yield _INDENT + (_texts(row.row.slots) if row.refusal else _under_columns(row))
        if row.rest:
            yield f"{_INDENT}behind it, of no row: {_texts(row.rest)}"


def _under_columns(row: PlacedRow) -> str:
    cells = zip(row.row.fields, row.slots, strict=True)
    return ", ".join(f"{cell.id.removeprefix(f'{cell.key}.')} {slot.text!r}" for cell, slot in cells)


def _fate(row: PlacedRow, lang: Language) -> str:
    if row.refusal:
        return f"refused, {row.refusal.name} ({row.refusal.code}): {row.refusal.reason.said_in(lang)}"
    return f"read, {row.choice.name} ({row.choice.code})" if row.choice else "read"


def _cells(stages: Stages, lang: Language) -> Iterator[str]:
    report = stages.report
    if report is None:
        yield ERRORS["not_a_report"].said_in(lang)
        return
    yield f"{report.title!r}, {report.issuer!r}, {report.year}, form of {report.edition or 'an unknown year'}"
    yield from map(_cell, report.cells.values())
    for issue in report.issues:
        place = f" {issue.location}" if issue.location else ""
        yield f"{issue.code} {issue.level}{place}: {issue.message.said_in(lang)}"


def _cell(cell: Cell) -> str:
    place = f" {cell.location}" if cell.location else ""
    if cell.state is not State.REPORTED:
        return f"{cell.id}{place}: {cell.state}" + (f", {cell.raw!r}" if cell.raw else "")
    return f"{cell.id}{place}: {cell.value}{cell.unit or ''}"


STAGES: Final[Mapping[str, Callable[[Stages, Language], Iterator[str]]]] = {
    "pieces": _pieces,
    "lexemes": _lexemes,
    "tree": _tree,
    "rows": _rows,
    "cells": _cells,
}
"""The stages in their order."""


def _place(piece: Piece) -> str:
    return f"{piece.line}:{piece.column}"


def _said(lexeme: Lexeme | Leaf) -> str:
    if lexeme.kinds[0] == VALUES:
        return _texts(lexeme.slots)
    return repr(lexeme.text if lexeme.text and lexeme.kinds[0] != PROSE else lexeme.piece.text)


def _texts(pieces: Sequence[Piece]) -> str:
    return " ".join(repr(piece.text) for piece in pieces) or "nothing"


def _number(piece: Piece) -> str:
    """What a cell says where that is more than its text."""
    said: CellText = piece.reading
    if said.state is State.REPORTED:
        return "" if said.digits == piece.text else f" = {said.sign}{said.digits}{said.unit or ''}"
    return f" = {said.state}" if said.state in (State.BLANK, State.NOT_APPLICABLE) and piece.row else ""
