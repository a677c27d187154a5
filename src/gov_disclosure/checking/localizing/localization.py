"""Error localization after Fellegi and Holt: the fewest cells whose change makes every identity hold.

One wrong figure needs no solver: it stands where the identities that fail meet. Several are found as a mixed
integer program (extra ``localize``): a cell may change or not, and as few as possible do. All smallest sets are
given; where there are several, arithmetic alone can't tell which figure is wrong.
"""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from time import monotonic

from attrs import frozen

from gov_disclosure.checking.verdicts import assess
from gov_disclosure.form.arguments import require
from gov_disclosure.form.brief import Brief
from gov_disclosure.form.identities import Identity
from gov_disclosure.model.extras import require_extra
from gov_disclosure.model.outcome import Outcome
from gov_disclosure.model.report import Report

_TIME_LIMIT = 2.0
_MOST = 100


class Certainty(StrEnum):
    """What localization can say of the identities that fail together."""

    UNIQUE = "unique"
    """One smallest set of cells explains them all; the truth may be a larger one."""
    TIED = "tied"
    """Several sets of the same size do."""
    UNKNOWN = "unknown"
    """Time ran out before a second set was found, or the first."""


@frozen(repr=False)
class Suspects(Brief):
    """A smallest set of cells whose change makes every identity hold, and their figures then."""

    cells: tuple[str, ...]
    figures: tuple[int | None, ...]
    """In the order of the cells; ``None`` where several figures would do."""


@frozen(repr=False)
class Localization(Brief):
    """Where the errors behind some identities stand that share cells."""

    failing: tuple[str, ...]
    """Ids of the identities."""
    certainty: Certainty
    suspects: tuple[Suspects, ...]
    """Every smallest set, in the order of the form; those found so far where time ran out."""
    complete: bool = True
    """Whether these are all of them."""


def localize(report: Report, *, time_limit: float = _TIME_LIMIT, most: int = _MOST) -> tuple[Localization, ...]:
    """For each group of failing identities that share cells, the smallest sets of cells that explain them.

    ``time_limit`` is in seconds, for the whole report; its end gives ``unknown``, unless several sets are
    known by then: these are ``tied`` and not ``complete``. No more than ``most`` sets are listed. Identities
    with a cell that has no number are left out. The report is not changed.

    Raises:
        ModuleNotFoundError: more than one figure is wrong, and the extra ``localize`` is not installed.
    """
    require("time_limit", time_limit, int, float)
    require("most", most, int)
    verdicts = [verdict for verdict in assess(report) if not verdict.absent]
    known = [verdict.identity for verdict in verdicts]
    failing = {verdict.identity.id for verdict in verdicts if verdict.outcome is Outcome.FAILS}
    values = {id: int(report.cells[id].value or 0) for identity in known for id in identity.cells}
    groups = [group for group in _connected(known) if any(identity.id in failing for identity in group)]
    end = monotonic() + time_limit
    return tuple(smallest(group, values, time_limit=end - monotonic(), most=most) for group in groups)


def smallest(
    group: Sequence[Identity],
    values: Mapping[str, int],
    *,
    time_limit: float = _TIME_LIMIT,
    most: int = _MOST,
) -> Localization:
    """The smallest sets of cells whose change, to figures that are not negative, makes all of a group hold."""
    failing = tuple(identity.id for identity in group if _lacking(identity, values))
    single = list(_single(group, values))
    if single:
        return _localization(failing, single[:most], complete=len(single) <= most)
    if time_limit <= 0:
        return _localization(failing, (), complete=False)
    found, complete = _several(group, values, time_limit, most)
    return _localization(failing, found, complete=complete)


def _localization(failing: tuple[str, ...], found: Sequence[Suspects], *, complete: bool) -> Localization:
    if len(found) > 1:
        certainty = Certainty.TIED
    else:
        certainty = Certainty.UNIQUE if found and complete else Certainty.UNKNOWN
    return Localization(failing, certainty, tuple(found), complete)


def _connected(known: Sequence[Identity]) -> list[list[Identity]]:
    """The identities in groups that share no cell with each other."""
    groups: list[tuple[set[str], list[Identity]]] = []
    for identity in known:
        cells = set(identity.cells)
        apart = [group for group in groups if group[0].isdisjoint(cells)]
        shared = [group for group in groups if not group[0].isdisjoint(cells)]
        members = [one for _, group in shared for one in group]
        groups = [*apart, (cells.union(*(own for own, _ in shared)), [*members, identity])]
    return [group for _, group in groups]


def _lacking(identity: Identity, values: Mapping[str, int]) -> int:
    """How much the left side lacks to the right one."""
    return sum(values[id] for id in identity.right) - sum(values[id] for id in identity.left)


def _sign(identity: Identity, id: str) -> int:
    """By how much the left side, less the right one, grows with a cell."""
    return (id in identity.left) - (id in identity.right)


# --- One cell ---------------------------------------------------------------------------------------------


def _single(group: Sequence[Identity], values: Mapping[str, int]) -> Iterator[Suspects]:
    """Each cell whose change alone makes all hold: it is in every identity that fails, and by as much."""
    lacking = {identity.id: _lacking(identity, values) for identity in group}
    for id in _cells(group):
        own = [identity for identity in group if _sign(identity, id)]
        changes = {_sign(identity, id) * lacking[identity.id] for identity in own}
        elsewhere = any(lacking[identity.id] for identity in group if identity not in own)
        if len(changes) == 1 and not elsewhere and values[id] + (change := changes.pop()) >= 0:
            yield Suspects((id,), (values[id] + change,))


def _cells(group: Sequence[Identity]) -> list[str]:
    return list(dict.fromkeys(id for identity in group for id in identity.cells))


# --- Several ----------------------------------------------------------------------------------------------


def _several(
    group: Sequence[Identity], values: Mapping[str, int], time_limit: float, most: int
) -> tuple[list[Suspects], bool]:
    """The smallest sets of more than one cell, and whether they are all."""
    with require_extra("extra_localize", "scipy", "numpy"):
        from gov_disclosure.checking.localizing.program import Program

    end = monotonic() + time_limit
    cells = _cells(group)
    program = Program(
        [[_sign(identity, id) for id in cells] for identity in group],
        [_lacking(identity, values) for identity in group],
        [values[id] for id in cells],
    )
    suspects: list[Suspects] = []
    while len(suspects) < most:
        found = program.fewest(end - monotonic())
        if found is None:
            return suspects, program.exhausted
        chosen, figures = found
        suspects.append(Suspects(tuple(cells[index] for index in chosen), figures))
    return suspects, False
