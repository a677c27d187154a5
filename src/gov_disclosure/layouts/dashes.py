"""Tables whose columns stand below runs of dashes."""

from collections.abc import Sequence

from gov_disclosure.layouts.width import pad


def padded(texts: Sequence[str], widths: Sequence[int]) -> str:
    """A line of a row, each text as wide as its column."""
    return f"  {' '.join(map(pad, texts, widths))}".rstrip()


def dashed(widths: Sequence[int], rows: Sequence[str], between: str) -> str:
    """The rows between two rules."""
    rule = "  " + " ".join(["-" * width for width in widths])
    return "\n".join((rule, between.join(rows), rule)) + "\n"
