"""Six made-up reports, both editions: tables as boxes with spans, and the text of each of their cells.

Two have sums that hold or fail, two have blanks and slashes in a third of their cells, two are invented by the
library's own samples, in whose prose figures stand too.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from random import Random

import gov_disclosure as gd
from gov_disclosure.testing.samples.choices import Rolled
from gov_disclosure.testing.samples.numbers import distinct
from gov_disclosure.testing.samples.reports import sample_report
from helpers.second_renderer.form import (
    HEADINGS,
    Field,
    Made,
    Table,
    disputes,
    fields,
    make,
    proactive,
    requests,
)


def made() -> dict[str, Made]:
    """The reports by name; the same each time."""
    return {
        "sums": make("2021", "sums", 11),
        "distinct": make("2019", "distinct", 12),
        "gaps-2021": gaps("2021"),
        "gaps-2019": gaps("2019"),
        "invented-2021": invented("2021"),
        "invented-2019": invented("2019"),
    }


def gaps(edition: str) -> Made:
    """One cell in six is blank, one in six has a slash."""
    whole = make(edition, "distinct", 13)
    random = Random(f"gaps {edition}")
    truth = {id: random.choice(["", "/", text, text, text, text]) for id, text in whole.truth.items()}
    return Made(whole.title, parts(fields(edition), truth, whole.parts), truth)


def invented(edition: str) -> Made:
    """A report of the samples, its prose among it."""
    return written(sample_report(Rolled(f"converters {edition}"), gd.Edition(edition), numbers=distinct))


def written(report: gd.Report) -> Made:
    """A report, its tables as boxes."""
    edition = str(report.edition)
    truth = {id: cell.raw for id, cell in report.cells.items()}
    lines: list[str | Table] = []
    for section in report.sections:
        lines += [section.heading, *section.text.splitlines()]
    return Made(report.title or "", parts(fields(edition), truth, lines), truth)


def parts(own: Sequence[Field], truth: dict[str, str], lines: Sequence[str | Table]) -> tuple[str | Table, ...]:
    """The lines, the tables behind their headings."""
    tables = {HEADINGS[1]: proactive, HEADINGS[2]: requests, HEADINGS[3]: disputes}

    def all_of() -> Iterator[str | Table]:
        for line in lines:
            if isinstance(line, str):
                yield line
                if line in tables:
                    yield tables[line](own, truth)

    return tuple(all_of())


def truth_of(report: Made) -> dict[str, gd.Cell]:
    """What a careful reader takes from the report itself."""
    return {id: _cell(id, text) for id, text in report.truth.items()}


def _cell(id: str, text: str) -> gd.Cell:
    if text in ("", "/"):
        return gd.Cell(id=id, state=gd.State.NOT_APPLICABLE if text else gd.State.BLANK)
    digits = "".join(sign for sign in text if sign in "-.0123456789")
    return gd.Cell(id=id, state=gd.State.REPORTED, value=Decimal(digits) if "." in digits else int(digits))
