r"""Tables of Typst: a call with its cells in reading order, what a cell spans, and how many columns there are.

    #table(
      columns: 3,
      [信息内容], table.cell(colspan: 2)[本年制发件数],
      table.cell(rowspan: 2)[规章], [1], [0],
    )

What can't be read as a whole is no table. One that is hidden, or drawn only where something is so, has no rows.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.model.grid import Grid, GridCell
from gov_disclosure.sources.flow import Flowing, in_rows
from gov_disclosure.sources.grid import Line, filled_rows
from gov_disclosure.sources.places import Places
from gov_disclosure.sources.signs import TYPST
from gov_disclosure.sources.typst_calls import COMMENT, PLAIN, Argument, Call, call_at, content_end

_OPENS = on_demand(rf"{COMMENT}|#(?P<figure>figure)\(|#table\(")
_TABLE = on_demand(r"(?<![\w.-])table\(")
# What hides or strikes a table, sets it where something is so, or gives it a name, straight before it.
_DOUBTFUL = on_demand(
    r"#?\b(?:hide|if|else|let|for|while|context|strike|text|set|show|return|place|scale)\b[^\n\[\]{}]*[\[{(=]\s*"
    r"(?:#?(?:align|block|box)(?:\([^()]*\))?\[\s*)?\Z"
)
_LONGEST_BEFORE = 200
# What a heading before the table, or the table itself, is referred to by is not shown.
_LABEL_BEFORE = on_demand(r"(?<=\n)<[\w.:-]{1,190}>\s*\Z")
_LABEL_BEHIND = on_demand(r"[ \t]*<[\w.:-]{1,190}>")
_CALL = on_demand(r"(table\.(?:cell|header|footer|[hv]line)|strong|emph)(?=[(\[])")
_REPEATED = on_demand(r"\([^(),]*,?\s*\)\s*\*\s*(\d{1,2})")
_PLAIN = on_demand(rf"\s*+({PLAIN})\s*+")
_COUNT = on_demand(r"\s*(\d{1,2})\s*")
_UNSEEN = on_demand(rf"(?:\s++|{COMMENT})*+")
_GAP = on_demand(r"\n[ \t]*\r?\n")
_WRITTEN = on_demand(
    rf"(?P<none>{COMMENT})|\\(?P<break>[ \t]*(?:\n|\Z|(?<=[ \t])))|#(?P<line>linebreak\(\))"
    r"|#(?:strong|emph)\[(?P<type>[^\[\]#\\]*)\]|(?P<tie>~)|\\.",
    re.DOTALL,
)
_DRESSED = on_demand(r"[\\#~]|//|/\*")
_STRING = on_demand(r'"([^"\\]*)"')
_FEWEST_ROWS = 2


def typst_tables(text: str, lines: Sequence[Line]) -> Iterator[Grid]:
    """The tables of Typst in a text."""
    reader = _Reader(text, lines, Places(lines))
    at = max(text.find(TYPST) - _LONGEST_BEFORE, 0)
    while opening := _OPENS.search(text, at):
        at = opening.end()
        if opening[0][0] == "/":
            if TYPST in opening[0]:
                yield Grid((), opening.start(), at)
        elif call := call_at(text, at - 1):
            at = call.end
            if grid := reader.grid(opening.start(), call, is_figure=bool(opening["figure"])):
                yield grid


@frozen(eq=False)
class _Reader:
    text: str
    lines: Sequence[Line]
    places: Places

    def grid(self, start: int, call: Call, *, is_figure: bool) -> Grid | None:
        """The table of a call, or of the figure that it stands in."""
        table = self._only_table(start, call) if is_figure else call
        if table is None:
            return None
        before = self.text[max(start - _LONGEST_BEFORE, 0) : start]
        if _DOUBTFUL.search(before):
            return Grid((), start, call.end)
        if label := _LABEL_BEFORE.search(before):
            start -= len(before) - label.start()
        behind = _LABEL_BEHIND.match(self.text, call.end)
        end = behind.end() if behind else call.end
        cells = self._cells(table.arguments, begins=None)
        found = in_rows(cells, self._columns(table)) if cells else []
        captions = [one for one in call.arguments if one.name == "caption"]
        caption = self._caption(captions[0]) if is_figure and captions else None
        return Grid(filled_rows(found), start, end, caption=caption) if found else None

    def _only_table(self, start: int, figure: Call) -> Call | None:
        inner = _TABLE.search(self.text, start, figure.end)
        table = call_at(self.text, inner.end() - 1) if inner else None
        return None if table is None or _TABLE.search(self.text, table.end, figure.end) else table

    def _columns(self, table: Call) -> int:
        """How many columns a table says that it has; 0 where that is worked out."""
        for name, start, end in table.arguments:
            if name == "columns":
                said = self.text[start:end].strip()
                if count := _COUNT.fullmatch(said) or _REPEATED.fullmatch(said):
                    return int(count[1])
                at = start + _lead(self.text, start)
                tracks = call_at(self.text, at) if said.startswith("(") else None
                return len(tracks.arguments) if tracks and self._is_all(tracks.end, end) else 0
        return 0

    def _caption(self, argument: Argument) -> GridCell:
        start, end = argument.start, argument.end
        line = self.lines[bisect_right(self.lines, start, key=_start) - 1]
        shown = _shown(self.text[start:end].strip().removeprefix("[").removesuffix("]"))
        return GridCell(shown, start=start, end=end, line=line.number, column=start - line.start + 1)

    def _cells(self, arguments: Iterable[Argument], *, begins: bool | None) -> list[Flowing]:
        """The cells among some arguments, in order; none where one is something else.

        ``begins`` says whether the first begins a line, where a part of the table stands before it.
        """
        cells: list[Flowing] = []
        for argument in arguments:
            if argument.name:
                continue
            plain = _PLAIN.fullmatch(self.text, argument.start, argument.end)
            start = plain.start(1) if plain else _lead(self.text, argument.start) + argument.start
            lead = self.text[argument.start : start]
            # A comma or a parenthesis stands before it.
            first = "\n" in lead and self._begins(start) if begins is None else begins
            begins = None
            gap = len(lead) > 1 and _GAP.search(lead) is not None
            if plain:
                cells.append(self._cell(start + 1, plain.end(1) - 1, first, gap))
            elif (more := self._of(start, argument.end, first=first)) is None:
                return []
            else:
                cells += [one._replace(behind_gap=gap) if one is more[0] else one for one in more]
        return cells

    def _begins(self, start: int) -> bool:
        return not self.text[self.text.rfind("\n", 0, start) + 1 : start].strip()

    def _of(self, start: int, end: int, *, first: bool) -> list[Flowing] | None:
        """The cells of an argument; ``None`` for what nobody knows."""
        text = self.text
        if text[start] == "[":
            behind = content_end(text, start)
            return [self._cell(start + 1, behind - 1, first)] if self._is_all(behind, end) else None
        if string := _STRING.match(text, start, end):
            return (
                [self._cell(string.start(1), string.end(1), first)] if self._is_all(string.end(), end) else None
            )
        call = _CALL.match(text, start, end)
        return self._called(call[1], call.end(), end, first=first) if call else None

    def _called(self, name: str, at: int, end: int, *, first: bool) -> list[Flowing] | None:
        """The cells of a call within the table."""
        call = call_at(self.text, at) if self.text[at] == "(" else Call((), at)
        if call is None:
            return None
        arguments = list(call.arguments)
        if self.text.startswith("[", call.end):
            behind = content_end(self.text, call.end)
            arguments.append(Argument("", call.end, behind))
        else:
            behind = call.end
        if not self._is_all(behind, end):
            return None
        if name.endswith("line"):
            return []
        if name.endswith(("header", "footer")):
            return self._cells(arguments, begins=first) or None
        spans = {one.name: self.text[one.start : one.end].strip() for one in arguments if one.name}
        cells = self._cells(arguments, begins=first)
        across, down = spans.get("colspan", "1"), spans.get("rowspan", "1")
        if (
            len(cells) != 1
            or {"x", "y"} & set(spans)
            or not (_COUNT.fullmatch(across) and _COUNT.fullmatch(down))
        ):
            return None
        cell = cells[0].cell._replace(colspan=max(int(across), 1))
        return [Flowing(cell, max(int(down), 1), first)]

    def _is_all(self, behind: int, end: int) -> bool:
        """Whether nothing is left of an argument."""
        return 0 < behind <= end and behind + _lead(self.text, behind, end) == end

    def _cell(self, start: int, end: int, begins: bool, behind_gap: bool = False) -> Flowing:
        cell = self.places.cell(_shown(self.text[start:end]), start, end)
        return Flowing(cell, 1, begins, behind_gap)


def _start(line: Line) -> int:
    return line.start


def _lead(text: str, start: int, end: int | None = None) -> int:
    """How much stands before what is seen: blanks, comments."""
    unseen = _UNSEEN.match(text, start, len(text) if end is None else end)
    return unseen.end() - start if unseen else 0


def _shown(written: str) -> str:
    """What a content shows; what is not known stays, so that a number beside it is none."""
    if _DRESSED.search(written):
        written = _WRITTEN.sub(_sign, written)
    shown = written.strip()
    return shown if shown.isalnum() else "\n".join(filter(None, map(str.strip, shown.splitlines())))


def _sign(written: re.Match[str]) -> str:
    if written["none"]:
        return ""
    if written["type"] is not None:
        return written["type"]
    if written["tie"]:
        return " "
    # What is escaped is known to be no dress.
    return "\n" if written["line"] or written["break"] is not None else written[0]
