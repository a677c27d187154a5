"""Verdicts in a sentence: how much of a report was assessed, and how much was found in it."""

from collections import Counter
from collections.abc import Iterable
from typing import Final

from gov_disclosure.checking.coverage import Coverage
from gov_disclosure.model.issues import Level
from gov_disclosure.model.messages import Message, joined

_SUMS: Final = Message("已核对{sums}/{all_sums}项合计", "{sums}/{all_sums} sums checked")
_FIGURES: Final = Message(
    "已核对文字所述数字{figures}/{all_figures}处", "{figures}/{all_figures} figures of the prose checked"
)
_NOTHING: Final = Message(
    "未能核对（{all_sums}项合计、{all_figures}处文字所述数字均不具备核对条件）",
    "nothing could be checked (none of {all_sums} sums and {all_figures} figures of the prose)",
)
_FOUND: Final = Message("错误{errors}条，警示{warnings}条", "{errors} error(s), {warnings} warning(s)")
_ISSUES: Final = Message("读取问题{issues}处", "{issues} place(s) that could not be read well")
_COMMA: Final = Message("，", ", ")
_COLON: Final = Message("：", ": ")


def verdict(coverage: Coverage, levels: Iterable[Level], issues: int) -> Message:
    """What was assessed, and what was found: ``已核对38/42项合计：错误1条，警示0条``.

    ``levels`` are those of the findings; ``issues`` is how many errors and warnings reading gave.
    """
    count = Counter(levels)
    found = [_FOUND.fill({"errors": count[Level.ERROR], "warnings": count[Level.WARNING]})]
    if issues:
        found.append(_ISSUES.fill({"issues": issues}))
    return joined([extent(coverage), joined(found, _COMMA)], _COLON)


def extent(coverage: Coverage) -> Message:
    """How much was assessed; of rules on sums alone, or on prose alone, what they are about."""
    facts = {
        "sums": coverage.sums,
        "all_sums": coverage.all_sums,
        "figures": coverage.figures,
        "all_figures": coverage.all_figures,
    }
    if coverage.is_empty:
        return _NOTHING.fill(facts)
    parts = [_SUMS] if coverage.all_sums else []
    parts += [_FIGURES] if coverage.all_figures else []
    return joined([part.fill(facts) for part in parts], _COMMA)
