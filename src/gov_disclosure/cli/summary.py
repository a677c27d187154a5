"""The last words of a check, beside what it found: how much was held against what, and what could not be."""

from collections import Counter
from collections.abc import Iterable
from typing import Final

import click

from gov_disclosure.model.issues import Level
from gov_disclosure.model.messages import Language, Message, joined

_FOUND: Final = Message(
    "已核对{reports}份报告：错误{errors}条，警示{warnings}条",
    "{reports} report(s) checked: {errors} error(s), {warnings} warning(s)",
)
_NOTES: Final = Message(
    "提示{notes}条，其中说明哪些规则无法核对（--level info 可列出）",
    "{notes} note(s), on rules that can't be assessed among them (--level info lists them)",
)
_UNREAD: Final = Message(
    "读取时另有{issues}处需人工查看（gov-disclosure show 可列出）",
    "{issues} place(s) that could not be read well (gov-disclosure show lists them)",
)
_BETWEEN: Final = Message("；", "; ")


def say_summary(
    reports: int, levels: Iterable[Level], lang: Language, *, shown: Level, issues: int = 0
) -> None:
    """Print how many reports were checked, and how much was found by level, to standard error.

    ``shown`` is the least level that was listed, ``issues`` how many errors and warnings reading gave.
    """
    count = Counter(levels)
    facts = {"errors": count[Level.ERROR], "warnings": count[Level.WARNING], "reports": reports}
    parts = [_FOUND.fill(facts)]
    if count[Level.INFO] and shown is not Level.INFO:
        parts.append(_NOTES.fill({"notes": count[Level.INFO]}))
    if issues:
        parts.append(_UNREAD.fill({"issues": issues}))
    click.echo(joined(parts, _BETWEEN).said_in(lang), err=True)
