"""Lexing: pieces into lexemes, the tokens of ``grammar/report.lark``.

A label that a layout has broken over pieces becomes one lexeme, a cell that holds a group and its item two,
and all values between two labels one. What a lexeme is depends on its place too, so it carries every kind
that its words allow; the parser's state chooses (see :mod:`gov_disclosure.parsing.parser`).
"""

import re
from functools import lru_cache

from attrs import evolve

from gov_disclosure.form.fields import State
from gov_disclosure.form.folding import fold, prefix_length, without_marks
from gov_disclosure.form.lexicon import (
    HEADINGS,
    LONGEST_HEADING,
    LONGEST_LABEL,
    Heading,
    exact_kinds,
    heading_of,
    label_kinds,
    starts_label,
)
from gov_disclosure.form.values import BLANK, Reading, read_value
from gov_disclosure.parsing.lexemes import PROSE, VALUES, Lexeme
from gov_disclosure.scanning.pieces import JOINING, Before, Piece

_PROSE = (PROSE,)
_VALUES = (VALUES, PROSE)

# A label is broken over few pieces; looking further would make lexing quadratic on hostile text.
_MOST_PARTS = 6
_NUMERAL = re.compile(r"[（(]?[一二三四五六1-6]")
# What a line begins with where a number has been broken at its point.
_FRACTION = re.compile(r"\s*[.．][0-9０-９]")
_SENTENCE = re.compile("[。；;，,]")


def lex(pieces: list[Piece]) -> list[Lexeme]:
    """The lexemes of a text, in order."""
    lexemes: list[Lexeme] = []
    # The values that the next one joins; none behind a label or prose.
    run: list[Piece] | None = None
    index = 0
    while index < len(pieces):
        piece = pieces[index]
        piece.reading = reading = read_value(piece.text)
        is_value = reading.state is not State.UNREADABLE
        parts, found = (1, None) if is_value else _label(pieces, index)
        index += parts
        if found:
            _close_row(lexemes, piece)
            lexemes += found
            run = None
        elif run and piece.before is Before.LINE and _continues_value(run, piece):
            continue
        elif not is_value and _is_prose(piece):
            if run and piece.before in JOINING and _FRACTION.match(piece.text):
                run[-1].reading = Reading(State.UNREADABLE, problem="V503")
            lexemes.append(Lexeme(_PROSE, piece, start=piece.start, end=piece.end))
            run = None
        elif run is None:
            lexemes.append(Lexeme(_VALUES, piece, start=piece.start, slots=(run := [piece])))
        else:
            run.append(piece)
    return lexemes


def _is_prose(piece: Piece) -> bool:
    """Whether a text that is no label is none of a cell's either, nor the torn-off end of a number."""
    return piece.before in JOINING and piece.reading.problem != "V503"


def _continues_value(run: list[Piece], piece: Piece) -> bool:
    """Make a line without a tab, straight below a cell that a tab began, part of that cell."""
    last = run[-1]
    if last.before is not Before.CELL or last.reading is BLANK or len(last.text) > LONGEST_LABEL:
        return False
    whole = f"{last.text}\n{piece.text}"
    run[-1] = evolve(last, text=whole, reading=read_value(whole))
    return True


def _close_row(lexemes: list[Lexeme], label: Piece) -> None:
    """Drop the cells that stand before a label in its own row: blanks, remains of a label that spans rows."""
    if not label.row or not lexemes:
        return
    slots = lexemes[-1].slots
    while slots and slots[-1].row == label.row and _is_span(slots[-1]):
        slots.pop()
    if lexemes[-1].kinds is not _VALUES:
        return
    if not slots:
        lexemes.pop()
    elif slots[-1].row == label.row and len(lexemes) > 1:
        lexemes[-2].shares_row = True


def _is_span(slot: Piece) -> bool:
    reading = slot.reading
    numeral = reading.problem == "V503" and starts_label(fold(slot.text))
    return reading is BLANK or reading.problem == "V501" or numeral


def _label(pieces: list[Piece], index: int) -> tuple[int, list[Lexeme]]:
    """How many pieces make the label, heading or other text at ``index``, and the lexemes of a label."""
    piece = pieces[index]
    if len(piece.text) > LONGEST_LABEL:
        return 1, _long_heading(piece)
    folded = fold(piece.text)
    if labels := _closed(folded):
        return 1, [Lexeme(kinds, piece, text=folded, start=piece.start, end=piece.end) for kinds in labels]
    best = (1, _lexemes(folded, [piece]))
    parts = [piece]
    while len(parts) < _MOST_PARTS and _is_open(folded, labelled=bool(best[1])):
        following = pieces[index + len(parts)] if index + len(parts) < len(pieces) else None
        if following is None or following.before not in JOINING or len(following.text) > LONGEST_LABEL:
            break
        parts.append(following)
        explained = _in_bracket(folded)
        folded += fold(following.text)
        closed = explained and not _in_bracket(folded)
        if (closed or exact_kinds(folded) or heading_of(folded)) and (found := _lexemes(folded, parts)):
            best = (len(parts), found)
    return best


@lru_cache(maxsize=4096)
def _closed(folded: str) -> tuple[tuple[str, ...], ...]:
    """What the labels of a text can be, if no other label begins with them; of most, they are remembered."""
    if len(folded) > LONGEST_LABEL or _is_open(folded, labelled=True):
        return ()
    return tuple((*kinds, PROSE) for kinds in label_kinds(folded))


def _is_open(folded: str, *, labelled: bool) -> bool:
    """Whether the next piece may belong to the label: a beginning of one, or a bracket still open."""
    return starts_label(folded) or (labelled and _in_bracket(folded))


def _in_bracket(folded: str) -> bool:
    return folded.count("(") > folded.count(")")


def _lexemes(folded: str, parts: list[Piece]) -> list[Lexeme]:
    first, last = parts[0], parts[-1]
    if len(folded) > LONGEST_LABEL:
        return []
    if labels := label_kinds(folded):
        return [Lexeme((*kinds, PROSE), last, text=folded, start=first.start, end=last.end) for kinds in labels]
    heading = heading_of(folded)
    if heading is None:
        return []
    return [_heading(heading, folded, parts)]


def _heading(heading: Heading, folded: str, parts: list[Piece]) -> Lexeme:
    first, last = parts[0], parts[-1]
    kinds = (HEADINGS[heading.number - 1], PROSE) if heading.sure else _PROSE
    end = last.end
    if heading.length < len(folded) and len(parts) == 1:
        cut = prefix_length(first.text, folded[: heading.length], LONGEST_LABEL)
        behind = first.text[cut:]
        apart = not behind[:1].isalnum()
        if apart or len(behind) > LONGEST_HEADING or _SENTENCE.search(behind):
            end = first.start + cut
    return Lexeme(kinds, last, text=folded, start=first.start, end=end, heading=heading)


def _long_heading(piece: Piece) -> list[Lexeme]:
    """The heading of a paragraph that runs on behind it."""
    opening = without_marks(piece.text[:LONGEST_LABEL]).lstrip()
    if piece.before not in JOINING or not _NUMERAL.match(opening):
        return []
    folded = fold(piece.text[:LONGEST_LABEL])
    heading = heading_of(folded)
    if heading is None or not heading.sure or heading.length == len(folded):
        return []
    return [_heading(heading, folded, [piece])]
