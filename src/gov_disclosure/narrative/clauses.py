"""Clauses: words and figures between two signs of punctuation, each as those around it make it."""

from typing import Final

from attrs import define, frozen

from gov_disclosure.narrative.quantities import Quantity

OTHER_TEXT: Final = "OTHER_TEXT"
"""The type of a token for words that are not known."""
COUNT: Final = "COUNT"
NUMBER: Final = "NUMBER"
PERCENT: Final = "PERCENT"

PARTS: Final = frozenset(
    {"RECONSIDERATION", "LITIGATION", "LITIGATION_DIRECT", "LITIGATION_AFTER_RECONSIDERATION"}
)
OUTCOMES: Final = frozenset({"UPHELD", "RECTIFIED", "OTHER", "PENDING"})
ALL_REQUESTS: Final = "ALL_REQUESTS"
ALL_THOSE: Final = "ALL_THOSE"
"""A figure that is referred to, as that of all requests or of all that were told: 8件申请中."""
SOME_OF_THOSE: Final = "SOME_OF_THOSE"
"""What follows is of requests of one kind."""
ACTIONS: Final = frozenset(
    {
        *("PROACTIVE_LICENSING", "PROACTIVE_PENALTIES", "PROACTIVE_COMPULSION"),
        "PROACTIVE_OTHER_SERVICES",
    }
)
DOCUMENTS: Final = frozenset({"PROACTIVE_NORMATIVE_DOCUMENTS", "PROACTIVE_RULES"})


@define(eq=False)
class Token:
    """A word, a number, or a stretch of unknown text."""

    type: str
    """A terminal of ``grammar/narrative.lark``, or ``OTHER_TEXT``."""
    text: str
    start: int
    """Offset in its paragraph."""
    end: int
    quantity: Quantity | None = None


@frozen
class Clause:
    """The tokens between two signs of punctuation."""

    tokens: list[Token]
    follows: bool
    """Whether it goes on with a sentence, or with what the one before it counted (其中)."""
    breaks: bool
    """Whether a semicolon ends it."""
    inside: bool
    """Whether it stands in brackets."""
    leads: bool
    """Whether a colon ends it."""
