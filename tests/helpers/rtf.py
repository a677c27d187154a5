"""RTF documents put together by hand: a head, and a body of paragraphs and tables."""

from collections.abc import Iterable, Sequence

import gov_disclosure as gd
from gov_disclosure.layouts.documents import Text
from gov_disclosure.model.grid import Grid, GridCell
from gov_disclosure.writing.rendering.document import blocks_of

FONTS = (
    r"{\fonttbl{\f0\fnil\fcharset134 SimSun;}{\f1\froman\fcharset0 Times New Roman;}"
    r"{\f2\fnil\fcharset2 Wingdings;}{\f3\fnil\fcharset128 MS Mincho;}{\f4\fnil\fcharset136 PMingLiU;}}"
)
COLORS = r"{\colortbl;\red0\green0\blue0;\red255\green255\blue255;\red192\green0\blue0;}"
WIDTH = 900


def rtf(body: str, *, page="936", head="") -> bytes:
    """A file of a body in which all but ASCII stands as Unicode."""
    text = rf"{{\rtf1\ansi\ansicpg{page}\deff0{FONTS}{COLORS}{head}{body}}}"
    return "".join(one if one.isascii() else unicode(one) for one in text).encode("ascii")


def unicode(text: str) -> str:
    """Characters by their numbers, each with a question mark for those who can't read it."""
    code = text.encode("utf-16-le")
    units = [int.from_bytes(code[at : at + 2], "little", signed=True) for at in range(0, len(code), 2)]
    return "".join(rf"\u{unit} ?" for unit in units)


def in_hex(text: str, encoding="gb18030") -> str:
    """Characters by their bytes."""
    return "".join(
        one if one.isascii() else "".join(rf"\'{byte:02x}" for byte in one.encode(encoding)) for one in text
    )


def in_bytes(text: str, encoding="gb18030") -> bytes:
    """A file whose text stands as bytes."""
    head = rf"{{\rtf1\ansi\ansicpg936\deff0{FONTS}{COLORS}".encode()
    return head + text.encode(encoding) + b"}"


def paragraph(text: str) -> str:
    return rf"\pard\plain\f0 {escaped(text)}\par" + "\n"


def escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("{", r"\{").replace("}", r"\}").replace("\n", r"\line ")


def row(*cells: str, edges: Sequence[int] = (), flags: Sequence[str] = (), settings="", end=r"\row") -> str:
    """A row of contents that stand as they are."""
    edges = edges or [WIDTH * (at + 1) for at in range(len(cells))]
    flags = flags or [""] * len(cells)
    defined = "".join(rf"{flag}\cellx{edge}" for flag, edge in zip(flags, edges, strict=True))
    inner = "".join(rf"\pard\intbl {one}\cell" + "\n" for one in cells)
    return rf"\trowd{settings}{defined}{inner}{end}" + "\n"


def body_of(report: gd.Report, write=escaped) -> str:
    """The body of a report; ``write`` makes the content of a cell of its text."""
    parts = []
    for block in blocks_of(report, gd.Layout.HTML):
        if isinstance(block, Text):
            parts += [paragraph(line) for line in block.text.splitlines() if line.strip()]
        else:
            parts += [*of_grid(block, write), paragraph("")]
    return "".join(parts)


def of_grid(grid: Grid, write=escaped) -> Iterable[str]:
    for cells in grid.rows:
        contents, edges, flags = [], [], []
        for at, one in enumerate(cells):
            if not one.colspan:
                continue
            contents.append(write(one.text) if one.rowspan else "")
            edges.append(WIDTH * (at + one.colspan))
            flags.append(_flag(one))
        yield row(*contents, edges=edges, flags=flags)


def _flag(cell: GridCell) -> str:
    return r"\clvmgf" if cell.rowspan > 1 else "" if cell.rowspan else r"\clvmrg"
