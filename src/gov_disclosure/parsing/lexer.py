"""Lexing: pieces into lexemes, the tokens of ``grammar/report.lark``.

A label that a layout has broken over pieces becomes one lexeme, a cell that holds a group and its item two,
and all values between two labels one. What a lexeme is depends on its place too, so it carries every kind
that its words allow; the parser's state chooses (see :mod:`gov_disclosure.parsing.parser`).
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from gov_disclosure.form.fields import State
from gov_disclosure.form.folding import fold, prefix_length, without_marks
from gov_disclosure.form.lexicon import (
    HEADINGS,
    LONGEST_HEADING,
    LONGEST_LABEL,
    Heading,
    are_rows,
    exact_kinds,
    heading_of,
    label_kinds,
    starts_label,
)
from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.form.values import BLANK, CellText
from gov_disclosure.parsing.lexemes import PROSE, VALUES, Lexeme
from gov_disclosure.scanning.pieces import JOINING, Piece, Separator

_PROSE = (PROSE,)
_VALUES = (VALUES, PROSE)
# A lexeme in full: by keyword, with its defaults, it takes three times as long.
_new = tuple.__new__

# A label is broken over few pieces; looking further would make lexing quadratic on hostile text.
_MOST_PARTS = 6
# A label with tags of a word processor around it.
_LONGEST_DRESSED = 2000
_NUMERAL = on_demand(r"[（(]?[一二三四五六1-6]")
# What a line begins with where a number has been broken at its point.
_FRACTION = on_demand(r"\s*[.．][0-9０-９]")
# A line that is longer is a sentence of the prose.
_LONGEST_ROW = 40
# Where more than a label may begin: a line, a bracket, a colon, a year.
_MORE = re.compile(r"[\n（(〔\[【：:]|(?<![0-9０-９])[2２][0０][0-9０-９]{2}(?![0-9０-９])")
_SENTENCE = on_demand("[。；;，,]")
# A number whose other part stands on the next line.
_TORN = CellText(State.UNREADABLE, problem="V503")


def lex(pieces: Sequence[Piece]) -> list[Lexeme]:
    """The lexemes of a text, in order."""
    lexemes: list[Lexeme] = []
    # The values behind the last label, which become one lexeme.
    run: list[Piece] = []
    index = 0
    while index < len(pieces):
        piece = pieces[index]
        # What has no problem is a value.
        is_value = not piece.reading.problem
        parts, found = (1, None) if is_value else _label(pieces, index)
        index += parts
        if found:
            _close_row(lexemes, run, piece)
            run = []
            lexemes += found
        elif run and piece.separator is Separator.LINE and _continues_value(run, piece):
            continue
        elif not is_value and _is_prose(piece):
            if run and lexemes and _is_around(lexemes[-1], piece, pieces[index : index + 1]):
                lexemes[-1] = _torn_label(lexemes[-1], piece)
                continue
            if run and piece.separator in JOINING and _FRACTION.match(piece.text):
                run[-1] = run[-1]._replace(reading=_TORN)
            _close(lexemes, run)
            run = []
            lexemes.append(Lexeme(_PROSE, piece, piece.start, piece.end))
        else:
            run.append(piece)
    _close(lexemes, run)
    return lexemes


def _is_around(above: Lexeme, piece: Piece, following: Sequence[Piece]) -> bool:
    """Whether a line ends the label of a row that the one above its values begins: a page ended between."""
    ends = not following or bool(following[0].reading.problem)
    if not ends or above.kinds != _PROSE or len(above.piece.text) + len(piece.text) > LONGEST_LABEL:
        return False
    kinds = exact_kinds(fold(above.piece.text) + fold(piece.text))
    return bool(kinds) and are_rows(kinds)


def _torn_label(above: Lexeme, piece: Piece) -> Lexeme:
    """The label that ends behind its values."""
    folded = fold(above.piece.text) + fold(piece.text)
    return above._replace(kinds=(*exact_kinds(folded), PROSE), end=piece.end, text=folded)


def _is_prose(piece: Piece) -> bool:
    """Whether a text that is no label is none of a cell's either, nor the torn-off end of a number."""
    return piece.separator in JOINING and piece.reading.problem != "V503"


def _continues_value(run: list[Piece], piece: Piece) -> bool:
    """Make a line without a tab, straight below a cell that a tab began, part of that cell."""
    last = run[-1]
    if last.separator is not Separator.CELL or last.reading is BLANK or len(last.text) > LONGEST_LABEL:
        return False
    run[-1] = last.saying(f"{last.text}\n{piece.text}")
    return True


def _close(lexemes: list[Lexeme], run: Sequence[Piece]) -> None:
    """Make one lexeme of the values, if there are any."""
    if run:
        first = run[0]
        lexemes.append(_new(Lexeme, (_VALUES, first, first.start, 0, "", tuple(run), None, False, "")))


def _close_row(lexemes: list[Lexeme], run: list[Piece], label: Piece) -> None:
    """Close the values, without cells before a label in its row: blanks, remains of a label that spans rows."""
    if label.row:
        while run and run[-1].row == label.row and _is_span(run[-1]):
            run.pop()
        if run and run[-1].row == label.row and lexemes:
            lexemes[-1] = lexemes[-1]._replace(shares_row=True)
    _close(lexemes, run)


def _is_span(slot: Piece) -> bool:
    reading = slot.reading
    numeral = reading.problem in ("V503", "V507") and starts_label(fold(slot.text))
    return reading is BLANK or reading.problem == "V501" or numeral


def _label(pieces: Sequence[Piece], index: int) -> tuple[int, Sequence[Lexeme]]:
    """How many pieces make the label, heading or other text at ``index``, and the lexemes of a label."""
    piece = pieces[index]
    if len(piece.text) > LONGEST_LABEL and not _is_dressed_label(piece.text):
        return 1, _long_heading(piece)
    folded, labels = _closed(piece.text)
    if labels:
        start, end = piece.start, piece.end
        return 1, [_new(Lexeme, (kinds, piece, start, end, folded, (), None, False, "")) for kinds in labels]
    best = (1, _lexemes(folded, [piece]))
    parts = [piece]
    while len(parts) < _MOST_PARTS and _is_open(folded, labelled=bool(best[1])):
        following = pieces[index + len(parts)] if index + len(parts) < len(pieces) else None
        if following is None or following.separator not in JOINING or len(following.text) > LONGEST_LABEL:
            break
        parts.append(following)
        explained = _in_bracket(folded)
        folded += fold(following.text)
        closed = explained and not _in_bracket(folded)
        if (closed or exact_kinds(folded) or heading_of(folded)) and (found := _lexemes(folded, parts)):
            best = (len(parts), found)
    if any(found.heading is None for found in best[1]) or not (piece.row or len(piece.text) <= _LONGEST_ROW):
        return best
    return (1, more) if (more := _labels_with_more(piece)) else best


def _labels_with_more(piece: Piece) -> list[Lexeme]:
    """The label of a row that a cell begins with; what it says as a whole is none: 行政处罚（上年）."""
    text = piece.text
    for cut in [found.start() for found in _MORE.finditer(text)][-_MOST_PARTS:][::-1]:
        kinds = exact_kinds(fold(text[:cut]))
        if kinds and are_rows(kinds):
            return [Lexeme((*kinds, PROSE), piece, piece.start, piece.end, fold(text))]
    return []


def _is_dressed_label(text: str) -> bool:
    """Whether a text is long only by the tags around it."""
    dressed = text.lstrip()[:1] == "<" and len(text) <= _LONGEST_DRESSED
    return dressed and len(without_marks(text)) <= LONGEST_LABEL


@lru_cache(maxsize=4096)
def _closed(text: str) -> tuple[str, tuple[tuple[str, ...], ...]]:
    """A text folded, and what its labels can be, if no other label begins with them; most are remembered."""
    folded = fold(text)
    if len(folded) > LONGEST_LABEL or _is_open(folded, labelled=True):
        return folded, ()
    return folded, tuple((*kinds, PROSE) for kinds in label_kinds(folded))


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
        return [Lexeme((*kinds, PROSE), last, first.start, last.end, folded) for kinds in labels]
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
    return Lexeme(kinds, last, first.start, end, folded, heading=heading)


def _long_heading(piece: Piece) -> list[Lexeme]:
    """The heading of a paragraph that runs on behind it."""
    opening = without_marks(piece.text[:LONGEST_LABEL]).lstrip()
    if piece.separator not in JOINING or not _NUMERAL.match(opening):
        return []
    folded = fold(piece.text[:LONGEST_LABEL])
    heading = heading_of(folded)
    if heading is None or not heading.sure or heading.length == len(folded):
        return []
    return [_heading(heading, folded, [piece])]
