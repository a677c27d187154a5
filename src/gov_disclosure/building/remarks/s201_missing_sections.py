"""S201: a report has six sections (国办公开办函〔2021〕30号, annex); one on an older form has others."""

from collections.abc import Iterator

from gov_disclosure.building.remark import Remark
from gov_disclosure.form.labels import heading_label
from gov_disclosure.model.issue_kind import IssueKind
from gov_disclosure.model.issue_kinds.document import OLDER_FORM
from gov_disclosure.model.issues import Issue, issue
from gov_disclosure.model.messages import Level, Message
from gov_disclosure.model.report import Report

_SECTIONS = 6


def _run(report: Report, kind: IssueKind) -> Iterator[Issue]:
    if any(found.code == OLDER_FORM for found in report.issues):
        return
    present = {section.number for section in report.sections}
    for number in range(1, _SECTIONS + 1):
        if number not in present:
            yield issue(kind, number=number, heading=heading_label(number))


REMARK = Remark(
    kind=IssueKind(
        code="S201",
        level=Level.WARNING,
        words=Message(
            "缺少第{number}部分“{heading}”。",
            "Section {number} ({heading}) is missing.",
        ),
        when=Message("缺少一个部分", "a section is missing"),
    ),
    run=_run,
)
