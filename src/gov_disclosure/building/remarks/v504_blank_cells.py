"""V504: a cell without figure is to be filled with 0, so a blank one says nothing certain."""

from collections.abc import Iterator

from gov_disclosure.building.cells_in_state import cells_in_state
from gov_disclosure.building.remark import Remark
from gov_disclosure.form.fields import State
from gov_disclosure.model.issue_kind import IssueKind
from gov_disclosure.model.issues import Issue
from gov_disclosure.model.messages import Level, Message
from gov_disclosure.model.report import Report


def _run(report: Report, kind: IssueKind) -> Iterator[Issue]:
    return cells_in_state(report, State.BLANK, kind)


REMARK = Remark(
    kind=IssueKind(
        code="V504",
        level=Level.INFO,
        words=Message(
            "“{row}”有{found}个空白单元格。",
            "{row}: {found} blank cell(s).",
        ),
        when=Message("空白单元格", "blank cells"),
    ),
    run=_run,
)
