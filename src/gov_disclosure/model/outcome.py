"""What can be said of something that ought to hold."""

from enum import StrEnum

from attrs import frozen

from gov_disclosure.form.brief import Brief


class Outcome(StrEnum):
    """What can be said of an identity."""

    HOLDS = "holds"
    FAILS = "fails"
    NOT_ASSESSABLE = "not_assessable"
    """A cell in it has no number."""


@frozen(kw_only=True, repr=False)
class Sides(Brief):
    """Two sums that ought to be the same, where they are known."""

    left: int | None = None
    right: int | None = None

    @property
    def difference(self) -> int | None:
        """Left minus right, where both are known."""
        return None if self.left is None or self.right is None else self.left - self.right
