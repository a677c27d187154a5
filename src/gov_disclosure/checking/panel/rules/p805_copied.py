"""P805: text that stands in the report of another year or of another office too.

Copying is no error, and who copied from whom is not known: a report is held against those of years before,
and of the same year those whose office comes before it.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from attrs import evolve

from gov_disclosure.checking.examples import Example
from gov_disclosure.checking.panel.findings import Concerned, PanelFinding, Passage
from gov_disclosure.checking.panel.members import Filing, Panel
from gov_disclosure.checking.panel.passages import Shared, passages
from gov_disclosure.checking.panel.population import candidates, population
from gov_disclosure.checking.panel.rule import PanelExample, PanelRule
from gov_disclosure.checking.panel.texts import Text, text_of
from gov_disclosure.model.messages import Level, Message
from gov_disclosure.model.outcome import Outcome

# test_p805_copied.py measures what both find: of copies, of edited ones, and of texts that share phrases.
LEAST_PASSAGE: Final = 60
"""Characters that a passage must have in common. Two sentences that everybody writes have fewer."""
LEAST_SHARE: Final = 0.25
"""How much of the later report's text must stand in such passages."""
_MOST_PASSAGES: Final = 3

_FIGURES: Final[Mapping[str, Message]] = {
    "none": Message(
        "相同文字中没有日期、文号以外的数字。",
        "the shared text has no figures but those of dates and documents.",
    ),
    "all": Message(
        "相同文字中的{count}个数字也全部相同。", "even the {count} figure(s) in the shared text are the same."
    ),
    "some": Message(
        "相同文字中的{count}个数字有{same}个相同。",
        "of the {count} figure(s) in the shared text {same} are the same.",
    ),
}
"""What is said of the figures in shared text: those of dates and of documents' numbers don't count."""

_SHARED: Final = (
    "我局把公开栏目的更新责任落到具体岗位，由办公室每月初核对目录，逾期没有更新的当面提醒。"
    "答复书起草以后先由法制审核人员看依据是否齐全，再由分管负责人签发，寄出的当天在登记簿上记明日期。"
    "查阅点添置了放大镜和老花镜，工作人员帮助年纪大的群众检索和打印，不收取任何费用。"
)


def _copied(panel: Panel, rule: PanelRule) -> Iterator[PanelFinding]:
    """Each report against the likeliest source of its own office, and of another."""
    every = (filing for years in panel.filings.values() for filing in years.values())
    in_order = sorted(every, key=lambda filing: (filing.year, filing.key))
    texts = [text_of(filing) for filing in in_order]
    known = population(texts)
    for earlier, later in candidates(texts, known):
        source, text = texts[earlier], texts[later]
        found = passages(text.clauses, source.clauses, known.common, LEAST_PASSAGE)
        share = sum(passage.length for passage in found) / text.clauses.length
        if share >= LEAST_SHARE:
            yield _finding(rule, source, text, found, share)


def _finding(rule: PanelRule, source: Text, text: Text, found: Sequence[Shared], share: float) -> PanelFinding:
    longest = sorted(found, key=lambda passage: -passage.length)
    shown = [_passage(source, text, passage) for passage in longest[:_MOST_PASSAGES]]
    earlier, later = source.filing, text.filing
    facts = {
        "issuer": later.issuer,
        "year": later.year,
        "other": earlier.issuer,
        "before": earlier.year,
        "share": int(100 * share),
        "longest": longest[0].length,
        "figures": _same_figures(source, text, found),
    }
    name = f"{later.key}.{later.year}.{earlier.key}.{earlier.year}"
    reports = (_concerned(earlier, shown, 0), _concerned(later, shown, 1))
    told = rule.finding(name, Outcome.FAILS, rule.fails.fill(facts), reports)
    return evolve(told, share=share, passages=tuple(shown))


def _concerned(filing: Filing, shown: Sequence[Passage], side: int) -> Concerned:
    """A report, with the headings of the sections that the passages stand in."""
    headings = dict.fromkeys(passage.excerpts[side].heading for passage in shown)
    return evolve(filing.first.concerned(), locations=tuple(headings))


def _passage(source: Text, text: Text, shared: Shared) -> Passage:
    first, last = shared.runs[0], shared.runs[-1]
    ends = (last.source + last.count - 1, last.at + last.count - 1)
    excerpts = (source.excerpt(first.source, ends[0]), text.excerpt(first.at, ends[1]))
    return Passage(length=shared.length, excerpts=excerpts)


def _same_figures(source: Text, text: Text, found: Sequence[Shared]) -> Message:
    """How many of the figures in clauses that are the same are the same too."""
    count = same = 0
    for run in (run for passage in found for run in passage.runs):
        for step in range(run.count):
            own, beside = text.figures(run.at + step), source.figures(run.source + step)
            count += len(own)
            same += sum(figure == other for figure, other in zip(own, beside, strict=False))
    kind = "none" if not count else "all" if same == count else "some"
    return _FIGURES[kind].fill({"count": count, "same": same})


RULE = PanelRule(
    code="P805",
    level=Level.WARNING,
    summary=Message(
        "文字部分与其他年度、其他机关的报告不同",
        "the text is not that of another year's report, or of another office's",
    ),
    fails=Message(
        "{issuer}{year}年报告的文字有{share}%与{other}{before}年报告相同（不计数字），"
        "最长的一段有{longest}字；{figures}",
        "{share}% of the text of {issuer} for {year} stands in the report of {other} for {before} too "
        "(digits apart), the longest passage has {longest} characters; {figures}",
    ),
    source=Message("供读者参考，不是格式的要求", "a hint for a reader; the form asks for nothing of the kind"),
    example=PanelExample(
        given=Message("两个年度的报告，总体情况的文字相同。", "Reports of two years have the same overview."),
        reports=(Example(prose=_SHARED), Example(prose=_SHARED, year=2024)),
    ),
    run=_copied,
)
