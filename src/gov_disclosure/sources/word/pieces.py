"""The text of a cell or a paragraph: what is struck or doubtful is no text, and marks of notes no digits."""

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Final, NamedTuple

from gov_disclosure.sources.pages.looks import Look
from gov_disclosure.sources.pages.notes import Run, unclear, without_notes

_DIGIT: Final = re.compile(r"[0-9０-９]")
_SIGN: Final = re.compile(r"\S")


class Piece(NamedTuple):
    """A stretch of text of one look."""

    text: str
    look: Look


def has_digits(text: str) -> bool:
    """Whether a number may stand in a text."""
    return _DIGIT.search(text) is not None


def text_of(pieces: Sequence[Piece], *, in_cell: bool) -> str:
    """What a person reads."""
    if not pieces:
        return ""
    look = pieces[0].look
    if not (look.struck or look.dubious or look.raised) and all(piece.look is look for piece in pieces):
        return "".join([text for text, _ in pieces])
    runs: list[Run] = []
    parts: list[str] = []
    at = 0
    for look, stretch in groupby(pieces, key=_look):
        text = _shown("".join([text for text, _ in stretch]), look)
        parts.append(text)
        runs.append(Run(at, at + len(text), look))
        at += len(text)
    whole = "".join(parts)
    runs = [run for run in runs if whole[run.start : run.end].strip()]
    return without_notes(whole, runs, in_cell=in_cell)


def _look(piece: Piece) -> Look:
    return piece.look


def _shown(text: str, look: Look) -> str:
    return unclear(text) if look.struck or (look.dubious and has_digits(text)) else text
