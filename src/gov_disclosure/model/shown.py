"""How values show themselves at a prompt: one line or two, and no character that a terminal would obey."""

from typing import Final

# Two lines of a terminal hold two of these and what stands around.
_LONGEST: Final = 60


def quoted(text: str, longest: int = _LONGEST) -> str:
    """A text in quotes, on one line, cut where it is too long."""
    line = " ".join(text[: 4 * longest].split())
    return repr(line if len(line) <= longest and len(text) <= 4 * longest else f"{line[:longest]}…")


def named(value: object, *facts: object) -> str:
    """A value by its class and the facts that are known of it: ``<Cell a.b 5 at 3:1>``."""
    said = " ".join(str(fact) for fact in facts if fact is not None and fact != "")
    return f"<{type(value).__name__} {said}>"
