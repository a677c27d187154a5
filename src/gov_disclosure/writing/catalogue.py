"""The catalogue of all rules as a page of Markdown, each with an example that is worked out anew."""

from collections.abc import Iterator
from typing import Final

from gov_disclosure.checking.example_words import CATALOGUE
from gov_disclosure.checking.examples import example
from gov_disclosure.checking.panel.rule import PanelRule
from gov_disclosure.checking.panel.rules import PANEL_RULES
from gov_disclosure.checking.rules import RULES, Rule
from gov_disclosure.model.messages import Language

_PARTS: Final = (("B", RULES), ("N", RULES), ("P", PANEL_RULES))


def to_catalogue(lang: Language) -> str:
    """Every rule with what it asks for, its source, and an example with what is found there."""
    lines = [f"# {CATALOGUE['title'].said_in(lang)}", "", CATALOGUE["intro"].said_in(lang), ""]
    for family, rules in _PARTS:
        lines += [f"## {CATALOGUE[family].said_in(lang)}", ""]
        for rule in rules:
            if rule.code.startswith(family):
                lines += _entry(rule, lang)
    return "\n".join(lines)


def _entry(rule: Rule | PanelRule, lang: Language) -> Iterator[str]:
    shown = example(rule.code)
    yield from (f"### {rule.code}", "", _sentence(rule.summary.said_in(lang), lang), "")
    yield f"- {CATALOGUE['source'].said_in(lang)}{rule.source.said_in(lang)}"
    yield f"- {CATALOGUE['example'].said_in(lang)}{shown.given.said_in(lang)}"
    for found in shown.findings:
        yield f"  - {found.level}: {found.message.said_in(lang)}"
    yield ""


def _sentence(text: str, lang: Language) -> str:
    return f"{text}。" if lang == "zh" else f"{text[0].upper()}{text[1:]}."
