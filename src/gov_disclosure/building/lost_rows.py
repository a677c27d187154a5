"""Splices: rows that the loss of a stretch of text may have put together from two.

Where a table is set one cell a line, a lost page can begin in the middle of one row and end in the middle of
another, and what is left may look like one whole row. It shows in what follows: the next label is not the
one that the form has next, because the rows between are gone.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from gov_disclosure.building.rows import DISPUTES, OTHER_ROW, Row
from gov_disclosure.form.fields import Edition, State, all_rows, rows
from gov_disclosure.parsing.lexemes import VALUES, Leaf

# What opens a part of the form, and the first row of that part. A group's label opens the rows under it.
_OPENINGS = {
    "ARTICLE_20_1": "proactive.rules",
    "ARTICLE_20_5": "proactive.licensing",
    "ARTICLE_20_6": "proactive.penalties",
    "ARTICLE_20_8": "proactive.fees",
    "ARTICLE_20_9": "proactive.procurement",
    "REQUESTS_HEADING": "requests.",
    "BALANCE_NOTE": "requests.",
    "APPLICANTS": "requests.",
    "NATURAL_PERSON": "requests.",
    "REQUESTS_RESULTS": "requests.results.",
    "REQUESTS_RESULTS_DENIED": "requests.results.denied.",
    "REQUESTS_RESULTS_UNAVAILABLE": "requests.results.unavailable.",
    "REQUESTS_RESULTS_NOT_PROCESSED": "requests.results.not_processed.",
    "REQUESTS_RESULTS_OTHER": "requests.results.other.",
    "DISPUTES_HEADING": DISPUTES,
    "RECONSIDERATION": DISPUTES,
}
# A chart or a comparison of years in the prose has no more numbers in a row.
_COMPARED = 3
# A lost page takes a third of table three with it, if the rest of it is set one cell a line. One that has fewer
# rows than this has been cut to those that its office needs.
_FEW_ROWS = 8
CUT_SHORT = "requests"
"""The table that is so long that this can be told."""
_OTHER = "requests.results.other."
_REPORTED = State.REPORTED
_ENDINGS = ("PROBLEMS_HEADING", "MATTERS_HEADING")


def expected_rows(found: Sequence[Row], edition: Edition | None) -> tuple[str, ...]:
    """The rows that a report has or should have, in the order of the form; table four is one row, or three."""
    parts = [row.key for row in found if row.table == DISPUTES != row.key]
    return _expected(frozenset([row.key for row in found]), tuple(dict.fromkeys(parts)), edition)


@lru_cache(maxsize=64)
def _expected(present: frozenset[str], parts: tuple[str, ...], edition: Edition | None) -> tuple[str, ...]:
    form = set(rows(edition or Edition.FORM_2021))
    keys = [key for key in all_rows() if not key.startswith(DISPUTES)]
    if OTHER_ROW in present:
        # （六）其他处理 is one row or three items, whichever the report has.
        form = {key for key in form if not key.startswith(_OTHER)}
    return (*[key for key in keys if key in present or key in form], *(parts or [DISPUTES]))


def holds_several_reports(leaves: Sequence[Leaf]) -> bool:
    """Whether values of table two stand behind values of table three: another report has begun."""
    in_requests, above = False, ""
    for leaf in leaves:
        kind = leaf.kinds[0]
        if kind == VALUES and above.startswith("PROACTIVE_" if in_requests else "REQUESTS_"):
            filled = in_requests or len(leaf.slots) > _COMPARED
            filled = filled and any(slot.reading.state is _REPORTED for slot in leaf.slots)
            if filled and in_requests:
                return True
            in_requests = in_requests or filled
        above = kind
    return False


def rows_lost_after(found: Sequence[Row], leaves: Sequence[Leaf], edition: Edition | None) -> list[int]:
    """For each row, how many of the form are missing between it and the next label; -1 if that comes before it.

    A label that opens an earlier part is one repeated after a page break, and tells nothing. Behind a row that
    ends the text nothing is lost that may have left its end: no loss ends behind the last character.
    """
    keys = expected_rows(found, edition)
    place, anchors = _places(keys)
    starts = {id(row.label): place[row.key] for row in found}
    lost: list[int] = []
    own: int | None = None
    for leaf in leaves:
        if leaf.type == VALUES:
            continue
        row = starts.get(id(leaf))
        following = row if row is not None else anchors.get(leaf.type, 0)
        if own is not None and (row is not None or following > own):
            # Behind table four it may stand again, which doubles are asked about.
            again = following == own == place.get(DISPUTES)
            lost.append(0 if again else (following - own - 1) // 2 if following > own else -1)
            own = None
        own = row if row is not None else own
    if own is not None:
        ends = leaves[-1].kinds[0] == VALUES and id(leaves[-2]) in starts
        lost.append(0 if ends else (2 * len(keys) - own) // 2)
    return lost


def is_cut_short(found: Sequence[Row]) -> bool:
    """Whether table three has so few rows that they are not what a lost page has left of it."""
    return len({row.key for row in found if row.table == CUT_SHORT}) <= _FEW_ROWS


@lru_cache(maxsize=64)
def _places(keys: tuple[str, ...]) -> tuple[Mapping[str, int], Mapping[str, int]]:
    """Odd places for rows, and for labels that open or end a part the even ones between."""
    place = {key: 2 * index + 1 for index, key in enumerate(keys)}
    anchors = {name: _opening(start, keys, place) for name, start in _OPENINGS.items()}
    return place, anchors | dict.fromkeys(_ENDINGS, 2 * len(keys))


def _opening(start: str, keys: Sequence[str], place: Mapping[str, int]) -> int:
    """Just before the first row that an opening opens."""
    return next((place[key] - 1 for key in keys if key.startswith(start)), 2 * len(keys))
