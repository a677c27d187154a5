"""Values that go on in the next line: their cell holds more than one, and nothing marks where it ends.

    行政许可            行政许可 12
    37                  千件
    →40

A tab that begins a cell says that the lines below it are its own: they are put together. Elsewhere a line makes
the value above it unreadable that says what ends a number, or is one word that is neither of the form nor the
label of another number.
"""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from gov_disclosure.form.fields import Kind, State
from gov_disclosure.form.folding import fold
from gov_disclosure.form.lexicon import LONGEST_LABEL
from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.form.similarity import is_stretch_of_label
from gov_disclosure.form.values import BLANK, CellText, number_for
from gov_disclosure.form.vocabulary import any_of, terminals
from gov_disclosure.parsing.words import words_of
from gov_disclosure.scanning.pieces import JOINING, Piece, Separator

# A number whose other part stands on the next line.
_TORN = CellText(State.UNREADABLE, problem="V503")
_LINE, _CELL, _GRID = Separator.LINE, Separator.CELL, Separator.GRID
# Before a line below a row that a bar has closed.
_BAR_LINE = Separator.BAR_LINE
# Of more characters a line says something by itself.
_LONGEST = 4
_LONGEST_END = 16
_SAYS_MORE = on_demand(r"[0-9。;,:!?]")
# What frames a table ends it: ╵ ╵ ╵.
_NOT_DRAWN = on_demand("[^\\s\u2500-\u257f]")
# Of a page's edge: 1/3, 2023/1/10.
_OF_PAGE = on_demand(r"[0-9]{1,3}/[0-9]{1,3}|20[0-9]{2}[-/.年][0-9]{1,2}[-/.月].*")
# A line of a page that was broken in a number, or at its point: "226 四、政府信息公开行政复议 …", ".53 元".
_NUMBER_FIRST = re.compile(r"[0-9]+[ \t\u3000\xa0]|\s*[.．][0-9０-９]")


def with_torn_values(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """The pieces; a value that goes on in the next line with all of it, or unreadable."""
    below = [
        at
        for at, (above, piece) in enumerate(pairwise(pieces), 1)
        if not piece.row
        and (piece.reading.problem or above.separator is _CELL)
        and (piece.separator in JOINING or (piece.separator is _BAR_LINE and above.row))
        and (above.separator is _CELL or not (above.reading.problem or above.separator is _GRID))
    ]
    return _with_torn(list(pieces), below) if below else pieces


def _with_torn(pieces: list[Piece], below: Sequence[int]) -> Sequence[Piece]:
    joined: set[int] = set()
    for at in below:
        above, line = pieces[at - 1], pieces[at]
        if above.separator is not _CELL:
            following = pieces[at + 1] if at + 1 < len(pieces) else None
            if above.reading.digits and _may_be_of_value(line, following) and not _is_unit(line, above):
                pieces[at - 1] = above._replace(reading=_TORN)
        elif line.separator is _LINE and _is_of_cell(above, line):
            # What stands below goes on with all of it.
            pieces[at] = above.saying(f"{above.text}\n{line.text}")._replace(last=line.end)
            joined.add(at - 1)
    return [piece for at, piece in enumerate(pieces) if at not in joined] if joined else pieces


def _is_of_cell(cell: Piece, line: Piece) -> bool:
    """Whether a line below a cell that a tab began is its own: neither is of the form."""
    if cell.reading is BLANK or len(cell.text) > LONGEST_LABEL:
        return False
    return not any(piece.reading.problem and _is_of_form(piece.text) for piece in (cell, line))


def _is_of_form(text: str) -> bool:
    """Whether a text is a label or a heading of the form, or may be a part of one."""
    words = words_of(text)
    return bool(words.labels.kinds or words.labels.heading) or words.is_open or words.is_long


def _may_be_of_value(line: Piece, following: Piece | None) -> bool:
    """Whether a line below a value may end its cell."""
    text = line.text
    if line.separator is not _BAR_LINE and _NUMBER_FIRST.match(text):
        return True
    if len(text) > LONGEST_LABEL or _is_of_form(text) or words_of(text).title:
        return False
    folded = fold(text)
    if not _NOT_DRAWN.search(folded) or _OF_PAGE.fullmatch(folded):
        return False
    if len(folded) <= _LONGEST_END and _ends_value().fullmatch(folded):
        return True
    # With a number behind it is the label of a row that the form does not have.
    is_label = following is not None and not following.reading.problem
    if line.separator is not _LINE or is_label or len(folded) > _LONGEST:
        return False
    return not (_SAYS_MORE.search(folded) or is_stretch_of_label(folded))


def _is_unit(line: Piece, value: Piece) -> bool:
    """Whether a line behind a number leaves it what it is: 件."""
    number = number_for(value.reading, Kind.COUNT)
    together = value.saying(value.text.rstrip() + line.text.strip()).reading
    return number is not None and bool(together.digits) and number_for(together, Kind.COUNT) == number


@cache
def _ends_value() -> re.Pattern[str]:
    """What ends a number or says of it that it is another: 千件, 余, %, →40, 应为40, 上年12, 2021年."""
    words = {name: tuple(map(fold, wordings)) for name, wordings in terminals("values").items()}
    unit = any_of((*words["COUNT_UNIT"], *words["MONEY_UNIT"]))
    doubt = any_of((*words["DOUBT"], *words["OTHER_YEAR"]))
    inner = (
        rf"20[0-9]{{2}}年度?|(?:{doubt})[^。;]*|(?:[^\w(]*[0-9][0-9.,]*)?"
        rf"(?:{any_of(words['SCALE'])})*(?:{unit})?(?:{any_of(words['ROUNDED'])})?[%‰]?"
    )
    return re.compile(rf"(?:{inner})|\((?:{inner})\)")
