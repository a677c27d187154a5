"""Figures that count only if the rest of their sentence bears them out.

Their own words do not say whether 按时办结38件 is all that was answered, 答复12件 is about requests, and
公开3件 is a result of one.
"""

from collections.abc import Callable
from typing import Final

from attrs import frozen

from gov_disclosure.narrative.ellipsis import IMPLIED
from gov_disclosure.narrative.scopes import ClauseScope, SentenceScope, Told, Topic

_GRANTED: Final = "REQUESTS_RESULTS_GRANTED"
# Said of other things than requests too.
_COMMON: Final = frozenset({_GRANTED, "REQUESTS_RESULTS_PARTIALLY_GRANTED", "REQUESTS_RESULTS_DENIED"})


@frozen
class Tentative:
    """A figure, its sentence, and what has to hold at the end."""

    told: Told
    sentence: SentenceScope
    holds: Callable[[Told, SentenceScope], bool]

    @property
    def borne_out(self) -> bool:
        """Whether the sentence bears the figure out."""
        return self.holds(self.told, self.sentence)


def condition(
    told: Told, clause: ClauseScope, topic: Topic | None, *, counted: bool
) -> Callable[[Told, SentenceScope], bool] | None:
    """What has to hold of a figure when its sentence is over; ``None`` if nothing has to."""
    subjects = told.statement.subjects
    words = {word for subject in subjects for word in subject.words}
    match told.rule:
        case "answered" if clause.has("IN_TIME"):
            return _leaves_none_late
        case "answered" if topic is None and words.isdisjoint(("REQUEST", "APPLICATION")):
            return _has_results_of_requests
        case "assured":
            return _leaves_none
        case "newly_received":
            return _stands_by_no_transfer
        case "result" if IMPLIED in words:
            return _stands_among_results if counted else _is_refused
        case _:
            return None


def _leaves_none_late(told: Told, sentence: SentenceScope) -> bool:
    """With what is carried on, those answered in time make up all that came in."""
    came_in = _sum(sentence, ("received", "newly_received", "accepted", "handled"))
    forward = _sum(sentence, ("carried_forward",))
    return told.value + forward == came_in + _sum(sentence, ("carried_over",))


def _leaves_none(_told: Told, sentence: SentenceScope) -> bool:
    """Nothing that is pending, or carried on, is told beside it."""
    return all(one.rule != "carried_forward" for one in sentence.told) and not sentence.has("UNLESS")


def _sum(sentence: SentenceScope, rules: tuple[str, ...]) -> int:
    return sum(int(one.value) for one in sentence.told if one.rule in rules)


def _results(sentence: SentenceScope) -> list[set[str]]:
    return [
        {word for subject in one.statement.subjects for word in subject.words}
        for one in sentence.told
        if one.rule == "result"
    ]


def _has_results_of_requests(_told: Told, sentence: SentenceScope) -> bool:
    return any(words - _COMMON for words in _results(sentence))


def _stands_among_results(_told: Told, sentence: SentenceScope) -> bool:
    return any(_GRANTED not in words for words in _results(sentence))


def _is_refused(_told: Told, _sentence: SentenceScope) -> bool:
    return False


def _stands_by_no_transfer(_told: Told, sentence: SentenceScope) -> bool:
    return not sentence.has("PARTLY_TRANSFERRED")
