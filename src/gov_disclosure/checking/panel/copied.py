"""P805: text that stands in the report of another year or of another office too.

Copying is no error, and who copied from whom is not known: a report is held against those of years before,
and of the same year those whose office comes before it.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from attrs import evolve

from gov_disclosure.checking.panel.findings import Concerned, PanelFinding, Passage
from gov_disclosure.checking.panel.members import Filing, Panel
from gov_disclosure.checking.panel.passages import Shared, passages
from gov_disclosure.checking.panel.population import candidates, population
from gov_disclosure.checking.panel.rule import PanelRule
from gov_disclosure.checking.panel.texts import Text, text_of
from gov_disclosure.checking.panel.words import FIGURES
from gov_disclosure.model.issues import Level, Message
from gov_disclosure.model.outcome import Outcome

# tests/test_copied.py measures what both find: of copies, of edited ones, and of texts that share phrases.
LEAST_PASSAGE: Final = 60
"""Characters that a passage must have in common. Two sentences that everybody writes have fewer."""
LEAST_SHARE: Final = 0.25
"""How much of the later report's text must stand in such passages."""
_MOST_PASSAGES: Final = 3


def copied(panel: Panel, rule: PanelRule) -> Iterator[PanelFinding]:
    """P805: each report against the likeliest source of its own office, and of another."""
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
    return PanelFinding(
        code=rule.code,
        id=f"{rule.code}.{later.key}.{later.year}.{earlier.key}.{earlier.year}",
        level=Level.WARNING,
        outcome=Outcome.FAILS,
        message=rule.fails.fill(facts),
        reports=(_concerned(earlier, shown, 0), _concerned(later, shown, 1)),
        share=share,
        passages=tuple(shown),
    )


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
    return FIGURES[kind].fill({"count": count, "same": same})
