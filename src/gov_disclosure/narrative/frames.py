"""Frames: a noun of the tables beside a figure, behind a verb for it, whatever else the clause says.

市局机关共登记政府信息公开申请203件, 对安全生产违法行为作出行政处罚决定75件: the noun and the verb are known. Words that
are not may stand before the verb, and between it and the noun where they say who asked, or what for example
is counted (查封扣押等行政强制).
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from attrs import frozen

from gov_disclosure.form.vocabulary import terminals
from gov_disclosure.narrative.clauses import COUNT, DOCUMENTS, OTHER_TEXT, Token
from gov_disclosure.narrative.context import ACTIONS, SILENT
from gov_disclosure.narrative.patterns import SIGN_OF, by_first
from gov_disclosure.narrative.signs import Family, signs
from gov_disclosure.narrative.wordings import Subject

# What may stand between the noun and its figure.
_BETWEEN: Final = frozenset({*SILENT, "QUANTITY", "APPLICATION", "DECISION", "SUM"}) - {"TAIL", "INCLUDING"}
_BEHIND: Final = frozenset({*SILENT, "ALL", "AND"}) - {"TAIL", "INCLUDING"}
# The figure is of some, of others, or of something else.
_BARRING: Final = frozenset(
    {
        *("CONCERNING", "PART", "OTHER_THING", "TRANSFERRED", "JUDGING", "OTHER_BODY", "INCLUDING", "UNLESS"),
        *("LAST_YEAR", "NEXT_YEAR", "CARRIED", "MOVED", "DUE", "FROM", "TAIL", "CHANGE", "PLAN", "OTHER_TIME"),
        *("PUBLISHED", "REVIEWED", "EXCEPT", "UNRELATED", "NONE", "AMENDED"),
    }
)


@frozen
class _Frame:
    """A kind of noun, and what a figure is of behind each verb."""

    nouns: frozenset[str]
    rules: Mapping[str, str]
    """By the kind of verb; "" for none."""


_REQUESTS: Final = {"TAKING": "received", "ACCEPTING": "accepted", "HANDLING": "handled", "ANSWERING": "answered"}
_WORDS: Final = {
    "received": ("RECEIVED", "REQUEST"),
    "accepted": ("ACCEPTED", "REQUEST"),
    "handled": ("HANDLED", "REQUEST"),
    "answered": ("ANSWERED", "REQUEST"),
}
_FRAMES: Final = (
    _Frame(frozenset({"REQUEST"}), _REQUESTS),
    _Frame(DOCUMENTS, {"ISSUING": "issued", "REPEALING": "repealed"}),
    _Frame(ACTIONS, {"DECIDING": "decided", "HANDLING": "decided", "": "decided"}),
    _Frame(frozenset({"PROACTIVE_FEES"}), {"COLLECTING": "fee", "": "fee"}),
)
_VERBS: Final = (
    *("TAKING", "ACCEPTING", "HANDLING", "ANSWERING", "ISSUING", "REPEALING", "DECIDING"),
    *("COLLECTING", "OTHERWISE"),
)


def framed(tokens: Sequence[Token], count: Token) -> Subject | None:
    """What the one figure of a stretch of a clause is of, by the noun before it and the verb before that."""
    types = [token.type for token in tokens]
    if not _BARRING.isdisjoint(types):
        return None
    at = next(at for at, token in enumerate(tokens) if token is count)
    noun = at - 1
    while noun >= 0 and types[noun] in _BETWEEN:
        noun -= 1
    if noun < 0 or any(type not in _BEHIND for type in types[at + 1 :]):
        return None
    frame = next((frame for frame in _FRAMES if types[noun] in frame.nouns), None)
    if frame is None:
        return None
    before = "".join(token.text for token in tokens[:noun])
    verbs, fillers, askers = _patterns()
    verb = next(reversed([*verbs.finditer(before)]), None)
    if verb is None and "REQUEST" in frame.nouns and _asked(before):
        return Subject("received", _WORDS["received"])
    rule = frame.rules.get(_kinds()[verb[0]] if verb else "")
    if rule is None:
        return None
    rest = before[verb.end() :] if verb else before
    for_example = rest.endswith("等")
    plain = not fillers.sub("", rest)
    asked = rule in _WORDS and bool(askers.search(rest)) and not _names_columns(types)
    if not (for_example or plain or asked) or not (verb or for_example):
        return None
    if rule == "decided" and not for_example and not _is_of_all(before[: verb.start()] if verb else "", fillers):
        return None
    return Subject(rule, _WORDS.get(rule, (types[noun],)))


def _asked(before: str) -> bool:
    """Whether people of the place handed in what is counted: 辖区居民全年提交."""
    said = signs(Family.ASKING, before)
    return "ASKING" in said and "TOWARD" not in said and bool(signs(Family.APPLICANTS, before))


def _names_columns(types: Sequence[str]) -> bool:
    return any(type in ("NATURAL_PERSON", "COMMERCIAL_ENTERPRISE") for type in types)


def _is_of_all(before: str, fillers: re.Pattern[str]) -> bool:
    """Whether decisions are on something (对…), and not those of a part of the office's work."""
    rest = fillers.sub("", before)
    return not rest or rest.startswith("对")


@cache
def _kinds() -> Mapping[str, str]:
    words = terminals("narrative")
    return {word: verb for verb in _VERBS for word in words[f"{SIGN_OF}{verb}"]}


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    words = terminals("narrative")
    silent = {word for kind in (*SILENT, "AND") for word in words.get(kind, ()) if len(word)}
    return (
        re.compile(by_first(_kinds())),
        re.compile(by_first(silent)),
        re.compile(by_first(words[f"{SIGN_OF}ASKED_BY"])),
    )
