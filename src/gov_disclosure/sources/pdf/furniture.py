"""What stands at the same place of most pages is no text of the report: running heads, numbers of pages."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from gov_disclosure.sources.pdf.blocks import Blocks
from gov_disclosure.sources.pdf.lines import Line
from gov_disclosure.sources.pdf.tables import Table

# Of the page's height: how far from its edges such lines stand, and how far from page to page they move.
_MARGIN: Final = 0.13
_MOVED: Final = 0.008
_NUMBER: Final = re.compile(r"\d+|[一二三四五六七八九十百]+")
_FEWEST: Final = 2


def without_furniture(pages: Sequence[Blocks]) -> list[list[Line | Table]]:
    """The parts of each page that are the report's."""
    if len(pages) < _FEWEST:
        return [list(page.parts) for page in pages]
    seen: Counter[tuple[str, int]] = Counter()
    keys = [[_key(page, part) for part in page.parts] for page in pages]
    for of_page in keys:
        seen.update({(key[0], key[1] + moved) for key in of_page if key for moved in (-1, 0, 1)})
    most = len(pages) / 2
    return [
        [part for part, key in zip(page.parts, of_page, strict=True) if not key or seen[key] <= max(most, 1)]
        for page, of_page in zip(pages, keys, strict=True)
    ]


def _key(page: Blocks, part: Line | Table) -> tuple[str, int] | None:
    """What a line near the edge of a page says but for its numbers, and where it stands."""
    if isinstance(part, Table):
        return None
    height = page.page.height or 1.0
    at = part.base / height
    if _MARGIN < at < 1 - _MARGIN:
        return None
    return _NUMBER.sub("#", part.text), round(at / _MOVED)
