"""Absences: requests and disputes of which prose says in many words that there were none.

无人因政府信息公开事项对本局申请行政复议: a word for none, and behind it a noun that ends its clause.
What stands between may say who could have asked, and how such a thing comes up; not that some of
a kind were lacking.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from gov_disclosure.narrative.clauses import OTHER_TEXT, Token
from gov_disclosure.narrative.context import SILENT
from gov_disclosure.narrative.frames import PARTS
from gov_disclosure.narrative.notes import Note
from gov_disclosure.narrative.quantities import Quantity
from gov_disclosure.narrative.signs import Family, signs
from gov_disclosure.narrative.statements import Statement
from gov_disclosure.narrative.told import Spans
from gov_disclosure.narrative.wordings import Form, Subject

_NOTHING: Final = Quantity(Decimal(0), Decimal(0), Decimal(0))
_ENDING: Final = frozenset({*SILENT, "APPLICATION", "AND"}) - {"TAIL", "INCLUDING"}
# With these it is not said that there was none at all.
_BARRING: Final = frozenset(
    {
        *(
            "PART",
            "OTHER_THING",
            "JUDGING",
            "OTHER_BODY",
            "UNLESS",
            "INCLUDING",
            "CHANGE",
            "PLAN",
            "OTHER_TIME",
        ),
        *("LAST_YEAR", "NEXT_YEAR", "CARRIED", "MOVED", "REVIEWED", "PUBLISHED", "UNRELATED", "ALL", "ADDED"),
        *("HANDLED", "ANSWERED", "TRANSFERRED", "IN_TIME", "WRITTEN", "EXCEPT", "UPHELD", "RECTIFIED", "OTHER"),
        *("PENDING", "COUNT", "NUMBER", "PERCENT", "DECIDED", "DECISION"),
    }
)
_LONGEST: Final = 14


def absences_in(notes: Sequence[Note], known: Sequence[Statement]) -> Iterator[Statement]:
    """What there was none of, but for what is known."""
    excepting, told = -1, Spans(known)
    for note in notes:
        types = ["FILLER" if _is_one(token) else token.type for token in note.tokens]
        if "EXCEPT" in types:
            excepting = note.sentence
        if "NONE" not in types or excepting == note.sentence or not note.is_own:
            continue
        start, end = note.tokens[0].start, note.tokens[-1].end
        if not told.meets(start, end):
            yield from _lacking(note.tokens, types)


def _is_one(token: Token) -> bool:
    """没有一件: not even one."""
    return token.quantity is not None and token.quantity.value == 1


def _lacking(tokens: Sequence[Token], types: Sequence[str]) -> Iterator[Statement]:
    none = types.index("NONE")
    behind = types[none + 1 :]
    parts = [type for type in behind if type in PARTS]
    nouns = parts or [type for type in behind if type == "REQUEST"]
    if not nouns or not _BARRING.isdisjoint(types) or "NONE" in behind:
        return
    last = len(types) - 1 - types[::-1].index(nouns[-1])
    between = "".join(token.text for token in tokens[none:last] if token.type == OTHER_TEXT)
    if any(type not in _ENDING for type in types[last + 1 :]) or len(between) > _LONGEST:
        return
    said = signs(Family.COMING_UP, "".join(token.text for token in tokens[none + 1 : last]))
    row = any(type.startswith(("REQUESTS_", "PROACTIVE_")) for type in types)
    came_up = bool(said & {"TAKING", "ARISING"}) if parts else "TAKING" in said
    if row or "OTHERWISE" in said or not (came_up or (parts and not between)):
        return
    if "CONCERNING" in types and not parts:
        return
    subjects = [Subject("dispute", (part,)) for part in dict.fromkeys(parts)]
    for subject in subjects or [Subject("received", ("RECEIVED", "REQUEST"))]:
        yield Statement(
            subjects=(subject,),
            quantity=_NOTHING,
            start=tokens[none].start,
            end=tokens[last].end,
            form=Form.NONE,
        )
