"""Statements: the known words of a clause as figures of something."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from attrs import frozen

from gov_disclosure.narrative.clauses import COUNT, NUMBER, PERCENT, Token
from gov_disclosure.narrative.quantities import Quantity
from gov_disclosure.narrative.wordings import COLUMNS, FIGURES, OUTCOMES, Form, Subject, Wording, worded


@frozen(kw_only=True)
class Statement:
    """One figure, and what it is of."""

    subjects: tuple[Subject, ...]
    """Several are counted together."""
    quantity: Quantity
    start: int
    """Offset in the text that it was found in."""
    end: int
    within: tuple[Subject, ...] = ()
    """For a kind of applicant, an outcome or a share: what was spoken of before it."""
    whole: str | None = None
    """For a share, the rule of what it is a share of, where the sentence says that."""
    form: Form = Form.STATED


@frozen
class Chunk:
    """Known words that stand together in a clause."""

    tokens: Sequence[Token]
    first: bool
    """Nothing unknown stands before them in the clause."""
    followed: bool
    """Other words stand right behind them."""
    including: bool
    """其中 stands before them in the sentence."""
    behind: str
    """The type of the token right behind them, if one ends them."""
    joined: bool = False
    """A conjunction stands behind them, and then other words."""
    reasons: Sequence[int] = ()
    """Where words stand that give a reason, or say what a figure is about."""
    summed: bool = False
    """Nothing but a word for a sum stands before them in the clause."""


def gives_reason(chunk: Chunk, start: int) -> bool:
    """Whether a reason stands before a place, and no figure between them."""
    counted = max((token.end for token in chunk.tokens if token.quantity and token.end <= start), default=-1)
    return any(counted <= reason < start for reason in chunk.reasons)


_ALONE: Final = frozenset({PERCENT, "LITIGATION_DIRECT", "LITIGATION_AFTER_RECONSIDERATION", *OUTCOMES})
_NOTHING: Final = Quantity(Decimal(0), Decimal(0), Decimal(0))


def statements_in(chunk: Chunk) -> Iterator[Statement]:
    """What the words of a chunk state, whatever it is about."""
    tokens = chunk.tokens
    types = tuple([token.type for token in tokens])
    if types == (COUNT,) and chunk.summed:
        yield Statement(
            subjects=(Subject("due", ("SUM",)),),
            quantity=tokens[0].quantity or _NOTHING,
            start=tokens[0].start,
            end=tokens[0].end,
        )
    if len(tokens) == 1 and not _says_alone(types[0]):
        return
    for told in worded(types):
        behind = types[told.last + 1 :]
        joined = behind[:1] == ("AND",)
        more = told.figure == told.first and joined and FIGURES.isdisjoint(behind)
        if more and not _says_the_same(types[told.last], behind[1:]):
            # 3件予以公开和部分公开: of both together.
            continue
        if _lacks_unit(told, types):
            continue
        if _is_bare(told, types) and not joined and (behind or chunk.followed):
            continue
        quantity = _NOTHING if told.figure is None else tokens[told.figure].quantity or _NOTHING
        # No disputes of both kinds are none of each.
        each = told.form is Form.STATED and quantity == _NOTHING
        for subjects in [(subject,) for subject in told.subjects] if each else [told.subjects]:
            yield Statement(
                subjects=subjects,
                quantity=quantity,
                start=tokens[told.first].start,
                end=tokens[told.last].end,
                within=told.within,
                whole=told.whole,
                form=told.form,
            )


def _says_alone(type: str) -> bool:
    """Whether a word says a figure by itself: of one request, 自然人 and 予以公开."""
    return type in _ALONE or type in COLUMNS or type.startswith("REQUESTS_")


def _says_the_same(type: str, behind: Sequence[str]) -> bool:
    """Whether words say again what was told: an item's group, and where what is pending is carried."""
    if len(behind) == 1:
        return type.startswith(f"{behind[0]}_")
    return type == "PENDING" and behind[0] in ("CARRIED", "MOVED") and behind[1] == "NEXT_YEAR"


def _is_bare(told: Wording, types: tuple[str, ...]) -> bool:
    """Whether its number has no unit, and no word for a number before it: a result in a list of them."""
    at = told.figure or 0
    return at > 0 and types[at] == NUMBER and types[at - 1].startswith("REQUESTS_")


def _lacks_unit(told: Wording, types: tuple[str, ...]) -> bool:
    """Whether nothing but its number says that it counts something."""
    at = told.figure or 0
    counts = types[at - 1] in ("QUANTITY", "ALL") or types[at - 1].startswith("REQUESTS_")
    return at > 0 and types[at] == NUMBER and not counts
