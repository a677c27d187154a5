"""Pages to look at: of a plain report, with every state, with a wrong figure, of hostile texts."""

from functools import cache

from attrs import evolve

import gov_disclosure as gd
from gov_disclosure.testing.samples.choices import Rolled
from gov_disclosure.testing.samples.reports import sample_report

HOSTILE = "</li></script><script>alert(1)</script><img src=x onerror=\"alert('1')\">&lt;{{ 7*7 }}"


NEW = "requests.new_received"


@cache
def source(edition: str = "2021") -> str:
    """An invented report with a number in every cell, that adds up."""
    return gd.render(sample_report(Rolled("page"), gd.Edition(edition), frozenset()), gd.Layout.TIKA)


@cache
def page(edition: str = "2021") -> gd.Page:
    report = gd.parse(source(edition))
    return gd.Page(report, gd.check(report), source(edition))


def changed(page: gd.Page, values: dict[str, str]) -> gd.Page:
    """The page of a report whose text has other words in some cells."""
    lines = page.text.splitlines(keepends=True)
    for id, text in values.items():
        place = page.report.cells[id].location
        line = lines[place.line - 1]
        end = place.column - 1 + len(page.report.cells[id].raw.strip())
        lines[place.line - 1] = line[: place.column - 1] + text + line[end:]
    report = gd.parse("".join(lines))
    return gd.Page(report, gd.check(report), "".join(lines))


def with_states() -> gd.Page:
    """A report with a cell in every state, errors and notes."""
    report = page().report
    states = {
        "requests.carried_over.total": (gd.State.BLANK, ""),
        "requests.carried_over.natural_person": (gd.State.NOT_APPLICABLE, "/"),
        "requests.results.granted.total": (gd.State.MISSING, ""),
        "disputes.reconsideration.upheld": (gd.State.UNREADABLE, "三件"),
        "disputes.reconsideration.other": (gd.State.UNREADABLE, "详见附件中的说明材料"),
    }
    cells = {
        id: evolve(report.cells[id], value=None, state=state, raw=raw) for id, (state, raw) in states.items()
    }
    report = evolve(report, cells={**report.cells, **cells})
    return gd.Page(report, gd.check(report), page().text)


def wrong() -> gd.Page:
    return changed(page(), {f"{NEW}.natural_person": "987654"})


def finding(code: str = "X101", level: gd.Level = gd.Level.WARNING, **changes) -> gd.Finding:
    words = gd.Message("正文与表格不符。", "The prose and the table disagree.")
    return gd.Finding(
        code=code, id=f"{code}.1", level=level, outcome=gd.Outcome.FAILS, message=words, **changes
    )


def hostile() -> gd.Page:
    """A report in which every text is an attack."""
    report = with_states().report
    cells = dict(report.cells)
    for id in (
        "requests.carried_over.total",
        "disputes.reconsideration.other",
        "disputes.reconsideration.upheld",
    ):
        cells[id] = evolve(cells[id], raw=HOSTILE, unit=HOSTILE)
    cells["proactive.fees.amount"] = evolve(cells["proactive.fees.amount"], unit=HOSTILE)
    issue = gd.Issue(code="T408", level=gd.Level.ERROR, message=gd.Message(HOSTILE, HOSTILE), raw=HOSTILE)
    text = "\n".join(f"{line}{HOSTILE}" for line in page().text.splitlines())
    report = evolve(
        report, title=HOSTILE, issuer=HOSTILE, cells=cells, issues=(issue,), source=f"/tmp/{HOSTILE}.txt"
    )
    found = (
        *gd.check(report),
        evolve(finding(HOSTILE, cells=(HOSTILE,)), message=gd.Message(HOSTILE, HOSTILE)),
    )
    return gd.Page(report, found, text)
