"""The groups of RTF: what holds within their braces, and what their text is for."""

from collections.abc import Callable, Mapping
from enum import Enum, auto
from typing import Final

from attrs import define, evolve, field

from gov_disclosure.sources.rtf.looks import PLAIN, Looks
from gov_disclosure.sources.rtf.table_rows import RowInMaking


class Target(Enum):
    """What becomes of the text of a group."""

    BODY = auto()
    """A person reads it."""
    CODE = auto()
    """The code of a field."""
    AROUND = auto()
    """Nothing; but what stands in groups within it may be read."""
    FONTS = auto()
    COLORS = auto()
    PICTURE = auto()
    """Nothing, but that it has a size."""
    NOTHING = auto()


TARGETS: Final[Mapping[str, Target]] = {
    "fonttbl": Target.FONTS,
    "colortbl": Target.COLORS,
    "pict": Target.PICTURE,
    "fldinst": Target.CODE,
    "shp": Target.AROUND,
    "shpinst": Target.AROUND,
    "shpgrp": Target.AROUND,
    "do": Target.AROUND,
    "shppict": Target.AROUND,
    "upr": Target.AROUND,
    "ud": Target.BODY,
    "fldrslt": Target.BODY,
    "nesttableprops": Target.BODY,
    **dict.fromkeys(("listtext", "pntext"), Target.BODY),
    **dict.fromkeys(("shptxt", "dptxbxtext"), Target.BODY),
    **dict.fromkeys(
        (
            "stylesheet", "info", "filetbl", "listtable", "revtbl", "rsidtbl", "themedata", "datastore",
            "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf", "footnote",
            "annotation", "bkmkstart", "bkmkend", "xe", "tc", "nonshppict", "nonesttables", "object", "shprslt",
            "template", "sp", "sn", "sv", "mmath", "fontemb",
        ),
        Target.NOTHING,
    ),
}  # fmt: skip
"""What the text of groups is for, by the word that they begin with."""


@define(eq=False)
class Group:
    """What holds within a group; one in it begins with the same."""

    target: Target = Target.BODY
    looks: Looks = PLAIN
    font: int | None = None
    skipped: int = 1
    """How many characters stand behind one of Unicode for those who can't read it."""
    level: int = 0
    """How deep in tables its paragraphs stand."""
    ground: str = "auto"
    """The colour behind a paragraph."""
    row: RowInMaking = field(factory=RowInMaking)
    close: Callable[[], None] | None = None
    """What is to be done at its end."""

    def inner(self) -> "Group":
        """A group that begins in it."""
        return evolve(self, close=None)
