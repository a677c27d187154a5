"""Issues: what could not be read, or was read in an unusual way, as values with code, place and words."""

import re
from typing import Any, Final

from attrs import field, fields, frozen

from gov_disclosure.form.brief import Brief
from gov_disclosure.model.error_words import error_text
from gov_disclosure.model.errors import GovDisclosureError
from gov_disclosure.model.issue_kind import IssueKind
from gov_disclosure.model.issue_kinds import KINDS
from gov_disclosure.model.messages import Level, Message
from gov_disclosure.model.places import Place
from gov_disclosure.model.shown import named, quoted

__all__ = ["Issue", "Level", "Location", "Message", "issue"]

_CODE: Final = re.compile("[A-Z][0-9]{3}")


@frozen(order=True, repr=False)
class Location(Brief):
    """A place in the source text, both 1-based."""

    line: int
    column: int
    place: Place | None = field(default=None, order=False)
    """Where it is in a file that is no text, as a person who has it open looks for it."""

    def __attrs_post_init__(self) -> None:
        if self.line < 1 or self.column < 1:
            raise GovDisclosureError(error_text("place", line=self.line, column=self.column))

    def __str__(self) -> str:
        return f"{self.line}:{self.column}"

    @property
    def said(self) -> Message:
        """In words: the place in the file, or line and column of a text."""
        return self.place.said if self.place else Message(str(self), str(self))

    def _attributes(self) -> tuple[Any, ...]:
        shown: tuple[Any, ...] = fields(Location)
        return shown if self.place else shown[:2]


@frozen(kw_only=True, repr=False)
class Issue:
    """One finding. ``code`` is stable: a letter for the family and three digits (docs/issues.md lists them)."""

    code: str
    level: Level
    message: Message
    cells: tuple[str, ...] = ()
    """Ids of the cells concerned, in the order of the form."""
    location: Location | None = None
    raw: str = ""
    """The text concerned, as found."""

    def __attrs_post_init__(self) -> None:
        if not (isinstance(self.code, str) and _CODE.fullmatch(self.code) and isinstance(self.level, Level)):
            raise GovDisclosureError(error_text("issue_kind", code=self.code, level=self.level))
        if not (isinstance(self.cells, tuple) and all(isinstance(id, str) for id in self.cells)):
            raise GovDisclosureError(error_text("issue_cells", code=self.code))

    def __repr__(self) -> str:
        place = self.location and f"at {self.location}"
        return named(self, self.code, self.level, place, quoted(self.message.en, 120))


_BY_CODE = {kind.code: kind for kind in KINDS}


def issue(
    kind: IssueKind | str,
    /,
    *,
    cells: tuple[str, ...] = (),
    location: Location | None = None,
    raw: str = "",
    **facts: object,
) -> Issue:
    """The issue of a kind, or of the code of one, its messages filled in with the facts."""
    kind = _BY_CODE[kind] if isinstance(kind, str) else kind
    message = kind.said(facts)
    return Issue(code=kind.code, level=kind.level, message=message, cells=cells, location=location, raw=raw)
