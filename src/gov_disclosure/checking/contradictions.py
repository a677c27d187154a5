"""Contradictions: sentences whose figure the tables contradict, or can't be asked for, in words."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from attrs import frozen

from gov_disclosure.checking.examined import Examined
from gov_disclosure.checking.findings import Finding
from gov_disclosure.checking.rule import Rule
from gov_disclosure.form.fields import Edition, fields_by_id
from gov_disclosure.form.labels import column_label, row_label
from gov_disclosure.model.messages import Message, joined
from gov_disclosure.model.outcome import Outcome
from gov_disclosure.narrative.claims import Claim, Meaning

_WORDS: Final[Mapping[str, Message]] = {
    "fails": Message("文字“{text}”与表格不符：表格中{tables}。", "“{text}”, but in the tables {tables}."),
    "not_assessable": Message(
        "文字“{text}”无法与表格核对：表格中{tables}。",
        "“{text}” can't be compared with the tables: {tables}.",
    ),
    "says": Message("{part}为{number}", "{part} is {number}"),
    "lacks": Message("{part}没有数值", "{part} has no number"),
    "share": Message("{part}占{whole}的比例", "{part} of {whole}"),
    "cell": Message("“{row}”{column}", "“{row}” {column}"),
    "cells": Message(
        "“{row}”{column}等{count}个单元格之和", "the sum of {count} cells from “{row}” {column} on"
    ),
    "or": Message("，", ", "),
}
"""What a claim and the tables say of each other."""


def _any(_: str, /) -> bool:
    return True


@frozen
class ClaimsHold:
    """The claims that do not hold of figures that a rule is about: what the rule finds.

    Shares are told by a rule of their own.
    """

    is_about: Callable[[str], bool] = _any
    """Whether the rule is about a figure, as the first of its cells tells."""
    shares: bool = False
    """Whether it is about shares."""

    def __call__(self, examined: Examined, rule: Rule, /) -> Iterator[Finding]:
        """What is found of a report."""
        for claim in self._own(examined):
            if claim.outcome is not Outcome.HOLDS:
                yield _finding(examined, rule, claim)

    def outcomes(self, examined: Examined, _: Rule, /) -> Iterator[Outcome]:
        """What can be said of each claim."""
        return (claim.outcome for claim in self._own(examined))

    def _own(self, examined: Examined) -> Iterator[Claim]:
        for claim in examined.claims:
            meaning = claim.meanings[0]
            if bool(meaning.whole) is self.shares and self.is_about(meaning.cells[0]):
                yield claim


def _finding(examined: Examined, rule: Rule, claim: Claim) -> Finding:
    fails = claim.outcome is Outcome.FAILS
    first = claim.meanings[0]
    cells = tuple(dict.fromkeys((*first.cells, *first.whole)))
    if not fails:
        cells = tuple(id for id in cells if examined.report.cells[id].value is None)
    # Meanings with the same number are told as one, by the first.
    told = {meaning.number: meaning for meaning in reversed(claim.meanings)}
    tables = joined([_said(meaning, examined.edition) for meaning in reversed(told.values())], _WORDS["or"])
    only = len(claim.meanings) == 1 and fails
    return rule.finding(
        examined,
        f"{first.cells[0].partition('.')[2]}.{claim.location}",
        claim.outcome,
        _WORDS[claim.outcome].fill({"text": "".join(claim.text.split()), "tables": tables}),
        cells,
        said_at=claim.location,
        left=_whole(claim.quantity.value) if only and claim.quantity.exact else None,
        right=_whole(first.number) if only and claim.quantity.exact else None,
    )


def _said(meaning: Meaning, edition: Edition) -> Message:
    """What the tables say of the cells of a meaning."""
    facts: dict[str, object] = {"part": _label(meaning.cells, edition)}
    if meaning.whole:
        facts["part"] = _WORDS["share"].fill({**facts, "whole": _label(meaning.whole, edition)})
    if meaning.number is None:
        return _WORDS["lacks"].fill(facts)
    return _WORDS["says"].fill({**facts, "number": f"{_plain(meaning.number)}{'%' if meaning.whole else ''}"})


def _label(cells: Sequence[str], edition: Edition) -> Message:
    field = fields_by_id()[cells[0]]
    facts = {"row": row_label(field.key, edition), "column": column_label(field, edition), "count": len(cells)}
    return _WORDS["cell" if len(cells) == 1 else "cells"].fill(facts)


def _plain(number: Decimal) -> str:
    """A number without more decimals than anybody reads."""
    return f"{number:.4f}".rstrip("0").rstrip(".")


def _whole(number: Decimal | None) -> int | None:
    return int(number) if number is not None and number == number.to_integral_value() else None
