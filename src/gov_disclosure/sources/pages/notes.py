"""Marks of notes in a cell: what is raised, or set smaller than the number beside it, is no digit of it."""

from collections.abc import Iterator, Sequence
from html import unescape
from itertools import pairwise
from typing import NamedTuple

from gov_disclosure.form.folding import UNCLEAR
from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.sources.pages.looks import Look

# What is smaller than this share of the cell's own size is small; neighbours among the sizes of Chinese type
# (14 and 12 points, 12 and 10.5, 10.5 and 9) are set in one number by a slip.
_BARS = "|│"
SMALL = 0.85
_NUMBER = on_demand(r"[-+−–＋－]?[0-9０-９]+(?:[.,．，][0-9０-９]+)*")
_DIGIT = on_demand(r"[0-9０-９]")
_DIGITS = on_demand(r"[0-9０-９]+")
_SIGNS = r"\[\](){}（）【】〔〕*＊※†‡§#"
# One or two digits, encircled ones, or signs; nothing that may be a fraction, a unit or thousands.
_NOTE = on_demand(
    rf"[{_SIGNS}]{{0,3}}(?:[0-9０-９]{{1,2}}|[①-⑳⑴-⒇❶-❿]|[⁰¹²³⁴-⁹]{{1,2}}|[{_SIGNS}])[{_SIGNS}]{{0,3}}"
)
_LETTER = on_demand(r"[^\W\d_]")
_FEWEST_LETTERS = 3
# What stands above or below the line by its kind is never the line itself.
_BY_KIND = 2
# With a number raised, a power.
_POWER = ("10", "１０")
_SIGN = on_demand(r"\S")


class Run(NamedTuple):
    """A stretch of a cell's text, and how it looks."""

    start: int
    end: int
    look: Look


class Note(NamedTuple):
    """A stretch that is no part of a cell's number."""

    start: int
    end: int
    certain: bool
    """Whether it is a note beyond doubt; otherwise the cell can't be read."""


def unclear(text: str) -> str:
    """A text of which nobody can tell what is seen."""
    return _SIGN.sub(UNCLEAR, text)


def without_notes(text: str, runs: Sequence[Run], *, in_cell: bool) -> str:
    """The text of a cell or paragraph without its notes; what may be one, or none, is unclear."""
    parts, at = [], 0
    for note in notes_in(text, runs) if in_cell else _notes_in_line(text, runs):
        parts += [text[at : note.start], "" if note.certain else unclear(text[note.start : note.end])]
        at = note.end
    return "".join([*parts, text[at:]])


def notes_in(text: str, runs: Sequence[Run]) -> Iterator[Note]:
    """The notes among the runs of a cell."""
    if not any(run.look.raised for run in runs) and len({run.look.size for run in runs}) < 2:
        return
    said = [(run, shown) for run in runs if (shown := unescape(text[run.start : run.end]).strip())]
    # Word moves the whole text of a cell, too.
    line = min((run.look.raised for run, _ in said), default=0) % _BY_KIND
    level = [run.look for run, _ in said if run.look.raised == line]
    largest = max((look.size for look in level), default=0.0)
    own: list[tuple[Run, str]] = []
    notes: list[tuple[Run, str]] = []
    for run, shown in said:
        is_own = run.look.raised == line and run.look.size >= SMALL * largest
        (own if is_own else notes).append((run, shown))
    base = "".join(shown for _, shown in own)
    if not notes or (not base and not any(_DIGIT.search(shown) for _, shown in notes)):
        return
    sizes_known = len({look.measured for look in level}) < 2
    behind = bool(own) and all(run.start > own[-1][0].start for run, _ in notes)
    whole = len(notes) == 1 and _NUMBER.fullmatch(base) is not None and base not in _POWER
    for run, shown in notes:
        is_raised = run.look.raised > line
        is_note = behind and _NOTE.fullmatch(shown) is not None
        if is_note:
            # What a page marks as small, in no size of its own, is a note by its kind.
            is_small = sizes_known and (not run.look.measured or _is_apart(text, runs, run))
            is_note = not run.look.nudged if is_raised else is_small
        if _is_label(base):
            if is_note and is_raised:
                yield Note(run.start, run.end, certain=True)
        elif is_note and whole:
            yield Note(run.start, run.end, certain=True)
        elif is_raised or _DIGIT.search(shown) or not behind:
            yield Note(run.start, run.end, certain=False)


def _notes_in_line(text: str, runs: Sequence[Run]) -> Iterator[Note]:
    """The notes in a paragraph."""
    for before, run in pairwise(runs):
        if before.end == run.start and (note := beside(text, before, run)):
            yield note


def beside(text: str, before: Run, run: Run) -> Note | None:
    """What of a run outside of tables is no part of the word or number that it stands behind."""
    first, last = text[run.start], text[before.end - 1]
    higher = run.look.raised - before.look.raised
    if not higher and run.look.size >= SMALL * before.look.size >= SMALL * SMALL * run.look.size:
        return None
    if _DIGIT.match(last):
        digits = _DIGITS.match(text, run.start)
        return Note(run.start, digits.end(), certain=False) if digits else None
    if last.isspace() or last in _BARS:
        # A cell of its own says for itself what it is.
        return None
    is_note = higher > 0 and _NOTE.fullmatch(text[run.start : run.end].strip()) is not None
    return Note(run.start, run.end, certain=not run.look.nudged) if is_note and not first.isspace() else None


def _is_apart(text: str, runs: Sequence[Run], run: Run) -> bool:
    """Whether small type on the line of a number is none of its digits: a space or a bracket parts the two."""
    before = max((other for other in runs if other.end <= run.start), key=lambda other: other.end)
    signs = unescape(text[before.start : before.end])[-1], text[run.start - 1]
    return any(sign.isspace() for sign in signs) or not _DIGIT.match(unescape(text[run.start : run.end]))


def _is_label(base: str) -> bool:
    letters = len(_LETTER.findall(base))
    return letters >= _FEWEST_LETTERS or (letters > 0 and not _DIGIT.search(base))
