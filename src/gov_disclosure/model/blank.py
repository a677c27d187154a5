"""A report with nothing filled in."""

from gov_disclosure.form.fields import Edition, State, as_edition, form_fields
from gov_disclosure.form.labels import heading_label
from gov_disclosure.form.vocabulary import terminals
from gov_disclosure.model.issues import Location
from gov_disclosure.model.report import Cell, Report, Section

_SECTIONS = range(1, 7)
# Nothing of it stands in a source; its sections are all at the start.
_START = Location(1, 1)


def blank_form(edition: Edition | str) -> Report:
    """A report of one edition with every cell blank: the form itself, to fill in or to render.

    Raises:
        ValueError: there is no such edition.
    """
    edition = as_edition(edition)
    return Report(
        title=terminals("front")["TITLE_END"][0],
        issuer=None,
        year=None,
        edition=edition,
        preamble="",
        sections=tuple(
            Section(number=number, heading=heading_label(number), text="", location=_START)
            for number in _SECTIONS
        ),
        cells={cell.id: Cell(id=cell.id, state=State.BLANK) for cell in form_fields(edition)},
        issues=(),
    )
