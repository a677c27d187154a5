"""The form as types: its editions, its three tables in official order, and the list of its cells.

Attribute paths are cell ids: ``requests.new_received.total`` is the cell in row 一、本年新收… and column 总计.
A class holds the columns of both editions; an attribute that a report's edition lacks is ``None``. Counts
are ``int``, changes are signed ``int``, money is :class:`~decimal.Decimal` in the unit the report wrote.
"""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any, Final, TypeVar, cast

from attrs import field, fields, frozen, has

from gov_disclosure.form.arguments import require
from gov_disclosure.form.brief import Brief
from gov_disclosure.form.on_demand import on_demand

_T = TypeVar("_T")

Number = int | Decimal


class Edition(StrEnum):
    """An edition of the form, by the year of the notice that set it."""

    FORM_2019 = "2019"
    """国办公开办函〔2019〕60号, on trial; reports on the years 2019 and 2020."""
    FORM_2021 = "2021"
    """国办公开办函〔2021〕30号; reports on the years from 2021."""


class Kind(StrEnum):
    """What a cell counts."""

    COUNT = "count"
    """A whole number, not negative."""
    CHANGE = "change"
    """A whole number with a sign: 本年增/减."""
    AMOUNT = "amount"
    """Money, an exact decimal, not negative."""


_WRITTEN: Final[Mapping[Kind, re.Pattern[str]]] = {
    Kind.COUNT: on_demand(r"[0-9]+"),
    Kind.CHANGE: on_demand(r"-?[0-9]+"),
    Kind.AMOUNT: on_demand(r"[0-9]+(\.[0-9]+)?"),
}


def number(kind: Kind, text: str) -> Number:
    """A number of a kind as the serializers write it.

    Raises:
        ValueError: it is none.
    """
    if not _WRITTEN[kind].fullmatch(text):
        raise ValueError(f"{text!r} is no {kind}")
    return Decimal(text) if kind is Kind.AMOUNT else int(text)


def digits(value: Number) -> str:
    """A number in plain digits, as :func:`number` reads it."""
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


_2019 = (Edition.FORM_2019,)
_2021 = (Edition.FORM_2021,)
_BOTH = (Edition.FORM_2019, Edition.FORM_2021)


def _cell(kind: Kind, editions: tuple[Edition, ...], unit: str | None) -> Any:
    return field(default=None, metadata={"kind": kind, "editions": editions, "unit": unit})


def _row(row: type[_T], editions: tuple[Edition, ...] = _BOTH) -> _T:
    return field(factory=row, metadata={"editions": editions})


@frozen(kw_only=True, repr=False)
class Documents(Brief):
    """A row of 第二十条第（一）项, in documents (件)."""

    issued: int | None = _cell(Kind.COUNT, _2021, "件")
    repealed: int | None = _cell(Kind.COUNT, _2021, "件")
    in_force: int | None = _cell(Kind.COUNT, _2021, "件")
    made: int | None = _cell(Kind.COUNT, _2019, "件")
    disclosed: int | None = _cell(Kind.COUNT, _2019, "件")
    total_disclosed: int | None = _cell(Kind.COUNT, _2019, "件")


@frozen(kw_only=True, repr=False)
class Actions(Brief):
    """A row of 第二十条第（五）项 or 第（六）项: items (项) and decisions (件)."""

    previous_items: int | None = _cell(Kind.COUNT, _2019, "项")
    change: int | None = _cell(Kind.CHANGE, _2019, "项")
    decisions: int | None = _cell(Kind.COUNT, _BOTH, "件")


@frozen(kw_only=True, repr=False)
class Fees(Brief):
    """行政事业性收费, 第二十条第（八）项: money in 2021 (万元), items in 2019 (项)."""

    amount: Decimal | None = _cell(Kind.AMOUNT, _2021, "万元")
    previous_items: int | None = _cell(Kind.COUNT, _2019, "项")
    change: int | None = _cell(Kind.CHANGE, _2019, "项")


@frozen(kw_only=True, repr=False)
class Procurement(Brief):
    """政府集中采购, 第二十条第（九）项, 2019 only: projects (项) and money in whatever unit is written."""

    projects: int | None = _cell(Kind.COUNT, _2019, "项")
    amount: Decimal | None = _cell(Kind.AMOUNT, _2019, None)


@frozen(kw_only=True, repr=False)
class Proactive(Brief):
    """Section two: 主动公开政府信息情况, by the items of 《政府信息公开条例》 article 20."""

    rules: Documents = _row(Documents)
    normative_documents: Documents = _row(Documents)
    licensing: Actions = _row(Actions)
    other_services: Actions = _row(Actions, _2019)
    penalties: Actions = _row(Actions)
    compulsion: Actions = _row(Actions)
    fees: Fees = _row(Fees)
    procurement: Procurement = _row(Procurement, _2019)


@frozen(kw_only=True, repr=False)
class Applicants(Brief):
    """A row of section three: requests (件) by kind of applicant."""

    natural_person: int | None = _cell(Kind.COUNT, _BOTH, "件")
    commercial_enterprise: int | None = _cell(Kind.COUNT, _BOTH, "件")
    research_institution: int | None = _cell(Kind.COUNT, _BOTH, "件")
    public_welfare_organization: int | None = _cell(Kind.COUNT, _BOTH, "件")
    legal_service_institution: int | None = _cell(Kind.COUNT, _BOTH, "件")
    other_organization: int | None = _cell(Kind.COUNT, _BOTH, "件")
    total: int | None = _cell(Kind.COUNT, _BOTH, "件")


@frozen(kw_only=True, repr=False)
class Denied(Brief):
    """（三）不予公开."""

    state_secret: Applicants = _row(Applicants)
    prohibited_by_law: Applicants = _row(Applicants)
    security_and_stability: Applicants = _row(Applicants)
    third_party_rights: Applicants = _row(Applicants)
    internal_affairs: Applicants = _row(Applicants)
    process_information: Applicants = _row(Applicants)
    enforcement_file: Applicants = _row(Applicants)
    administrative_inquiry: Applicants = _row(Applicants)


@frozen(kw_only=True, repr=False)
class Unavailable(Brief):
    """（四）无法提供."""

    not_held: Applicants = _row(Applicants)
    needs_creation: Applicants = _row(Applicants)
    unclear_after_correction: Applicants = _row(Applicants)


@frozen(kw_only=True, repr=False)
class NotProcessed(Brief):
    """（五）不予处理."""

    petition_or_complaint: Applicants = _row(Applicants)
    repeat_request: Applicants = _row(Applicants)
    public_publication: Applicants = _row(Applicants)
    excessive_requests: Applicants = _row(Applicants)
    confirm_or_reissue: Applicants = _row(Applicants)


@frozen(kw_only=True, repr=False)
class OtherHandling(Brief):
    """（六）其他处理: three items in 2021, one row in 2019 (``total``)."""

    overdue_correction: Applicants = _row(Applicants, _2021)
    overdue_fee: Applicants = _row(Applicants, _2021)
    other: Applicants = _row(Applicants, _2021)
    total: Applicants = _row(Applicants, _2019)


@frozen(kw_only=True, repr=False)
class Results(Brief):
    """三、本年度办理结果."""

    granted: Applicants = _row(Applicants)
    partially_granted: Applicants = _row(Applicants)
    denied: Denied = _row(Denied)
    unavailable: Unavailable = _row(Unavailable)
    not_processed: NotProcessed = _row(NotProcessed)
    other: OtherHandling = _row(OtherHandling)
    total: Applicants = _row(Applicants)


@frozen(kw_only=True, repr=False)
class Requests(Brief):
    """Section three: 收到和处理政府信息公开申请情况."""

    new_received: Applicants = _row(Applicants)
    carried_over: Applicants = _row(Applicants)
    results: Results = _row(Results)
    carried_forward: Applicants = _row(Applicants)


@frozen(kw_only=True, repr=False)
class Outcomes(Brief):
    """Five columns of section four: cases (件) by outcome."""

    upheld: int | None = _cell(Kind.COUNT, _BOTH, "件")
    rectified: int | None = _cell(Kind.COUNT, _BOTH, "件")
    other: int | None = _cell(Kind.COUNT, _BOTH, "件")
    pending: int | None = _cell(Kind.COUNT, _BOTH, "件")
    total: int | None = _cell(Kind.COUNT, _BOTH, "件")


@frozen(kw_only=True, repr=False)
class Disputes(Brief):
    """Section four: 政府信息公开行政复议、行政诉讼情况."""

    reconsideration: Outcomes = _row(Outcomes)
    litigation_direct: Outcomes = _row(Outcomes)
    litigation_after_reconsideration: Outcomes = _row(Outcomes)


@frozen(kw_only=True, repr=False)
class Field(Brief):
    """One cell of the form: its id and what can stand in it."""

    id: str
    """``table.row.column``; the row may have several parts."""
    table: str
    row: str
    column: str
    kind: Kind
    unit: str | None
    """The unit the form prescribes; ``None`` where it prescribes none."""
    editions: tuple[Edition, ...]

    @property
    def key(self) -> str:
        """``table.row``: the row that the cell stands in."""
        return f"{self.table}.{self.row}"


TABLES: Mapping[str, type] = {"proactive": Proactive, "requests": Requests, "disputes": Disputes}


@cache
def all_fields() -> tuple[Field, ...]:
    """Every cell of either edition, in the order of the form."""
    return tuple(cell for table, cls in TABLES.items() for cell in _walk(cls, table, _BOTH))


@cache
def fields_by_id() -> Mapping[str, Field]:
    """Every cell of either edition by its id, in the order of the form."""
    return {cell.id: cell for cell in all_fields()}


def _walk(cls: type, path: str, editions: tuple[Edition, ...]) -> Iterator[Field]:
    for attribute in fields(cls):
        own = tuple(edition for edition in editions if edition in attribute.metadata["editions"])
        name = f"{path}.{attribute.name}"
        if has(attribute.type):
            yield from _walk(attribute.type, name, own)
        elif own:
            table, _, row = path.partition(".")
            yield Field(
                id=name,
                table=table,
                row=row,
                column=attribute.name,
                kind=attribute.metadata["kind"],
                unit=attribute.metadata["unit"],
                editions=own,
            )


def as_edition(edition: Edition | str) -> Edition:
    """An edition, or that of a year.

    Raises:
        TypeError: it is no text.
        ValueError: there is no such edition.
    """
    require("edition", edition, str)
    return Edition(edition)


def form_fields(edition: Edition | str) -> tuple[Field, ...]:
    """The cells of one edition in the order of the form: 198 in 2019, 200 in 2021.

    Raises:
        ValueError: there is no such edition.
    """
    return _form_fields(as_edition(edition))


@cache
def _form_fields(edition: Edition) -> tuple[Field, ...]:
    return tuple(cell for cell in all_fields() if edition in cell.editions)


@cache
def rows(edition: Edition) -> Mapping[str, tuple[Field, ...]]:
    """The rows of one edition, ``table.row`` to the fields of its columns, in the order of the form."""
    by_row: dict[str, list[Field]] = {}
    for cell in form_fields(edition):
        by_row.setdefault(cell.key, []).append(cell)
    return {row: tuple(cells) for row, cells in by_row.items()}


@cache
def all_rows() -> tuple[str, ...]:
    """Every ``table.row`` of either edition, in the order of the form."""
    return tuple(dict.fromkeys(cell.key for cell in all_fields()))


def table_of_values(cls: type[_T], path: str, values: Mapping[str, Number | None]) -> _T:
    """An instance of a table class from values by cell id; ids that are absent give ``None``."""
    arguments: dict[str, Any] = {}
    for attribute in fields(cast(Any, cls)):
        name = f"{path}.{attribute.name}"
        inner = has(attribute.type)
        arguments[attribute.name] = table_of_values(attribute.type, name, values) if inner else values.get(name)
    return cls(**arguments)


class State(StrEnum):
    """What the source says in a cell."""

    REPORTED = "reported"
    """A number is written."""
    BLANK = "blank"
    """The cell is there and empty."""
    NOT_APPLICABLE = "not_applicable"
    """"/", "-", "—", 无 and the like."""
    MISSING = "missing"
    """The source has no such cell: a lost row, column or table."""
    UNREADABLE = "unreadable"
    """Something is written that is not a number, or cannot be told apart."""
