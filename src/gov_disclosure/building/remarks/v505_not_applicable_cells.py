"""V505: a cell filled with "/" and the like gives no figure."""

from collections.abc import Iterator

from gov_disclosure.building.cells_in_state import cells_in_state
from gov_disclosure.building.remark import Remark
from gov_disclosure.form.fields import State
from gov_disclosure.model.issue_kind import IssueKind
from gov_disclosure.model.issues import Issue
from gov_disclosure.model.messages import Level, Message
from gov_disclosure.model.report import Report


def _run(report: Report, kind: IssueKind) -> Iterator[Issue]:
    return cells_in_state(report, State.NOT_APPLICABLE, kind)


REMARK = Remark(
    kind=IssueKind(
        code="V505",
        level=Level.INFO,
        words=Message(
            "“{row}”有{found}个单元格填写“不适用”标记。",
            "{row}: {found} cell(s) marked as not applicable.",
        ),
        when=Message("填写“不适用”标记的单元格", "cells marked as not applicable"),
    ),
    run=_run,
)
