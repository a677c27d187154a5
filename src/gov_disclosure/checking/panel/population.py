"""The clauses of many texts together: which are common to many offices, and which texts are worth comparing.

Time grows with the text, not with the pairs of reports: a report is held against the one of those before it
that has most of its rarer clauses, which an index of these finds.
"""

from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from attrs import frozen

from gov_disclosure.checking.panel.texts import Text

_FEWEST_OFFICES: Final = 4
_ONE_IN: Final = 10
_NEAREST: Final = 8
_EARLIER_YEARS: Final = 5
_BITS: Final = 32


@frozen(eq=False)
class Population:
    """Clauses that more texts than one have."""

    common: frozenset[int]
    """Those of more offices than one in ten, and than four: no sign that one has copied another."""
    shared: frozenset[int]
    """The others."""


def population(texts: Sequence[Text]) -> Population:
    """What the texts have in common."""
    most = max(_FEWEST_OFFICES, len({text.office for text in texts}) // _ONE_IN)
    common, shared = set[int](), set[int]()
    for key, group in groupby(_postings(texts), key=lambda posting: posting >> _BITS):
        numbers = [posting & (1 << _BITS) - 1 for posting in group]
        if len(numbers) > 1:
            offices = {texts[number].office for number in numbers}
            (common if len(offices) > most else shared).add(key)
    return Population(frozenset(common), frozenset(shared))


def _postings(texts: Sequence[Text]) -> list[int]:
    """Each clause with the number of a text that has it, both in one whole number, which takes least room."""
    return sorted(key << _BITS | number for number, text in enumerate(texts) for key in set(text.clauses.keys))


def candidates(texts: Sequence[Text], known: Population) -> Iterator[tuple[int, int]]:
    """Numbers of two texts worth comparing, the earlier first: each with one of its own office, and one other.

    The texts come in order of year.
    """
    recent: dict[int, deque[int]] = {}
    own: dict[str, deque[int]] = {}
    for number, text in enumerate(texts):
        lengths = dict(zip(text.clauses.keys, text.clauses.lengths, strict=True))
        rare = {key: length for key, length in lengths.items() if key in known.shared}
        earlier = own.setdefault(text.office, deque(maxlen=_EARLIER_YEARS))
        for votes in (_own(texts, earlier, rare), _others(texts, recent, rare, text.office)):
            if votes:
                yield max(votes, key=lambda other: (votes[other], other)), number
        earlier.append(number)
        for key in rare:
            recent.setdefault(key, deque(maxlen=_NEAREST)).append(number)


def _own(texts: Sequence[Text], earlier: Iterable[int], rare: Mapping[int, int]) -> Counter[int]:
    """How many characters of its clauses each of an office's earlier texts has."""
    shared = {other: rare.keys() & set(texts[other].clauses.keys) for other in earlier}
    return +Counter({other: sum(rare[key] for key in keys) for other, keys in shared.items()})


def _others(
    texts: Sequence[Text], recent: Mapping[int, Iterable[int]], rare: Mapping[int, int], office: str
) -> Counter[int]:
    """Likewise each of the texts of other offices, of those that had the clause last."""
    votes: Counter[int] = Counter()
    for key, length in rare.items():
        votes.update({other: length for other in recent.get(key, ()) if texts[other].office != office})
    return votes
