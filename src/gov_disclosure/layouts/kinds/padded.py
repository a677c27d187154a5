"""A row a line in columns of spaces, with spaces behind the last too; a spanned place is an empty cell."""

from gov_disclosure.layouts.documents import apart
from gov_disclosure.layouts.finders import PADDED
from gov_disclosure.layouts.kind import LayoutKind
from gov_disclosure.model.grid import Grid
from gov_disclosure.model.messages import Message

_GAP = " "


def _table(grid: Grid) -> str:
    # What draws comes with the first report that is written: to read one nothing is drawn.
    from gov_disclosure.layouts.width import display_width, pad

    rows = [[" ".join(text.split()) for text in texts] for texts in grid.texts()]
    widths = [max(map(display_width, column)) for column in zip(*rows, strict=True)]
    return "".join(
        f"{''.join([f'{_GAP}{pad(text, width)}{_GAP}' for text, width in zip(texts, widths, strict=True)])}\n"
        for texts in rows
    )


LAYOUT = LayoutKind(
    code="padded",
    looks=Message(
        "每行表格一行，各列以空格对齐，行尾也以空格补齐（rich、prettytable、inscriptis）",
        "a row a line, columns aligned by spaces, with spaces at the ends of lines too (rich, prettytable,"
        " inscriptis)",
    ),
    finder=PADDED,
    write=apart(_table),
    keeps_blanks=True,
    parts_by_spaces=True,
)
