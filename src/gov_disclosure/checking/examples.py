"""Examples: what a rule is shown on, a small report in which all is sound but for one thing."""

from collections.abc import Mapping
from typing import Final

from attrs import evolve, field, frozen

from gov_disclosure.form.brief import Brief
from gov_disclosure.form.fields import Edition, State, fields_by_id
from gov_disclosure.form.labels import column_label, row_label
from gov_disclosure.model.blank import blank_form
from gov_disclosure.model.messages import Message, joined
from gov_disclosure.model.report import Report

SOUND: Final[Mapping[str, int]] = {
    "requests.new_received.natural_person": 3,
    "requests.new_received.total": 3,
    "requests.results.granted.natural_person": 3,
    "requests.results.granted.total": 3,
    "requests.results.total.natural_person": 3,
    "requests.results.total.total": 3,
    "disputes.reconsideration.upheld": 1,
    "disputes.reconsideration.total": 1,
    "proactive.normative_documents.issued": 1,
    "proactive.normative_documents.in_force": 9,
    "proactive.penalties.decisions": 5,
}
"""The figures of a report of which no rule finds anything; those of all other cells are 0."""

_EDITION: Final = Edition.FORM_2021
_CHANGED: Final = Message(
    "“{row}”{column}由{before}改为{after}。", "“{row}” {column} is {after} instead of {before}."
)


@frozen(kw_only=True, repr=False)
class Example(Brief):
    """The sound report with something changed; as it stands, a report of which no rule finds anything."""

    figures: Mapping[str, int] = field(factory=dict, hash=False)
    """What stands in cells instead, by their ids."""
    prose: str = ""
    """The text of its overview."""
    issuer: str | None = "青溪县教育局"
    year: int = 2023

    @property
    def given(self) -> Message:
        """What is changed, in words."""
        said = [Message(self.prose, self.prose)] if self.prose else []
        return joined([*(_changed(id, figure) for id, figure in self.figures.items()), *said], Message("", " "))

    @property
    def report(self) -> Report:
        """The report itself."""
        form, figures = blank_form(_EDITION), {**SOUND, **self.figures}
        overview, *others = form.sections
        return evolve(
            form,
            issuer=self.issuer,
            year=self.year,
            sections=(evolve(overview, text=self.prose), *others),
            cells={
                id: evolve(cell, state=State.REPORTED, value=figures.get(id, 0))
                for id, cell in form.cells.items()
            },
        )


def _changed(id: str, figure: int) -> Message:
    cell = fields_by_id()[id]
    facts = {
        "row": row_label(cell.key, _EDITION),
        "column": column_label(cell, _EDITION),
        "before": SOUND.get(id, 0),
        "after": figure,
    }
    return _CHANGED.fill(facts)
