"""Claims against tables, in words: sentences whose figure the tables contradict, or can't be asked for."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from gov_disclosure.checking.examined import Examined
from gov_disclosure.checking.findings import Finding
from gov_disclosure.checking.rule_words import CLAIM
from gov_disclosure.form.fields import Edition, fields_by_id
from gov_disclosure.form.labels import column_label, row_label
from gov_disclosure.model.issues import Level, Message
from gov_disclosure.model.messages import joined
from gov_disclosure.model.outcome import Outcome
from gov_disclosure.narrative.claims import Claim, Meaning

_TOTALS: Final = (
    "requests.new_received.total",
    "requests.carried_over.total",
    "requests.carried_forward.total",
)


def _of_requests(cells: Sequence[str]) -> bool:
    return cells[0] in _TOTALS or cells[0] == "requests.results.total.total"


def _of_results(cells: Sequence[str]) -> bool:
    return cells[0].startswith("requests.results.") and cells[0].endswith(".total") and not _of_requests(cells)


def _of_applicants(cells: Sequence[str]) -> bool:
    return cells[0].startswith("requests.") and not cells[0].endswith(".total")


def _of_disputes(cells: Sequence[str]) -> bool:
    return cells[0].startswith("disputes.")


def _of_documents(cells: Sequence[str]) -> bool:
    return cells[0].startswith(("proactive.rules.", "proactive.normative_documents."))


def _of_decisions(cells: Sequence[str]) -> bool:
    return cells[0].endswith(".decisions")


def _of_money(cells: Sequence[str]) -> bool:
    return cells[0].startswith(("proactive.fees.", "proactive.procurement."))


SUBJECTS: Final[Mapping[str, Callable[[Sequence[str]], bool]]] = {
    "N701": _of_requests,
    "N702": _of_results,
    "N703": _of_applicants,
    "N704": _of_disputes,
    "N705": _of_documents,
    "N706": _of_decisions,
    "N707": _of_money,
}
"""By the rule's code: whether cells are what it is about. Shares are a rule of their own, N708."""
SHARES: Final = "N708"


def contradicted(examined: Examined, code: str) -> Iterator[Finding]:
    """The claims that a rule is about, and that do not hold."""
    for claim in examined.claims:
        if claim.outcome is not Outcome.HOLDS and _code(claim) == code:
            yield _finding(examined, code, claim)


def _code(claim: Claim) -> str:
    first = claim.meanings[0]
    if first.whole:
        return SHARES
    return next(code for code, is_about in SUBJECTS.items() if is_about(first.cells))


def _finding(examined: Examined, code: str, claim: Claim) -> Finding:
    fails = claim.outcome is Outcome.FAILS
    first = claim.meanings[0]
    cells = tuple(dict.fromkeys((*first.cells, *first.whole)))
    if not fails:
        cells = tuple(id for id in cells if examined.report.cells[id].value is None)
    # Meanings with the same number are told as one, by the first.
    told = {meaning.number: meaning for meaning in reversed(claim.meanings)}
    tables = joined([_said(meaning, examined.edition) for meaning in reversed(told.values())], CLAIM["or"])
    only = len(claim.meanings) == 1 and fails
    return Finding(
        code=code,
        id=f"{code}.{first.cells[0].partition('.')[2]}.{claim.location}",
        level=Level.WARNING if fails else Level.INFO,
        outcome=claim.outcome,
        message=CLAIM[claim.outcome].fill({"text": "".join(claim.text.split()), "tables": tables}),
        cells=cells,
        locations=(claim.location, *examined.locations(cells)),
        left=_whole(claim.quantity.value) if only and claim.quantity.exact else None,
        right=_whole(first.number) if only and claim.quantity.exact else None,
    )


def _said(meaning: Meaning, edition: Edition) -> Message:
    """What the tables say of the cells of a meaning."""
    facts: dict[str, object] = {"part": _label(meaning.cells, edition)}
    if meaning.whole:
        facts["part"] = CLAIM["share"].fill({**facts, "whole": _label(meaning.whole, edition)})
    if meaning.number is None:
        return CLAIM["lacks"].fill(facts)
    return CLAIM["says"].fill({**facts, "number": f"{_plain(meaning.number)}{'%' if meaning.whole else ''}"})


def _label(cells: Sequence[str], edition: Edition) -> Message:
    field = fields_by_id()[cells[0]]
    facts = {"row": row_label(field.key, edition), "column": column_label(field, edition), "count": len(cells)}
    return CLAIM["cell" if len(cells) == 1 else "cells"].fill(facts)


def _plain(number: Decimal) -> str:
    """A number without more decimals than anybody reads."""
    return f"{number:.4f}".rstrip("0").rstrip(".")


def _whole(number: Decimal | None) -> int | None:
    return int(number) if number is not None and number == number.to_integral_value() else None
