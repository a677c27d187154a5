"""The text of a page as pdfplumber gives it, between page numbers and running heads."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from gov_disclosure.layouts.documents import Block, Text
from gov_disclosure.layouts.kind import LayoutKind
from gov_disclosure.model.grid import Grid
from gov_disclosure.model.messages import Message

_WIDTHS: Final[Mapping[str, tuple[int, ...]]] = {
    "proactive": (20, 14, 14, 14),
    "requests": (4, 6, 14, *(4,) * 7),
    "disputes": (*(2,) * 5, 3, 3, *(2,) * 8),
}
_PAGE_WIDTH: Final = 76
_PAGE_LINES: Final = 40


def _pages(blocks: Sequence[Block]) -> str:
    """Pages of equal length, each with the running head of the report and its number; no row is parted."""
    running = next((block.text for block in blocks if isinstance(block, Text) and block.kind == "title"), "")
    pages: list[list[str]] = [[]]
    used = 0
    for chunk in _chunks(blocks):
        height = chunk.count("\n") + 1
        if used + height > _PAGE_LINES and used:
            pages.append([running] if running else [])
            used = 0
        pages[-1].append(chunk)
        used += height
    return "".join(f"{chr(10).join(page)}\n- {number} -\n" for number, page in enumerate(pages, 1))


def _chunks(blocks: Sequence[Block]) -> Iterator[str]:
    """What no page break parts: a line of prose, a row of a table."""
    # What draws comes with the first report that is written: to read one nothing is drawn.
    from gov_disclosure.layouts.width import broken

    for block in blocks:
        if isinstance(block, Grid):
            yield from _rows(block)
        else:
            for line in block.text.splitlines():
                yield from broken(line.strip(), _PAGE_WIDTH)


def _rows(grid: Grid) -> list[str]:
    """The lines of each row as a page has them: what stands on one height, one space between."""
    from gov_disclosure.layouts.drawing import draw, widened, widths_of

    widths = widened(grid, widths_of(grid, _WIDTHS), gap=1)
    drawing = draw(grid, widths, gap=1, between=0, centred=True)
    return [
        "\n".join([" ".join([text for text, _ in cells if text]) for cells in drawing.lines(row)])
        for row in range(len(grid.rows))
    ]


LAYOUT = LayoutKind(
    code="pdf",
    looks=Message(
        "pdfplumber所给的页面文本：标签在数值旁折行，单元格之间一个空格，空单元格不留痕迹，正文折行，"
        "中间有页码和页眉",
        "the text of a page as pdfplumber gives it: labels wrapped beside their numbers, one space "
        "between cells, empty cells leave nothing, prose broken, page numbers and running heads in between",
    ),
    write=_pages,
    parts_by_spaces=True,
)
