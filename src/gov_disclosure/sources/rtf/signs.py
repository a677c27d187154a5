"""What stands in RTF for single things: named characters, breaks, and groups that leave a mark alone."""

from collections.abc import Callable, Mapping
from typing import Final
from xml.etree.ElementTree import Element

from gov_disclosure.form.folding import UNCLEAR

SIGNS: Final[Mapping[str, str]] = {
    "~": "\xa0", "_": "-", "\\": "\\", "{": "{", "}": "}",
    # A part of a formula.
    "|": UNCLEAR,
}  # fmt: skip
"""Behind a backslash."""
CHARACTERS: Final[Mapping[str, str]] = {
    "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•",
    "endash": "–", "emdash": "—", "emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005",
    # What Word works out: the number of a page, a day.
    "chpgn": UNCLEAR, "chdate": UNCLEAR, "chtime": UNCLEAR, "sectnum": UNCLEAR,
}  # fmt: skip
"""By the words that stand for them."""
BREAKS: Final[Mapping[str, str]] = {
    "line": "w:br", "softline": "w:br", "lbr": "w:br", "column": "w:br", "tab": "w:tab",
}  # fmt: skip


def _footnote() -> Element:
    return Element("w:footnoteReference")


def _object() -> Element:
    return Element("w:object")


def _formula() -> Element:
    one = Element("w:t")
    one.text = UNCLEAR
    return one


STANDING_FOR: Final[Mapping[str, Callable[[], Element]]] = {
    "footnote": _footnote,
    "object": _object,
    "mmath": _formula,
}
"""What stands for a group that is not read, by its word."""
