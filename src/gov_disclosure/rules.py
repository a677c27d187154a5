"""Rules: what is checked of a report beyond its reading, with words and source, and what they find."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from attrs import frozen

from gov_disclosure.errors import GovDisclosureError
from gov_disclosure.form import Edition, fields_by_id
from gov_disclosure.identities import identities
from gov_disclosure.issues import Level, Location, Message
from gov_disclosure.labels import column_label, row_label
from gov_disclosure.messages import error_text
from gov_disclosure.report import Report
from gov_disclosure.verdicts import Outcome, Verdict, assess, edition_of

_FORM: Final = Message(
    "《政府信息公开工作年度报告格式》（国办公开办函〔2019〕60号、〔2021〕30号）",
    "the form of the annual report (国办公开办函〔2019〕60号 and 〔2021〕30号)",
)


@frozen(kw_only=True)
class Finding:
    """What a rule found of a report."""

    code: str
    """Of its rule: a letter for the family and three digits; stable."""
    id: str
    """The rule and what it was applied to: ``B603.new_received``."""
    level: Level
    outcome: Outcome
    message: Message
    cells: tuple[str, ...] = ()
    """Ids of the cells concerned: for what fails all in the identity, else those that prevent it."""
    locations: tuple[Location, ...] = ()
    """Where those of the cells stand that the source has."""
    left: int | None = None
    right: int | None = None

    @property
    def difference(self) -> int | None:
        """Left minus right, where both are known."""
        return None if self.left is None or self.right is None else self.left - self.right


@frozen(kw_only=True)
class Rule:
    """A rule of the catalogue."""

    code: str
    summary: Message
    """What it asks for, in a sentence."""
    title: Message
    """The same of one row or column, with a place for it."""
    fails: Message
    """What is said where it fails, with places for row, column, left, right and difference."""
    source: Message
    """Where the form says so."""
    run: Callable[[Report, "Rule"], Iterator[Finding]]


def _identities(report: Report, rule: Rule) -> Iterator[Finding]:
    edition = edition_of(report)
    own = (identity for identity in identities(edition) if identity.code == rule.code)
    for verdict in assess(report, own):
        if verdict.outcome is not Outcome.HOLDS:
            yield _finding(report, rule, verdict, edition)


def _finding(report: Report, rule: Rule, verdict: Verdict, edition: Edition) -> Finding:
    fails = verdict.outcome is Outcome.FAILS
    cells = verdict.identity.cells if fails else verdict.absent
    words = rule.fails if fails else _NOT_ASSESSABLE[verdict.holds_if_zero]
    total = fields_by_id()[verdict.identity.right[0]]
    facts = {
        "title": rule.title,
        "row": row_label(total.key, edition),
        "column": column_label(total, edition),
        "left": verdict.left,
        "right": verdict.right,
        "difference": abs(verdict.difference or 0),
        "absent": len(verdict.absent),
    }
    return Finding(
        code=rule.code,
        id=verdict.identity.id,
        level=Level.ERROR if fails else Level.INFO,
        outcome=verdict.outcome,
        message=_filled(words, facts),
        cells=cells,
        locations=tuple(_locations(report, cells)),
        left=verdict.left,
        right=verdict.right,
    )


def _filled(words: Message, facts: Mapping[str, object]) -> Message:
    plain = {name: fact for name, fact in facts.items() if name != "title"}
    title = facts["title"]
    assert isinstance(title, Message)
    return Message(
        zh=words.zh.format_map({**plain, "title": title.zh.format_map(plain)}),
        en=words.en.format_map({**plain, "title": title.en.format_map(plain)}),
    )


def _locations(report: Report, cells: Iterable[str]) -> Iterator[Location]:
    for id in cells:
        location = report.cells[id].location if id in report.cells else None
        if location is not None:
            yield location


_NOT_ASSESSABLE: Final[Mapping[bool | None, Message]] = {
    None: Message(
        "{title}：有{absent}个单元格没有数值，无法核对。",
        "{title}: can't be assessed, {absent} cell(s) have no number.",
    ),
    True: Message(
        "{title}：有{absent}个空白单元格；只有将空白视为0时才成立。",
        "{title}: holds only if the {absent} empty cell(s) are 0.",
    ),
    False: Message(
        "{title}：有{absent}个空白单元格；即使将空白视为0也不成立。",
        "{title}: can't be assessed, {absent} cell(s) are empty; with 0 in them it would not hold.",
    ),
}

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        code="B601",
        summary=Message(
            "各列的办理结果之和等于总计", "in each column of table three the results add up to their total"
        ),
        title=Message(
            "“{column}”列各项办理结果之和等于（七）总计",
            "the results of the column {column} add up to （七）总计",
        ),
        fails=Message(
            "“{column}”列：各项办理结果之和为{left}，（七）总计为{right}，相差{difference}。",
            "Column {column}: the results add up to {left}, （七）总计 says {right}; "
            "they differ by {difference}.",
        ),
        source=_FORM,
        run=_identities,
    ),
    Rule(
        code="B602",
        summary=Message(
            "各列第一项加第二项之和等于第三项加第四项之和", "in each column of table three 一 + 二 = 三 + 四"
        ),
        title=Message(
            "“{column}”列第一项加第二项之和等于第三项加第四项之和",
            "in the column {column} 一 + 二 = 三（七）+ 四",
        ),
        fails=Message(
            "“{column}”列：第一项加第二项之和为{left}，第三项加第四项之和为{right}，相差{difference}。",
            "Column {column}: 一 and 二 add up to {left}, 三（七）and 四 to {right}; "
            "they differ by {difference}.",
        ),
        source=_FORM,
        run=_identities,
    ),
    Rule(
        code="B603",
        summary=Message(
            "各行的申请人之和等于总计", "in each row of table three the applicants add up to the total"
        ),
        title=Message(
            "“{row}”一行各类申请人之和等于总计", "the applicants of the row {row} add up to its 总计"
        ),
        fails=Message(
            "“{row}”：各类申请人之和为{left}，总计为{right}，相差{difference}。",
            "{row}: the applicants add up to {left}, 总计 says {right}; they differ by {difference}.",
        ),
        source=_FORM,
        run=_identities,
    ),
    Rule(
        code="B604",
        summary=Message(
            "复议诉讼各部分的结果之和等于总计", "in each part of table four the outcomes add up to the total"
        ),
        title=Message("“{row}”各种结果之和等于总计", "the outcomes of {row} add up to its 总计"),
        fails=Message(
            "“{row}”：各种结果之和为{left}，总计为{right}，相差{difference}。",
            "{row}: the outcomes add up to {left}, 总计 says {right}; they differ by {difference}.",
        ),
        source=_FORM,
        run=_identities,
    ),
)
"""The catalogue: no rule stands outside of it."""


def check(report: Report, rules: Iterable[str] | None = None) -> tuple[Finding, ...]:
    """What the rules find of a report: identities that fail, and those that can't be assessed.

    ``rules`` are codes or beginnings of them (``"B"``, ``"B603"``); without it all. What holds finds nothing.

    Raises:
        GovDisclosureError: no rule has such a code.
    """
    return tuple(finding for rule in selected(rules) for finding in rule.run(report, rule))


def selected(rules: Iterable[str] | None) -> tuple[Rule, ...]:
    """The rules whose codes begin with one of those given."""
    if rules is None:
        return RULES
    wanted = tuple(rules)
    for code in wanted:
        if not any(rule.code.startswith(code) for rule in RULES):
            raise GovDisclosureError(error_text("no_rule", code=code))
    return tuple(rule for rule in RULES if rule.code.startswith(wanted))
