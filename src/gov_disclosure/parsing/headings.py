"""Choosing, of all lines that may be headings, those that are the report's."""

from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import Final, NamedTuple

from gov_disclosure.form.lexicon import HEADINGS, Heading
from gov_disclosure.parsing.lexemes import PROSE, Lexeme
from gov_disclosure.scanning.pieces import JOINING

_TABLE_SECTIONS: Final = (2, 3, 4)

# What speaks for a line: the form's words with its own numeral, its words, a numeral with other words; and
# what stands behind it.
_IN_FORM: Final = 10
_IN_WORDS: Final = 8
_IN_NUMERAL: Final = 3
_BEFORE_ITS_TABLE: Final = 6
_BEFORE_ANOTHER: Final = 4
_ALONE: Final = 6


def resolve_headings(lexemes: Sequence[Lexeme]) -> list[Lexeme]:
    """The lexemes, of headings only those kept that fit together best: in order, each before its own table.

    Contents lists, sub-headings and running text repeat the words of headings; those become prose. A line
    with a numeral and other words than the form's becomes the heading that is otherwise not there.
    """
    # The places of those that may be headings.
    places = [index for index, lexeme in enumerate(lexemes) if lexeme.heading is not None]
    chosen = _best_chain(_candidates(lexemes, places))
    settled = list(lexemes)
    for index in places:
        settled[index] = _settled(lexemes[index], kept=index in chosen)
    return settled


def _settled(lexeme: Lexeme, *, kept: bool) -> Lexeme:
    """The lexeme as a heading, or as prose."""
    kinds = (HEADINGS[lexeme.heading.number - 1], PROSE) if kept and lexeme.heading else (PROSE,)
    return lexeme.of_kinds(*kinds)


class _Candidate(NamedTuple):
    place: int
    number: int
    score: int


def _candidates(lexemes: Sequence[Lexeme], places: Sequence[int]) -> Iterator[_Candidate]:
    """Every line that may be a heading, and how much speaks for it."""
    for index, end in zip(places, [*places[1:], len(lexemes)], strict=False):
        lexeme = lexemes[index]
        heading = lexeme.heading
        if heading is not None and (heading.sure or lexeme.piece.separator in JOINING):
            behind = map(_table_of, lexemes[index + 1 : end])
            ahead = next(filter(None, behind), 0)
            alone = index + 1 == end < len(lexemes)
            if _is_bracketed(heading) and ahead not in (0, heading.number):
                # A sub-heading in the words of a section whose own heading, before its table, is lost.
                continue
            yield _Candidate(index, heading.number, _score(heading, ahead, alone=alone))


def _is_bracketed(heading: Heading) -> bool:
    """Whether its numeral stands in brackets, as those of sub-headings do."""
    return not (heading.sure or heading.plain)


def _score(heading: Heading, ahead: int, *, alone: bool) -> int:
    """``ahead`` is the table whose labels come next, or 0; ``alone``: the next heading follows straight."""
    score = (_IN_FORM if heading.plain else _IN_WORDS) if heading.sure else _IN_NUMERAL
    if ahead == heading.number:
        score += _BEFORE_ITS_TABLE
    elif ahead and heading.number in _TABLE_SECTIONS:
        score -= _BEFORE_ANOTHER
    # An entry of a contents list, or an empty section.
    return max(score - _ALONE if alone else score, 1)


def _table_of(lexeme: Lexeme) -> int:
    kind = lexeme.type
    if kind.startswith("REQUESTS_"):
        return 3
    if kind.startswith(("PROACTIVE_", "ARTICLE_", "COLUMN_")):
        return 2
    return 4 if kind in ("RECONSIDERATION", "LITIGATION", "UPHELD", "PENDING") else 0


def _best_chain(candidates: Iterable[_Candidate]) -> frozenset[int]:
    """The increasing run of section numbers with the highest score; the later one of equals."""
    best: dict[int, _Link] = {}
    for candidate in candidates:
        links = [best[number] for number in range(1, candidate.number) if number in best]
        before = max(links, key=_score_of, default=None)
        score = candidate.score + (before.score if before else 0)
        known = best.get(candidate.number)
        if known is None or score >= known.score:
            best[candidate.number] = _Link(score, candidate.place, before)
    link = max(best.values(), key=_score_of, default=None)
    chosen: set[int] = set()
    while link is not None:
        chosen.add(link.place)
        link = link.before
    return frozenset(chosen)


class _Link(NamedTuple):
    score: int
    place: int
    before: "_Link | None"


_score_of = attrgetter("score")
