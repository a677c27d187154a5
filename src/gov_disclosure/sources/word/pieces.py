"""The text of a cell or a paragraph: what is struck or doubtful is no text, and marks of notes no digits."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import Final, NamedTuple

from gov_disclosure.form.folding import UNCLEAR
from gov_disclosure.sources.pages.looks import Look
from gov_disclosure.sources.pages.notes import Note, Run, beside, notes_in

_DIGIT: Final = re.compile(r"[0-9０-９]")
_SIGN: Final = re.compile(r"\S")


class Piece(NamedTuple):
    """A stretch of text of one look."""

    text: str
    look: Look


def unclear(text: str) -> str:
    """A text of which nobody can tell what is seen."""
    return _SIGN.sub(UNCLEAR, text)


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
    return _without(whole, list(notes_in(whole, runs) if in_cell else _in_line(whole, runs)))


def _look(piece: Piece) -> Look:
    return piece.look


def _shown(text: str, look: Look) -> str:
    return unclear(text) if look.struck or (look.dubious and has_digits(text)) else text


def _in_line(text: str, runs: Sequence[Run]) -> Iterator[Note]:
    """The marks of notes in a paragraph."""
    for before, run in pairwise(runs):
        if before.end == run.start and (note := beside(text, before, run)):
            yield note


def _without(text: str, notes: Iterable[Note]) -> str:
    """The text without notes; in the place of those that may be none stand signs that are no text."""
    parts, at = [], 0
    for note in notes:
        parts += [text[at : note.start], "" if note.certain else unclear(text[note.start : note.end])]
        at = note.end
    return "".join([*parts, text[at:]])
