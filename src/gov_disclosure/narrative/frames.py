"""Frames: a noun of the tables beside a figure, behind a verb for it, whatever else the clause says.

市局机关共登记政府信息公开申请203件, 对违法行为作出行政处罚决定75件: the noun and the verb are known.
Words that are not may stand before the verb, and between it and the noun where they say who asked, or what
for example is counted (查封扣押等行政强制).
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from attrs import frozen

from gov_disclosure.form.vocabulary import terminals
from gov_disclosure.narrative.clauses import ACTIONS, DOCUMENTS, Token
from gov_disclosure.narrative.context import SILENT
from gov_disclosure.narrative.patterns import SIGN_OF, by_first
from gov_disclosure.narrative.signs import Family, signs
from gov_disclosure.narrative.wordings import Subject

PARTS: Final = ("RECONSIDERATION", "LITIGATION", "LITIGATION_DIRECT", "LITIGATION_AFTER_RECONSIDERATION")
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


_REQUESTS: Final = {
    "TAKING": "received",
    "ACCEPTING": "accepted",
    "HANDLING": "handled",
    "ANSWERING": "answered",
}
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
    _Frame(frozenset(PARTS), {"TAKING": "dispute", "ARISING": "dispute", "": "dispute"}),
    _Frame(frozenset({"PROACTIVE_FEES"}), {"COLLECTING": "fee", "": "fee"}),
)
_VERBS: Final = (
    *("TAKING", "ACCEPTING", "HANDLING", "ANSWERING", "ISSUING", "REPEALING", "DECIDING"),
    *("COLLECTING", "ARISING", "OTHERWISE"),
)
_ALL_NOUNS: Final = frozenset().union(*(frame.nouns for frame in _FRAMES))
# What may stand between a figure and the noun behind it: 1起政府信息公开行政复议.
_BEFORE_NOUN: Final = frozenset({"FILLER", "ABOUT", "REQUEST", "WRITTEN", *PARTS})
_COLUMNS: Final = frozenset({"NATURAL_PERSON", "COMMERCIAL_ENTERPRISE"})
# Who decides on disputes; and what says that they are about disclosure.
_NO_PARTY: Final = frozenset({"ACCEPTED", "HANDLED", "ANSWERED"})
_ABOUT: Final = frozenset({"ABOUT", "REQUEST"})


def framed(tokens: Sequence[Token], count: Token) -> Subject | None:
    """What the one figure of a stretch of a clause is of, by the noun beside it and the verb before both."""
    types = [token.type for token in tokens]
    if not _BARRING.isdisjoint(types):
        return None
    at = next(at for at, token in enumerate(tokens) if token is count)
    noun = _noun(types, at)
    frame = next((frame for frame in _FRAMES if noun is not None and types[noun] in frame.nouns), None)
    if noun is None or frame is None:
        return None
    before = "".join(token.text for token in tokens[: min(noun, at)])
    verb = next(reversed([*verbs_of_frames().finditer(before)]), None)
    if verb is None and "REQUEST" in frame.nouns and (_asked(before) or _has(before)):
        return Subject("received", _WORDS["received"] if _asked(before) else ("REQUEST",))
    rule = frame.rules.get(_kinds()[verb[0]] if verb else "")
    rest = before[verb.end() :] if verb else before
    for_example = rest.endswith(terminals("narrative")[f"{SIGN_OF}FOR_EXAMPLE"])
    if rule is None or not (verb or for_example or rule == "dispute"):
        return None
    if rule == "dispute" and (_NO_PARTY & {*types} or not _ABOUT & {*types}):
        return None
    asked = rule in _WORDS and bool(_askers().search(rest)) and not _COLUMNS & {*types}
    if not (for_example or asked or not _fillers().sub("", rest)):
        return None
    if rule == "decided" and not for_example and not _is_of_all(before[: verb.start()] if verb else ""):
        return None
    return Subject(rule, _WORDS.get(rule, (types[noun],)))


def _noun(types: Sequence[str], at: int) -> int | None:
    """The noun of a figure: what stands before it, or else behind it, at the end of the stretch."""
    noun = at - 1
    while noun >= 0 and types[noun] in _BETWEEN:
        noun -= 1
    if noun >= 0 and types[noun] in _ALL_NOUNS:
        return noun if all(type in _BEHIND for type in types[at + 1 :]) else None
    behind = [
        place
        for place in range(at + 1, len(types))
        if types[place] in ("REQUEST", *PARTS, *DOCUMENTS, *ACTIONS)
    ]
    ends = bool(behind) and all(
        type in _BEHIND | {"APPLICATION", "DECISION"} for type in types[behind[-1] + 1 :]
    )
    plain = ends and all(type in _BEFORE_NOUN for type in types[at + 1 : behind[-1]])
    return behind[-1] if plain else None


def _asked(before: str) -> bool:
    """Whether people of the place handed in what is counted: 辖区居民全年提交."""
    said = signs(Family.ASKING, before)
    return "ASKING" in said and "TOWARD" not in said and bool(signs(Family.APPLICANTS, before))


def _has(before: str) -> bool:
    """Whether the office is said to have had so many, and no more is said before that: 全年共有12件申请."""
    having = terminals("narrative")[f"{SIGN_OF}HAVING"]
    return before.endswith(having) and not _fillers().sub("", before)


def _unless_otherwise(verb: re.Match[str]) -> str:
    """A verb that says the same as another leaves nothing; 公开 does."""
    return verb[0] if _kinds()[verb[0]] == "OTHERWISE" else ""


def _is_of_all(before: str) -> bool:
    """Whether decisions are on whatever was wrong (对…), and not those of a part of the office's work."""
    words = terminals("narrative")
    who, on, whom = (
        _fillers()
        .sub("", verbs_of_frames().sub(_unless_otherwise, before))
        .partition(words[f"{SIGN_OF}UPON"][0])
    )
    if not on:
        return not who
    some, wrong = words[f"{SIGN_OF}SOME"], words[f"{SIGN_OF}WRONGDOING"]
    return not any(word in who for word in some) and any(word in whom for word in wrong)


@cache
def _kinds() -> Mapping[str, str]:
    words = terminals("narrative")
    return {word: verb for verb in _VERBS for word in words[f"{SIGN_OF}{verb}"]}


@cache
def verbs_of_frames() -> re.Pattern[str]:
    """A pattern for the verbs that say of which row a noun's figure is."""
    return re.compile(by_first(_kinds()))


@cache
def _askers() -> re.Pattern[str]:
    return re.compile(by_first(terminals("narrative")[f"{SIGN_OF}ASKED_BY"]))


@cache
def _fillers() -> re.Pattern[str]:
    words = terminals("narrative")
    return re.compile(by_first(word for kind in (*SILENT, "AND") for word in words.get(kind, ())))
