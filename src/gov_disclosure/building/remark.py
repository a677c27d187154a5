"""The shape of a remark: a kind of issue that is given of a report once it is read, and what gives it."""

from collections.abc import Callable, Iterable

from attrs import frozen

from gov_disclosure.model.issue_kind import IssueKind
from gov_disclosure.model.issues import Issue
from gov_disclosure.model.report import Report


@frozen(kw_only=True)
class Remark:
    """What the form asks for, and what is said of a report that has it otherwise."""

    kind: IssueKind
    run: Callable[[Report, IssueKind], Iterable[Issue]]

    @property
    def code(self) -> str:
        """That of its issues."""
        return self.kind.code
