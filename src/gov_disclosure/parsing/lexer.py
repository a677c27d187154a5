"""Lexing: pieces into lexemes, the tokens of ``grammar/report.lark``.

A label that a layout has broken over pieces becomes one lexeme, a cell that holds a group and its item two,
and all values between two labels one. What a lexeme is depends on its place too, so it carries every kind
that its words allow; the parser's state chooses (see :mod:`gov_disclosure.parsing.parser`).
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from gov_disclosure.form.folding import fold, prefix_length, without_marks
from gov_disclosure.form.lexicon import (
    HEADINGS,
    LONGEST_HEADING,
    LONGEST_LABEL,
    Heading,
    are_rows,
    exact_kinds,
    heading_of,
    starts_label,
)
from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.form.values import BLANK
from gov_disclosure.parsing.lexemes import PROSE, VALUES, Lexeme
from gov_disclosure.parsing.title_words import LONGEST_SEARCHED
from gov_disclosure.parsing.words import Labels, Words, in_bracket, is_open, labels_of, words_of
from gov_disclosure.scanning.pieces import JOINING, Piece, Separator

_PROSE = (PROSE,)
_VALUES = (VALUES, PROSE)
# A lexeme in full: by keyword, with its defaults, it takes three times as long.
_new = tuple.__new__

# A label is broken over few pieces; looking further would make lexing quadratic on hostile text.
_MOST_PARTS = 6
_NUMERAL = on_demand(r"[（(]?[一二三四五六1-6]")
# A line that is longer is a sentence of the prose.
_LONGEST_ROW = 40
# Where more than a label may begin: a line, a bracket, a colon, a year.
_MORE = re.compile(r"[\n（(〔\[【：:]|(?<![0-9０-９])[2２][0０][0-9０-９]{2}(?![0-9０-９])")
_SENTENCE = on_demand("[。；;，,]")
# Before a line below a row: only line ends, or the bar that closed that.
_BELOW = (*JOINING, Separator.BAR_LINE)


def lex(pieces: Sequence[Piece]) -> list[Lexeme]:
    """The lexemes of a text, in order."""
    lexemes: list[Lexeme] = []
    # The values behind the last label, which become one lexeme, and whether words are among them.
    run: list[Piece] = []
    worded = False
    at = 0
    # What has no problem is a value.
    for index in [index for index, piece in enumerate(pieces) if piece.reading.problem]:
        if index < at:
            # The rest of a label.
            continue
        if at < index:
            run += pieces[at:index]
        piece = pieces[index]
        words = words_of(piece.text[:LONGEST_SEARCHED])
        parts, found = (1, _whole_label(words, piece)) if words.label else _label(pieces, index, words)
        at = index + parts
        if found:
            if run:
                if piece.row and run[-1].row == piece.row:
                    _without_span(lexemes, run, piece)
                _close(lexemes, run, worded=worded)
                run, worded = [], False
            lexemes += found
        elif run and lexemes and _is_around(lexemes[-1], piece, pieces[at : at + 1]):
            lexemes[-1] = _torn_label(lexemes[-1], piece)
        elif _is_prose(piece):
            _close(lexemes, run, worded=worded)
            run, worded = [], False
            lexemes.append(_lexeme(_PROSE, piece, piece.start, piece.end))
        else:
            run.append(piece)
            worded = True
    run += pieces[at:]
    _close(lexemes, run, worded=worded)
    return lexemes


def _is_around(above: Lexeme, piece: Piece, following: Sequence[Piece]) -> bool:
    """Whether a line ends the label of a row that the one above its values begins: a page ended between."""
    ends = not following or bool(following[0].reading.problem)
    if piece.separator not in _BELOW or not ends or above.kinds != _PROSE:
        return False
    if len(above.piece.text) + len(piece.text) > LONGEST_LABEL:
        return False
    kinds = exact_kinds(fold(above.piece.text) + fold(piece.text))
    return bool(kinds) and are_rows(kinds)


def _torn_label(above: Lexeme, piece: Piece) -> Lexeme:
    """The label that ends behind its values."""
    folded = fold(above.piece.text) + fold(piece.text)
    return above.of_kinds(*exact_kinds(folded), PROSE)._replace(end=piece.end, text=folded, heading=None)


def _is_prose(piece: Piece) -> bool:
    """Whether a text that is no label is none of a cell's either, nor the torn-off end of a number."""
    return piece.separator in JOINING and piece.reading.problem != "V503"


def _close(lexemes: list[Lexeme], run: Sequence[Piece], *, worded: bool) -> None:
    """Make one lexeme of the values, if there are any."""
    if run:
        first = run[0]
        lexemes.append(
            _new(Lexeme, (VALUES, _VALUES, first, first.start, 0, "", tuple(run), worded, None, False, ""))
        )


def _without_span(lexemes: list[Lexeme], run: list[Piece], label: Piece) -> None:
    """Leave out the cells before a label in its row: blanks, remains of a label that spans rows."""
    while run and run[-1].row == label.row and _is_span(run[-1]):
        run.pop()
    if run and run[-1].row == label.row and lexemes:
        lexemes[-1] = lexemes[-1]._replace(shares_row=True)


def _is_span(slot: Piece) -> bool:
    reading = slot.reading
    numeral = reading.problem in ("V503", "V507") and starts_label(fold(slot.text))
    return reading is BLANK or reading.problem == "V501" or numeral


def _whole_label(words: Words, piece: Piece) -> Sequence[Lexeme]:
    """The lexeme of a piece that is one label, as nearly all are."""
    kinds, start, folded = words.label, piece.start, words.labels.folded
    end = piece.last or start + len(piece.text)
    return (_new(Lexeme, (kinds[0], kinds, piece, start, end, folded, (), False, None, False, "")),)


def _label(pieces: Sequence[Piece], index: int, words: Words) -> tuple[int, Sequence[Lexeme]]:
    """How many pieces make the label, heading or other text at ``index``, and the lexemes of a label."""
    piece = pieces[index]
    text = piece.text
    if words.is_long:
        return 1, _long_heading(piece)
    parts, found = _over_lines(pieces, index) if words.is_open else (1, _lexemes(words.labels, piece, piece))
    if found and found[0].heading is None:
        return parts, found
    kinds = _row_before_more(text) if piece.row or len(text) <= _LONGEST_ROW else ()
    return (
        (1, [_lexeme(kinds, piece, piece.start, piece.end, words.labels.folded)]) if kinds else (parts, found)
    )


def _over_lines(pieces: Sequence[Piece], index: int) -> tuple[int, Sequence[Lexeme]]:
    """As many pieces as make a label or heading together, the first of them one or the beginning of one."""
    first = pieces[index]
    labels = words_of(first.text).labels
    folded = labels.folded
    best = (1, _lexemes(labels, first, first))
    for parts, following in enumerate(pieces[index + 1 : index + _MOST_PARTS], 2):
        labelled = bool(best[1])
        if not is_open(folded, labelled=labelled) or following.separator not in JOINING:
            break
        if len(following.text) > LONGEST_LABEL:
            break
        explained = in_bracket(folded)
        folded += fold(following.text)
        closed = explained and not in_bracket(folded)
        if (closed or exact_kinds(folded) or heading_of(folded)) and (
            found := _lexemes(labels_of(folded), first, following)
        ):
            best = (parts, found)
    return best


@lru_cache(maxsize=1024)
def _row_before_more(text: str) -> tuple[str, ...]:
    """The kinds of the row whose label a cell begins with, if more stands behind it: 行政处罚（上年）."""
    for cut in [found.start() for found in _MORE.finditer(text)][-_MOST_PARTS:][::-1]:
        kinds = exact_kinds(fold(text[:cut]))
        if kinds and are_rows(kinds):
            return (*kinds, PROSE)
    return ()


def _lexemes(labels: Labels, first: Piece, last: Piece) -> Sequence[Lexeme]:
    """The labels or the heading that pieces make together."""
    folded, each, heading = labels
    if heading:
        return (_heading(heading, folded, first, last),)
    return [_lexeme(kinds, last, first.start, last.end, folded) for kinds in each]


def _lexeme(
    kinds: tuple[str, ...], piece: Piece, start: int, end: int, folded: str = "", heading: Heading | None = None
) -> Lexeme:
    return _new(Lexeme, (kinds[0], kinds, piece, start, end, folded, (), False, heading, False, ""))


def _heading(heading: Heading, folded: str, first: Piece, last: Piece) -> Lexeme:
    kinds = (HEADINGS[heading.number - 1], PROSE) if heading.sure else _PROSE
    end = last.end
    if heading.length < len(folded) and first is last:
        cut = prefix_length(first.text, folded[: heading.length], LONGEST_LABEL)
        behind = first.text[cut:]
        apart = not behind[:1].isalnum()
        if apart or len(behind) > LONGEST_HEADING or _SENTENCE.search(behind):
            end = first.start + cut
    return _lexeme(kinds, last, first.start, end, folded, heading)


def _long_heading(piece: Piece) -> list[Lexeme]:
    """The heading of a paragraph that runs on behind it."""
    opening = without_marks(piece.text[:LONGEST_LABEL]).lstrip()
    if piece.separator not in JOINING or not _NUMERAL.match(opening):
        return []
    folded = fold(piece.text[:LONGEST_LABEL])
    heading = heading_of(folded)
    if heading is None or not heading.sure or heading.length == len(folded):
        return []
    return [_heading(heading, folded, piece, piece)]
