"""All rules as Markdown: a page with an example of each that is worked out anew, and tables."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from gov_disclosure.checking.panel.rule import PanelRule
from gov_disclosure.checking.panel.rules import PANEL_RULES
from gov_disclosure.checking.rule import Rule
from gov_disclosure.checking.rules import RULES
from gov_disclosure.model.messages import Language, Message

_WORDS: Final[Mapping[str, Message]] = {
    "title": Message("核对规则", "Rules"),
    "intro": Message(
        "本页由代码生成：`gov-disclosure rules`。例子以一份各项合计均成立的2021年版报告为基础，"
        "其中自然人申请3件，全部予以公开。单元格没有数值时，规则“无法核对”并加以说明；空白不等于0。",
        "This page is generated: `gov-disclosure rules --lang en`. The examples start from a report on the "
        "2021 form in which all sums hold: 3 requests of natural persons, all granted. Where a cell has no "
        "number a rule is not assessable, and says so; a blank is not 0.",
    ),
    "B": Message("勾稽关系（`check`）", "Balances of the form (`check`)"),
    "N": Message("文字与表格（`check`）", "Prose and tables (`check`)"),
    "P": Message("多份报告之间（`panel`）", "Across reports (`panel`)"),
    "source": Message("依据：", "Source: "),
    "example": Message("例：", "Example: "),
    "columns": Message("| 代码 | 级别 | 要求 |", "| code | level | what it asks for |"),
}
"""The words of the page and of the tables; families of rules by the letter of their codes."""


def to_catalogue(lang: Language) -> str:
    """Every rule with what it asks for, its source, and an example with what is found there."""
    lines = [f"# {_WORDS['title'].said_in(lang)}", "", _WORDS["intro"].said_in(lang), ""]
    rules: tuple[Rule | PanelRule, ...] = (*RULES, *PANEL_RULES)
    for family, members in groupby(rules, key=lambda rule: rule.code[0]):
        lines += [f"## {_WORDS[family].said_in(lang)}", ""]
        for rule in members:
            lines += _entry(rule, lang)
    return "\n".join(lines)


def to_table(rules: Sequence[Rule] | Sequence[PanelRule], lang: Language) -> str:
    """A row for each rule: its code, its level, and what it asks for."""
    rows = (f"| {rule.code} | {rule.level} | {rule.summary.said_in(lang)} |" for rule in rules)
    return "\n".join((_WORDS["columns"].said_in(lang), "|---|---|---|", *rows))


def _entry(rule: Rule | PanelRule, lang: Language) -> Iterator[str]:
    yield from (f"### {rule.code}", "", _sentence(rule.summary.said_in(lang), lang), "")
    yield f"- {_WORDS['source'].said_in(lang)}{rule.source.said_in(lang)}"
    yield f"- {_WORDS['example'].said_in(lang)}{rule.example.given.said_in(lang)}"
    for found in rule.shown():
        yield f"  - {found.level}: {found.message.said_in(lang)}"
    yield ""


def _sentence(text: str, lang: Language) -> str:
    return f"{text}。" if lang == "zh" else f"{text[0].upper()}{text[1:]}."
