"""Blame: which cells may be wrong behind sums that fail, in words."""

from collections.abc import Iterator

from gov_disclosure.checking.examined import Examined
from gov_disclosure.checking.findings import Finding
from gov_disclosure.checking.localizing.localization import Certainty, Localization, Suspects, localize
from gov_disclosure.checking.localizing.suggestions import Reason, reason_of
from gov_disclosure.checking.rule_words import BLAME, CHANGE, REASONS
from gov_disclosure.form.fields import fields_by_id
from gov_disclosure.form.labels import column_label, row_label
from gov_disclosure.model.issues import Level, Message
from gov_disclosure.model.messages import joined
from gov_disclosure.model.outcome import Outcome

# More sets than these help nobody.
_MOST_SHOWN = 5


def blamed(examined: Examined, code: str) -> Iterator[Finding]:
    """For sums that fail and share cells, the smallest sets of cells that explain them, if they can be told."""
    failing = [verdict.identity.id for verdict in examined.verdicts if verdict.outcome is Outcome.FAILS]
    if not failing:
        return
    try:
        found = localize(examined.report)
    except ModuleNotFoundError:
        yield _finding(examined, code, Localization(tuple(failing), Certainty.UNKNOWN, ()), BLAME["extra"])
        return
    for one in found:
        yield _finding(examined, code, one, BLAME[_case(one)])


def _case(found: Localization) -> str:
    if found.certainty is Certainty.UNKNOWN:
        return "unknown"
    number = "one" if len(found.suspects[0].cells) == 1 else "several"
    return f"{found.certainty}_{number}"


def _finding(examined: Examined, code: str, found: Localization, words: Message) -> Finding:
    unknown = found.certainty is Certainty.UNKNOWN
    suspects = () if unknown else found.suspects
    cells = tuple(dict.fromkeys(id for one in suspects for id in one.cells))
    shown = [_changes(examined, one) for one in suspects[:_MOST_SHOWN]]
    facts = {
        "failing": len(found.failing),
        "count": len(suspects[0].cells) if suspects else 0,
        "sets": f"{len(suspects)}" if found.complete else f"{len(suspects)}+",
        "changes": joined(shown, BLAME["or"]),
        "more": BLAME["more"] if len(suspects) > _MOST_SHOWN else Message("", ""),
    }
    return Finding(
        code=code,
        id=f"{code}.{found.failing[0]}",
        level=Level.INFO if unknown else Level.WARNING,
        outcome=Outcome.NOT_ASSESSABLE if unknown else Outcome.FAILS,
        message=words.fill(facts),
        cells=cells,
        locations=tuple(examined.locations(cells)),
    )


def _changes(examined: Examined, suspects: Suspects) -> Message:
    """The cells of a set with what is written and what the sums ask for: “…”总计：5→4."""
    changes = [
        _change(examined, id, figure) for id, figure in zip(suspects.cells, suspects.figures, strict=True)
    ]
    figures = [figure for figure in suspects.figures if figure is not None]
    if len(figures) == len(suspects.cells):
        reason = reason_of(examined.report, suspects.cells, figures)
        if reason is not Reason.ARITHMETIC:
            changes[-1] = BLAME["because"].fill({"change": changes[-1], "reason": REASONS[reason]})
    return joined(changes, BLAME["and"])


def _change(examined: Examined, id: str, figure: int | None) -> Message:
    field = fields_by_id()[id]
    facts = {
        "row": row_label(field.key, examined.edition),
        "column": column_label(field, examined.edition),
        "written": examined.report.cells[id].value,
        "figure": BLAME["any"] if figure is None else figure,
    }
    change = CHANGE.fill(facts)
    return BLAME["told"].fill({"change": change}) if _is_told(examined, id, figure) else change


def _is_told(examined: Examined, id: str, figure: int | None) -> bool:
    """Whether the prose gives a cell the figure that the sums ask for."""
    return any(
        claim.quantity.exact
        and claim.quantity.value == figure
        and (id,) in [one.cells for one in claim.meanings]
        for claim in examined.claims
    )
