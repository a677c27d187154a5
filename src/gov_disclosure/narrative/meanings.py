"""Meanings: which cells of the form a statement of the prose may be about."""

from collections.abc import Container, Iterable, Iterator, Sequence
from functools import cache
from itertools import product
from typing import Final

from gov_disclosure.form.fields import all_rows
from gov_disclosure.form.vocabulary import terminals
from gov_disclosure.narrative.quantities import Quantity, is_money
from gov_disclosure.narrative.signs import group_of
from gov_disclosure.narrative.statements import Statement
from gov_disclosure.narrative.sums import OR_GROUP
from gov_disclosure.narrative.wordings import Form, Subject

Cells = tuple[str, ...]
"""Ids of cells that are added up."""

_NEW: Final = "requests.new_received"
_OVER: Final = "requests.carried_over"
_FORWARD: Final = "requests.carried_forward"
_RESULTS: Final = "requests.results.total"
_ORGANIZATIONS: Final = (
    "commercial_enterprise",
    "research_institution",
    "public_welfare_organization",
    "legal_service_institution",
    "other_organization",
)
# The rows that each rule's figure may be the sum of, one sense after another.
_ROWS: Final = {
    "received": ((_NEW,), (_NEW, _OVER)),
    "newly_received": ((_NEW,),),
    "accepted": ((_NEW,), (_NEW, _OVER)),
    "handled": ((_NEW,), (_NEW, _OVER), (_RESULTS,)),
    "due": ((_NEW, _OVER),),
    "carried_over": ((_OVER,),),
    "carried_forward": ((_FORWARD,),),
    "carried": ((_FORWARD,), (_OVER,)),
}
# A result of a group, by whatever item.
_SOMEHOW: Final = "_SOMEHOW"
# Words for what is done with a request.
_HANDLING: Final = frozenset({"received", "newly_received", "accepted", "handled", "answered"})
_ANSWERS: Final = ("GRANTED", "PARTIALLY_GRANTED", "DENIED", "UNAVAILABLE", "NOT_PROCESSED")
# The columns of documents: those of 2021, and of 2019.
_DOCUMENTS: Final = {
    "issued": (("issued",), ("made",)),
    "repealed": (("repealed",), ()),
    "in_force": (("in_force",), ()),
    "released": (("issued",), ("made", "disclosed")),
    # Of 2021, what was made public says nothing of what was issued.
    "disclosed": ((), ("disclosed",)),
    "amended": ((), ()),
    # None at all: whatever is counted of them.
    "documents": (("issued", "repealed", "in_force"), ("made", "disclosed", "total_disclosed")),
    "disclosed_in_all": ((), ("total_disclosed",)),
}
# The columns of what is decided on.
_OF_ACTIONS: Final = {"decided": "decisions", "items_before": "previous_items", "items_changed": "change"}


def meanings(statement: Statement, form: Container[str]) -> tuple[tuple[Cells, Cells], ...]:
    """Cells whose sum a statement is about, one for each of its senses; and, for a share, those of the whole.

    ``form`` has the ids of the report's cells; a sense that needs another is none.
    """
    if statement.form is Form.ASSURED:
        return ()
    if statement.form is not Form.SHARE and not _is_counted(statement.quantity, statement.subjects):
        return ()
    sums = dict.fromkeys(_together(statement, form))
    known = [cells for cells in sums if cells and all(id in form for id in cells)]
    if statement.form is not Form.SHARE:
        return tuple((cells, ()) for cells in known)
    wholes = [whole for whole in _wholes(statement) if all(id in form for id in whole)]
    return tuple((cells, whole) for cells in known for whole in wholes)


def _wholes(statement: Statement) -> list[Cells]:
    """What a share may be one of: of the dispute spoken of, or of requests, in the words or in general."""
    rules = {subject.rule for subject in statement.subjects}
    if rules & {"dispute", "outcome"}:
        return [tuple(f"{part}.total" for part in _parts(within)) for within in statement.within]
    return _sums(_rows(Subject(statement.whole, ())) if statement.whole else ((_RESULTS,), *_ROWS["received"]))


def _is_counted(quantity: Quantity, subjects: Iterable[Subject]) -> bool:
    """Whether the unit, and the number, can be those of the subjects' cells."""
    money = is_money(quantity)
    for subject in subjects:
        if subject.rule == "fee" and not money and quantity.value:
            return False
        if (
            subject.rule == "decided"
            and len(subject.words) == 1
            and quantity.unit not in ("", *_words("CASE_UNIT"))
        ):
            return False
        if subject.rule not in ("fee", "procured") and (money or quantity.value % 1):
            return False
    return True


def _together(statement: Statement, form: Container[str]) -> Iterator[Cells]:
    """The sum of what several subjects count; but 收到和处理 is one thing in two words."""
    senses = [_senses(subject, statement, form) for subject in statement.subjects]
    rules = {subject.rule for subject in statement.subjects}
    if len(rules) > 1 and rules <= _HANDLING:
        yield from (cells for own in senses for cells in own)
    elif len(rules) == 1:
        yield from (tuple(id for cells in sense for id in cells) for sense in product(*senses))


def _senses(subject: Subject, statement: Statement, form: Container[str]) -> list[Cells]:
    match subject.rule:
        case "applicant":
            rows = {rows: None for within in statement.within for rows in _rows(within)}
            return [cells for columns in _columns(subject) for cells in _sums(rows, columns)]
        case "result":
            return _sums(_result(subject.words, form))
        case "dispute":
            return [tuple(f"{part}.total" for part in _parts(subject))]
        case "outcome":
            return [
                tuple(f"{part}.{column.lower()}" for part in _parts(within))
                for within in statement.within
                for column in subject.words
            ]
        case rule if rule in _DOCUMENTS:
            return _documents(subject, form)
        case rule if rule in _OF_ACTIONS:
            row = next(_row(word) for word in subject.words if word.startswith("PROACTIVE"))
            return [(f"{row}.{_OF_ACTIONS[rule]}",)]
        case "fee":
            return [("proactive.fees.amount",)]
        case "procured":
            return [(f"proactive.procurement.{'amount' if is_money(statement.quantity) else 'projects'}",)]
        case _:
            return _sums(_rows(subject))


def _documents(subject: Subject, form: Container[str]) -> list[Cells]:
    row = next(_row(word) for word in subject.words if word.startswith("PROACTIVE"))
    older = f"{row}.made" in form
    return [(f"{row}.{column}",) for column in _DOCUMENTS[subject.rule][older] if f"{row}.{column}" in form]


def _rows(subject: Subject) -> Sequence[Cells]:
    """The rows of table three that a subject's figure may be the sum of, by its senses."""
    if subject.rule == "answered":
        return ((_RESULTS,), _answers())
    if subject.rule == "received" and not {"RECEIVED"} & set(subject.words) and subject.words:
        return (*_ROWS["received"], (_RESULTS,))
    return _ROWS[subject.rule]


def _sums(senses: Iterable[Cells], columns: Sequence[str] = ("total",)) -> list[Cells]:
    return [tuple(f"{row}.{column}" for row in rows for column in columns) for rows in senses]


def _columns(subject: Subject) -> Sequence[Sequence[str]]:
    column = next(word for word in subject.words if word not in ("RECEIVED", "APPLICATION"))
    if column == "ORGANIZATIONS_LEFT":
        # All but natural persons, all but companies too, or but those that were named.
        return [_ORGANIZATIONS[-1:], _ORGANIZATIONS[1:], _ORGANIZATIONS]
    return [_ORGANIZATIONS if column == "ORGANIZATIONS" else (column.lower(),)]


def _parts(subject: Subject) -> list[str]:
    """The parts of table four that a subject names: 行政诉讼 is two of them."""
    names = [word.lower() for word in subject.words if word.startswith(("RECONSIDERATION", "LITIGATION"))]
    both = ["litigation_direct", "litigation_after_reconsideration"]
    return [f"disputes.{part}" for name in names for part in (both if name == "litigation" else [name])]


def _result(words: Sequence[str], form: Container[str]) -> list[Cells]:
    """The rows of a result: of an item of a group the item's; of two that are neither, none."""
    named = sorted((word for word in words if word.startswith("REQUESTS")), key=len)
    if named[-1].endswith(_SOMEHOW):
        named, words = [group_of(named[-1])], (OR_GROUP,)
    if OR_GROUP in words:
        row = named[-1]
        group = group_of(row)
        items = [(id,) for id in _group(group, form)] if row == group else []
        return list(dict.fromkeys((_group(row, form), _group(group, form), *items)))
    return [_group(named[-1], form)] if named[-1].startswith(named[0]) else []


@cache
def _all_rows() -> dict[str, str]:
    return {row.upper().replace(".", "_"): row for row in all_rows()}


def _row(terminal: str) -> str:
    return _all_rows()[terminal]


def _group(terminal: str, form: Container[str]) -> Cells:
    """The row that a terminal names, or all rows of the group, those of the report's edition."""
    rows = _all_rows()
    if terminal in rows:
        return (rows[terminal],)
    return tuple(
        row for name, row in rows.items() if name.startswith(f"{terminal}_") and f"{row}.total" in form
    )


@cache
def _answers() -> Cells:
    """（一） to （五）: what is handled otherwise gets no answer."""
    names = tuple(f"REQUESTS_RESULTS_{name}" for name in _ANSWERS)
    return tuple(row for name, row in _all_rows().items() if name.startswith(names))


def _words(terminal: str) -> tuple[str, ...]:
    return terminals("narrative")[terminal]
