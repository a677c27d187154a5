"""Documents: a report in a layout, written so or so, with a page around it."""

import re

from attrs import field, frozen

from gov_disclosure.layouts.names import Layout
from gov_disclosure.model.report import Report
from gov_disclosure.testing.samples.choices import Choices
from gov_disclosure.testing.samples.furniture import Furniture, sample_furniture
from gov_disclosure.testing.samples.noise import Noise, sample_noise
from gov_disclosure.testing.samples.prose import Setting
from gov_disclosure.testing.samples.reports import named, sample_report, shortly
from gov_disclosure.writing.rendering.document import render

LAYOUTS = (Layout.TIKA, *[layout for layout in Layout if layout is not Layout.TIKA])
"""Every layout, the plainest first."""


@frozen
class Document:
    """A text, and the report that it says."""

    _repr_pretty_ = shortly

    report: Report = field(repr=named)
    layout: Layout
    furniture: Furniture
    noise: Noise
    text: str


def document_of(report: Report, layout: Layout, furniture: Furniture, noise: Noise) -> Document:
    """The report in a layout, its tables written with noise, with furniture around it."""
    text = dressed(render(report, layout), report, layout, furniture, noise)
    return Document(report, layout, furniture, noise, text)


def dressed(text: str, report: Report, layout: Layout, furniture: Furniture, noise: Noise) -> str:
    """The text of a report, its tables written with noise, with furniture around it."""
    text = furniture.around(text, report, layout)
    start, end = tables_in(text, report)
    return f"{text[:start]}{noise.written(text[start:end], layout)}{text[end:]}"


def sample_document(choices: Choices, report: Report | None = None) -> Document:
    """A report as some page has it."""
    report = report or sample_report(choices)
    about = Setting(report.issuer or "", report.year or 0)
    return document_of(report, choices.pick(LAYOUTS), sample_furniture(choices, about), sample_noise(choices))


def tables_in(text: str, report: Report) -> tuple[int, int]:
    """Where the three tables begin and end in the text of a report: from behind heading two to before five."""
    headings = {section.number: section.heading for section in report.sections}
    places = [_heading(headings[2]).search(text), _heading(headings[5]).search(text)]
    start, end = (place.span() if place else (0, 0) for place in places)
    return start[1], end[0]


def _heading(heading: str) -> re.Pattern[str]:
    return re.compile(rf"^(?:## |<(?:h2|para)>)?{re.escape(heading)}(?:</(?:h2|para)>)?$", re.MULTILINE)
