"""Blame: which cells may be wrong behind sums that fail, in words."""

from collections.abc import Iterator, Mapping
from typing import Final

from gov_disclosure.checking.examined import Examined
from gov_disclosure.checking.findings import Finding
from gov_disclosure.checking.localizing.localization import Certainty, Localization, Suspects, localize
from gov_disclosure.checking.localizing.suggestions import REASONS, Reason, reason_of
from gov_disclosure.checking.rule import Rule
from gov_disclosure.form.fields import fields_by_id
from gov_disclosure.form.labels import column_label, row_label
from gov_disclosure.model.messages import Message, joined
from gov_disclosure.model.outcome import Outcome

_BLAME: Final[Mapping[str, Message]] = {
    "unique_one": Message(
        "{failing}项合计不成立，若只有一个单元格有误，只能是：{changes}。",
        "{failing} sum(s) fail; if only one cell is wrong, it can be none but this: {changes}.",
    ),
    "unique_several": Message(
        "{failing}项合计不成立，至少有{count}个单元格有误；改动最少的解释只有一种，但未必是实情"
        "（也可能是成对或互换的错误）：{changes}。",
        "{failing} sum(s) fail, and at least {count} cells are wrong; one set of so few explains it, which "
        "need not be the truth (errors may be paired or exchanged): {changes}.",
    ),
    "tied_one": Message(
        "{failing}项合计不成立，改动一个单元格即可，但有{sets}个单元格都可能，仅凭合计无法判断是哪一个：{changes}{more}。",
        "{failing} sum(s) fail, and one cell can make them hold, but it may be any of {sets}; "
        "arithmetic can't tell which: {changes}{more}.",
    ),
    "tied_several": Message(
        "{failing}项合计不成立，至少有{count}个单元格有误，有{sets}种可能，仅凭合计无法判断是哪一种：{changes}{more}。",
        "{failing} sum(s) fail, at least {count} cells are wrong, and {sets} sets of so few would explain it; "
        "arithmetic can't tell which: {changes}{more}.",
    ),
    "unknown": Message(
        "{failing}项合计不成立，不止一个单元格有误；在规定时间内未能找出是哪些（单独核对该文件时用时较长）。",
        "{failing} sum(s) fail, and more than one cell is wrong; which was not found in the time given (a file "
        "that is checked alone is given more).",
    ),
    "extra": Message(
        "{failing}项合计不成立，不止一个单元格有误；要找出是哪些，请安装scipy（gov-disclosure[localize]）。",
        "{failing} sum(s) fail and more than one cell is wrong; to find which, install scipy: "
        'pip install "gov-disclosure[localize]".',
    ),
    "because": Message("{change}（可能{reason}）", "{change} (perhaps {reason})"),
    "told": Message("{change}（与文字所述一致）", "{change} (as the prose says)"),
    "any": Message("其他数值", "another figure"),
    "more": Message("；等等", "; and more"),
    "and": Message("，", ", "),
    "or": Message("；或", "; or "),
}
"""Which cells may be wrong, by certainty and number; and the words within."""

_CHANGE: Final = Message("“{row}”{column}：{written}→{figure}", "“{row}” {column}: {written} → {figure}")
"""A cell, what is written in it, and what the sums ask for."""

# More sets than these help nobody.
_MOST_SHOWN = 5


def blamed(examined: Examined, rule: Rule) -> Iterator[Finding]:
    """For sums that fail and share cells, the smallest sets of cells that explain them, if they can be told."""
    try:
        found = localize(examined.report, time_limit=examined.seconds)
    except ModuleNotFoundError:
        failing = [
            one.identity.id for one in examined.verdicts if one.outcome is Outcome.FAILS and not one.absent
        ]
        yield _finding(examined, rule, Localization(tuple(failing), Certainty.UNKNOWN, ()), _BLAME["extra"])
        return
    for one in found:
        yield _finding(examined, rule, one, _BLAME[_case(one)])


def _case(found: Localization) -> str:
    if found.certainty is Certainty.UNKNOWN:
        return "unknown"
    number = "one" if len(found.suspects[0].cells) == 1 else "several"
    return f"{found.certainty}_{number}"


def _finding(examined: Examined, rule: Rule, found: Localization, words: Message) -> Finding:
    unknown = found.certainty is Certainty.UNKNOWN
    suspects = () if unknown else found.suspects
    cells = tuple(dict.fromkeys(id for one in suspects for id in one.cells))
    shown = [_changes(examined, one) for one in suspects[:_MOST_SHOWN]]
    facts = {
        "failing": len(found.failing),
        "count": len(suspects[0].cells) if suspects else 0,
        "sets": f"{len(suspects)}" if found.complete else f"{len(suspects)}+",
        "changes": joined(shown, _BLAME["or"]),
        "more": _BLAME["more"] if len(suspects) > _MOST_SHOWN else Message("", ""),
    }
    outcome = Outcome.NOT_ASSESSABLE if unknown else Outcome.FAILS
    return rule.finding(examined, found.failing[0], outcome, words.fill(facts), cells)


def _changes(examined: Examined, suspects: Suspects) -> Message:
    """The cells of a set with what is written and what the sums ask for: “…”总计：5→4."""
    changes = [
        _change(examined, id, figure) for id, figure in zip(suspects.cells, suspects.figures, strict=True)
    ]
    figures = [figure for figure in suspects.figures if figure is not None]
    if len(figures) == len(suspects.cells):
        reason = reason_of(examined.report, suspects.cells, figures)
        if reason is not Reason.ARITHMETIC:
            changes[-1] = _BLAME["because"].fill({"change": changes[-1], "reason": REASONS[reason]})
    return joined(changes, _BLAME["and"])


def _change(examined: Examined, id: str, figure: int | None) -> Message:
    field = fields_by_id()[id]
    facts = {
        "row": row_label(field.key, examined.edition),
        "column": column_label(field, examined.edition),
        "written": examined.report.cells[id].value,
        "figure": _BLAME["any"] if figure is None else figure,
    }
    change = _CHANGE.fill(facts)
    return _BLAME["told"].fill({"change": change}) if _is_told(examined, id, figure) else change


def _is_told(examined: Examined, id: str, figure: int | None) -> bool:
    """Whether the prose gives a cell the figure that the sums ask for."""
    return any(
        claim.quantity.exact
        and claim.quantity.value == figure
        and (id,) in [one.cells for one in claim.meanings]
        for claim in examined.claims
    )
