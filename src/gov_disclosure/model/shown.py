"""How values show themselves at a prompt: one line or two, and no character that a terminal would obey."""

from collections.abc import Callable
from typing import Final

from gov_disclosure.form.brief import LONGEST
from gov_disclosure.form.on_demand import on_demand

# Controls (C0 and C1), what turns the direction of writing, what ends lines, half characters, and tags.
_OBEYED: Final = on_demand(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ud800-\udfff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)

# Two lines of a prompt hold two of these and what stands around.
_LONGEST: Final = 60


def visible(text: str, keep: str = "") -> str:
    """A text whose characters that a terminal or a page would obey are written as escapes, but for some."""
    return text if text.isprintable() else escaped(text, _escape, keep)


def escaped(text: str, escape: Callable[[str], str], keep: str = "") -> str:
    """A text with what ``escape`` gives for each of these characters, but for some."""
    return _OBEYED.sub(lambda found: found[0] if found[0] in keep else escape(found[0]), text)


def _escape(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")


def quoted(text: str, longest: int = _LONGEST) -> str:
    """A text in quotes, on one line, cut where it is too long."""
    line = " ".join(text[: 4 * longest].split())
    return repr(line if len(line) <= longest and len(text) <= 4 * longest else f"{line[:longest]}…")


def named(value: object, *facts: object) -> str:
    """A value by its class and the facts that are known of it: ``<Cell a.b 5 at 3:1>``."""
    said = " ".join(str(fact) for fact in facts if fact is not None and fact != "")
    shown = visible(f"<{type(value).__name__} {said}>")
    return shown if len(shown) <= LONGEST else f"{shown[: LONGEST - 2]}…>"
