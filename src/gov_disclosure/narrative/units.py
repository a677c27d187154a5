"""Units: a figure with all the words that may say what it is of, known or not, in whatever order.

A unit is a stretch of a clause with one count in it; where its own words don't say what is counted, the clauses
behind it that have no figure go on with it: 有4件因内容明确，当即予以公开. A clause without any figure may say
something of all that was counted: 均已依法公开.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from attrs import define

from gov_disclosure.form.vocabulary import terminals
from gov_disclosure.narrative.clauses import COUNT, OTHER_TEXT, PERCENT, Token
from gov_disclosure.narrative.frames import framed
from gov_disclosure.narrative.notes import Note, is_figure
from gov_disclosure.narrative.quantities import Quantity
from gov_disclosure.narrative.scopes import Topic
from gov_disclosure.narrative.signs import Family, is_reason, signs
from gov_disclosure.narrative.statements import Statement
from gov_disclosure.narrative.told import Spans
from gov_disclosure.narrative.wordings import Subject

# Where one of these stands, a figure is none of this year's, or of what something else was.
_NEVER: Final = frozenset({"CHANGE", "OTHER_TIME"})
# The same, but for results and applicants: 1件申请公开审计计划，经审查不予公开.
_NO_WHOLE: Final = frozenset({"PLAN", "EXCEPT", "UNRELATED", "REVIEWED", "PUBLISHED"})

_MOST_CLAUSES: Final = 4


@define
class Unit:
    """A figure, or none, and the words around it."""

    sentence: int
    start: int
    end: int
    types: set[str]
    text: str
    """Its words without the figure."""
    quantity: Quantity | None = None
    at: int = -1
    """Where the figure stands."""
    barred: bool = False
    """Another year is spoken of, or what no table counts."""
    after_other: bool = False
    """Another body is spoken of before it."""
    part: str | None = None
    """The kind of disputes that it tells of."""
    included: bool = False
    """It tells a part of what was counted (其中)."""
    inside: bool = False
    """It stands in brackets."""
    of_kind: bool = False
    """Unknown words say which requests it counts: 征地类申请."""
    other_body: bool = False
    """Its own words turn to another body."""
    topic: Topic | None = None
    named: bool = False
    """The paragraph says that it is about disclosure."""
    framed: Subject | None = None
    """What it counts by a noun and a verb that are known."""
    bare: bool = False
    """It has a figure and no word that says what it counts: 共69件."""
    share: Token | None = None
    """What share of the whole it is, as told behind it."""
    clauses: int = 1
    """Of how many clauses its words are."""
    open: bool = False
    """Clauses behind it may say what it counts."""

    def go_on(self, other: "Unit") -> None:
        """Go on with the words of a clause behind it."""
        self.text += "，" + other.text
        self.types |= other.types
        self.end = other.end
        self.barred |= other.barred
        self.clauses += 1
        self.open &= self.clauses < _MOST_CLAUSES

    @property
    def is_own(self) -> bool:
        """Whether it tells of this office."""
        return not (self.other_body or self.after_other)

    @property
    def of_something_else(self) -> bool:
        """Whether no whole is told here, but something that uses the same words."""
        return not self.types.isdisjoint(_NO_WHOLE)

    @property
    def whole(self) -> bool:
        """Whether it says something of all that was counted."""
        return "ALL" in self.types


def units_of(notes: Iterable[Note], known: Sequence[Statement]) -> list[Unit]:
    """The units of clauses, of which statements say what is known."""
    units: list[Unit] = []
    told = Spans(known)
    for note in notes:
        for number, tokens in enumerate(_stretches(note.tokens)):
            unit = _unit(tokens, note)
            unit.included |= note.including and number > 0
            unit.open &= not told.covers(unit.at)
            _append(units, unit, _share(tokens))
        units[-1].open &= not note.ends
    return units


def _append(units: list[Unit], unit: Unit, share: Token | None) -> None:
    """Put a unit behind others, or together with the last of them."""
    last = units[-1] if units else None
    if last is not None and share is not None and last.quantity is not None:
        last.share = share
    elif last is not None and last.open and unit.quantity is None and last.sentence == unit.sentence:
        last.go_on(unit)
    else:
        if last is not None:
            last.open = False
        units.append(unit)


def _unit(tokens: Sequence[Token], note: Note) -> Unit:
    types = {token.type for token in tokens}
    figures = [token for token in tokens if is_figure(token)]
    count = figures[0] if len(figures) == 1 and figures[0].type == COUNT else None
    quantity = count.quantity if count is not None else None
    known = quantity is not None
    supposing = "UNLESS" in types and any(
        token.type == "UNLESS" and token.text in terminals("narrative")["SUPPOSING"] for token in tokens
    )
    unit = Unit(
        sentence=note.sentence,
        start=tokens[0].start,
        end=tokens[-1].end,
        types=types,
        text="".join([token.text if token is not count else "#" for token in tokens]),
        quantity=quantity,
        at=count.start if count is not None else -1,
        barred=note.other_year or supposing or (bool(figures) and not known) or bool(types & _NEVER),
        bare=all(token.type in ("FILLER", "SUM", COUNT) for token in tokens),
        of_kind=_is_of_kind(tokens),
        after_other=note.after_other,
        other_body=note.other_body,
        part=note.part,
        included="INCLUDING" in types,
        inside=note.inside,
        topic=note.topic,
        named=note.named,
    )
    if count is not None and known and not unit.barred:
        unit.framed = framed(tokens, count)
    unit.open = known and not unit.barred and unit.framed is None and not _says_what(unit)
    return unit


_OF_SHARES: Final = frozenset(
    {PERCENT, "SHARE", "FILLER", "QUANTITY", "REQUEST", "APPLICATION", "ANSWERED", "RECEIVED"}
)


def _share(tokens: Sequence[Token]) -> Token | None:
    """The share that a clause tells of what was counted just before, and nothing else: 占42.9%."""
    shares = [token for token in tokens if token.type == PERCENT]
    alone = len(shares) == 1 and all(token.type in _OF_SHARES for token in tokens)
    return shares[0] if alone else None


def _is_of_kind(tokens: Sequence[Token]) -> bool:
    return any(
        noun.type == "APPLICATION"
        and (_is_unknown(before) or before.text in terminals("narrative")["SIGN_OF_KIND"])
        for before, noun in pairwise(tokens)
    )


def _is_unknown(token: Token) -> bool:
    # 登记申请16件: a verb is none.
    return token.type == OTHER_TEXT and not token.text.endswith(terminals("narrative")["SIGN_OF_TAKING"])


def _says_what(unit: Unit) -> bool:
    if "REQUEST" in unit.types:
        return True
    if unit.part:
        return bool(signs(Family.OUTCOMES, unit.text))
    results = signs(Family.RESULTS, unit.text)
    if results:
        return not is_reason(results)
    who = signs(Family.APPLICANTS, unit.text) and "MATTER" not in signs(Family.ASKING, unit.text)
    return bool(who or signs(Family.FLOW, unit.text) - {"RECEIVED"})


def _stretches(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """The parts of a clause: a conjunction behind a figure ends one, and 其中 begins one."""
    stretch: list[Token] = []
    last = max((at for at, token in enumerate(tokens) if is_figure(token)), default=-1)
    for at, token in enumerate(tokens):
        counted = at < last and any(is_figure(one) for one in stretch)
        if token.type == "INCLUDING" and stretch:
            yield stretch
            stretch = []
        elif token.type == "AND" and counted:
            yield stretch
            stretch = []
            continue
        stretch.append(token)
    if stretch:
        yield stretch
