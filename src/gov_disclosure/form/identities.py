"""The identities of the form (勾稽关系): which cells add up to which, derived from its list of cells."""

from collections.abc import Iterator
from functools import cache
from itertools import groupby

from attrs import frozen

from gov_disclosure.form.brief import Brief
from gov_disclosure.form.fields import Edition, as_edition, form_fields, rows

_TOTAL = "total"
_NEW = "requests.new_received"
_OVER = "requests.carried_over"
_RESULTS = "requests.results."
_RESULTS_TOTAL = "requests.results.total"
_FORWARD = "requests.carried_forward"


@frozen(repr=False)
class Identity(Brief):
    """Cells whose sum is the sum of others, in a form that is filled in right."""

    id: str
    """Its rule's code and what it is of: ``B601.natural_person``, ``B603.new_received``."""
    left: tuple[str, ...]
    right: tuple[str, ...]

    @property
    def code(self) -> str:
        """The code of its rule."""
        return self.id.partition(".")[0]

    @property
    def cells(self) -> tuple[str, ...]:
        """Every cell in it."""
        return self.left + self.right


def identities(edition: Edition | str) -> tuple[Identity, ...]:
    """The identities of an edition: 42 in 2021, 40 in 2019, in the order of their rules.

    - B601, in each column of table three: all results add up to （七）总计;
    - B602, in each column of table three: 一 and 二 add up to what 三 and 四 do, as its note says;
    - B603, in each row of table three: the six kinds of applicants add up to 总计;
    - B604, for each of the three parts of table four: the four outcomes add up to 总计.

    Raises:
        ValueError: there is no such edition.
    """
    return _identities(as_edition(edition))


@cache
def _identities(edition: Edition) -> tuple[Identity, ...]:
    return (*_columns(edition), *_sums(edition))


def _columns(edition: Edition) -> Iterator[Identity]:
    form = rows(edition)
    results = [row for row in form if row.startswith(_RESULTS) and row != _RESULTS_TOTAL]
    columns = [cell.column for cell in form[_RESULTS_TOTAL]]
    for column in columns:
        parts = tuple(f"{row}.{column}" for row in results)
        yield Identity(f"B601.{column}", parts, (f"{_RESULTS_TOTAL}.{column}",))
    for column in columns:
        came_in = (f"{_NEW}.{column}", f"{_OVER}.{column}")
        yield Identity(f"B602.{column}", came_in, (f"{_RESULTS_TOTAL}.{column}", f"{_FORWARD}.{column}"))


def _sums(edition: Edition) -> Iterator[Identity]:
    for key, cells in groupby(form_fields(edition), key=lambda cell: cell.key):
        *parts, total = (cell.id for cell in cells)
        table, _, row = key.partition(".")
        if total == f"{key}.{_TOTAL}":
            yield Identity(f"{'B604' if table == 'disputes' else 'B603'}.{row}", tuple(parts), (total,))
