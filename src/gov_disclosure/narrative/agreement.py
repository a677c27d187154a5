"""Agreement: a paragraph that gives two figures for one thing tells parts of something else."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from gov_disclosure.narrative.quantities import is_money
from gov_disclosure.narrative.relevance import NOUNS
from gov_disclosure.narrative.statements import Statement
from gov_disclosure.narrative.wordings import Form


def agreeing(found: Sequence[Statement]) -> Iterator[Statement]:
    """The statements but for those that give two figures for one thing: these are parts of something else."""
    figures: dict[tuple[object, ...], set[Decimal]] = {}
    for statement in found:
        figures.setdefault(_subject(statement), set()).add(statement.quantity.value)
    # Results of which two are told are those of one matter after another, and so may be all of them.
    parted = any(len(values) > 1 and _is_of_results(subject) for subject, values in figures.items())
    return (
        statement
        for statement in found
        if len(figures[_subject(statement)]) == 1 and not (parted and _is_of_results(_subject(statement)))
    )


def _is_of_results(subject: tuple[object, ...]) -> bool:
    # 其他处理5件：…，其他1件 are a group and an item.
    return subject[0] == "result" and subject[1] != {"REQUESTS_RESULTS_OTHER"}


def _subject(statement: Statement) -> tuple[object, ...]:
    words = [frozenset(set(subject.words) - NOUNS - {"ANSWERED"}) for subject in statement.subjects]
    rules = [subject.rule for subject in statement.subjects]
    return (*rules, *words, statement.within, statement.form is Form.SHARE, is_money(statement.quantity))
