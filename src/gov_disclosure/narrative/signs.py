"""Signs: what words that are not known as a whole speak of, by known words in them."""

import re
from collections.abc import Iterable, Mapping
from enum import Enum
from functools import cache
from typing import Final

from gov_disclosure.form.vocabulary import terminals
from gov_disclosure.narrative.patterns import SIGN_OF, by_first, words_of_kind
from gov_disclosure.narrative.wordings import OUTCOMES

_RESULTS: Final = "REQUESTS_RESULTS_"
_GRANTED: Final = f"{_RESULTS}GRANTED"
_PARTLY: Final = f"{_RESULTS}PARTIALLY_GRANTED"
GROUPS: Final = (
    *(_GRANTED, _PARTLY, f"{_RESULTS}DENIED", f"{_RESULTS}UNAVAILABLE"),
    *(f"{_RESULTS}NOT_PROCESSED", f"{_RESULTS}OTHER"),
)
"""The groups of results, each of which may have items."""
COLUMNS: Final = (
    *("NATURAL_PERSON", "ORGANIZATIONS", "ORGANIZATIONS_LEFT", "COMMERCIAL_ENTERPRISE"),
    *("RESEARCH_INSTITUTION", "PUBLIC_WELFARE_ORGANIZATION", "LEGAL_SERVICE_INSTITUTION"),
)
_NOTHING: Final = "NOTHING"
UNSAID: Final = "UNSAID"
"""A result or an outcome that has no row of its own."""
ENDED: Final = "ENDED"
"""An outcome of disputes that is none of those with a name."""
DISMISSED: Final = "DISMISSED"
"""An outcome that some put beside what is upheld, and some among the others."""
_FLOW: Final = ("CARRIED_FORWARD", "CARRIED_OVER", "ANSWERED", "RECEIVED")


class Family(Enum):
    """What signs are looked for: one word may be a sign of different things."""

    RESULTS = "results"
    APPLICANTS = "applicants"
    OUTCOMES = "outcomes"
    FLOW = "flow"
    ASKING = "asking"
    COMING_UP = "coming up"

    def takes(self, kind: str) -> bool:
        """Whether a terminal is one of its."""
        match self:
            case Family.RESULTS:
                return kind.startswith(_RESULTS) or kind == UNSAID
            case Family.APPLICANTS:
                return kind in COLUMNS
            case Family.OUTCOMES:
                return kind in OUTCOMES or kind in (UNSAID, DISMISSED, ENDED)
            case Family.FLOW:
                return kind in _FLOW
            case Family.ASKING:
                return kind in ("ASKING", "MATTER", "TOWARD")
            case Family.COMING_UP:
                return kind in ("TAKING", "ARISING", "OTHERWISE")


@cache
def _known(family: Family) -> tuple[re.Pattern[str], Mapping[str, str]]:
    own = {word: kind for word, kind in words_of_kind().items() if family.takes(kind)}
    signs = {
        kind.removeprefix(SIGN_OF): words for kind, words in terminals("narrative").items() if SIGN_OF in kind
    }
    for kind, words in signs.items():
        if family.takes(kind) or (
            kind == _NOTHING and family in (Family.RESULTS, Family.APPLICANTS, Family.OUTCOMES)
        ):
            own.update(dict.fromkeys(words, kind))
    return re.compile(by_first(own)), own


def signs(family: Family, text: str) -> frozenset[str]:
    """The terminals that a text has signs of."""
    pattern, kinds = _known(family)
    found = frozenset(kinds[word] for word in pattern.findall(text)) - {_NOTHING}
    # 终止 and what ends likewise is another outcome, whatever else is said with it.
    return (found - {ENDED, "OTHER", UNSAID}) | {"OTHER"} if ENDED in found else found


def group_of(row: str) -> str:
    """The group that an item of the results belongs to; a group's is itself."""
    return next((group for group in GROUPS if row == group or row.startswith(f"{group}_")), row)


def is_reason(rows: Iterable[str]) -> bool:
    """Whether signs give a reason, of which another clause may say what came of it."""
    return all(row.startswith(f"{_RESULTS}DENIED_") for row in rows)


def has_reason(rows: Iterable[str]) -> bool:
    """Whether signs give one result, and the one item of it that is the reason."""
    rows = {*rows}
    items = {row for row in rows if row != group_of(row)}
    return len(items) == 1 and rows - items == {group_of(row) for row in items}


def one_row(rows: Iterable[str]) -> str | None:
    """The row that all signs of a result agree on: an item, or the group where they name none, or several."""
    rows = set(rows) - {UNSAID} or {*rows}
    groups = {group_of(row) for row in rows}
    if _PARTLY in groups and groups <= {_PARTLY, f"{_RESULTS}DENIED"}:
        return _PARTLY
    if len(groups) != 1:
        return None
    items = rows - groups
    return items.pop() if len(items) == 1 else groups.pop()
