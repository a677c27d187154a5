"""The last words of a check, beside what it found: how much was held against what, and what could not be."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

import click
from attrs import asdict

from gov_disclosure.checking.coverage import Coverage
from gov_disclosure.checking.panel.coverage import PanelCoverage
from gov_disclosure.checking.panel.findings import PanelFinding
from gov_disclosure.model.issues import Level
from gov_disclosure.model.messages import Language, Message, joined
from gov_disclosure.writing.findings import Checked
from gov_disclosure.writing.verdicts import verdict

_REPORTS: Final = Message("共{reports}份报告，{verdict}", "{reports} report(s), {verdict}")
_NOT_WHOLE: Final = Message(
    "其中{part}份只核对了一部分，{empty}份未能核对",
    "{part} of them could be checked in part only, {empty} not at all",
)
_NOTES: Final = Message(
    "提示{notes}条，其中说明哪些规则无法核对（--level info 可列出）",
    "{notes} note(s), on rules that can't be assessed among them (--level info lists them)",
)
_UNLOCATED: Final = Message(
    "有{unlocated}组不成立的合计因时间所限未能找出有误的单元格（单独核对该文件时用时较长）",
    "for {unlocated} group(s) of failing sums the wrong cells were not found in the time given (a file that is "
    "checked alone is given more)",
)
_UNREAD: Final = Message(
    "读取问题可用gov-disclosure show查看",
    "gov-disclosure show lists what could not be read well",
)
_PANEL: Final = Message(
    "共{reports}份报告、{issuers}个单位，已比对相邻年度{compared}对：错误{errors}条，警示{warnings}条",
    "{reports} report(s) of {issuers} issuer(s), {compared} pair(s) of successive years compared: "
    "{errors} error(s), {warnings} warning(s)",
)
_GAPS: Final = Message(
    "年度中断{gaps}处未能比对", "{gaps} pair(s) with years between missing were not compared"
)
_ALONE: Final = Message("只有一个年度的单位{alone}个", "{alone} issuer(s) with one year only")
_NAMELESS: Final = Message(
    "缺少单位或年度的报告{nameless}份未能比对", "{nameless} report(s) without issuer or year left out"
)
_BETWEEN: Final = Message("；", "; ")


def say_summary(found: Sequence[Checked], lang: Language, *, shown: Level) -> None:
    """Print to standard error how much was assessed of all reports, and how much was found by level.

    ``shown`` is the least level that was listed.
    """
    levels = [finding.level for one in found for finding in one.findings]
    coverage = sum((one.coverage for one in found), Coverage())
    issues = sum(one.issues for one in found)
    parts = [_REPORTS.fill({"reports": len(found), "verdict": verdict(coverage, levels, issues)})]
    empty = sum(one.coverage.is_empty for one in found)
    part = sum(not one.coverage.is_whole for one in found) - empty
    if part or empty:
        parts.append(_NOT_WHOLE.fill({"part": part, "empty": empty}))
    if unlocated := sum(one.unlocated for one in found):
        parts.append(_UNLOCATED.fill({"unlocated": unlocated}))
    if (notes := Counter(levels)[Level.INFO]) and shown is not Level.INFO:
        parts.append(_NOTES.fill({"notes": notes}))
    if issues:
        parts.append(_UNREAD)
    click.echo(joined(parts, _BETWEEN).said_in(lang), err=True)


def say_panel_summary(
    found: Sequence[PanelFinding], coverage: PanelCoverage, lang: Language, *, shown: Level
) -> None:
    """Print to standard error how many reports were held against each other, and which were left out."""
    count = Counter(finding.level for finding in found)
    facts = {**asdict(coverage), "errors": count[Level.ERROR], "warnings": count[Level.WARNING]}
    parts = [_PANEL.fill(facts)]
    left_out = ((coverage.gaps, _GAPS), (coverage.alone, _ALONE), (coverage.nameless, _NAMELESS))
    parts += [words.fill(facts) for number, words in left_out if number]
    if count[Level.INFO] and shown is not Level.INFO:
        parts.append(_NOTES.fill({"notes": count[Level.INFO]}))
    click.echo(joined(parts, _BETWEEN).said_in(lang), err=True)
