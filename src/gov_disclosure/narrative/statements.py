"""Statements: the known words of a clause, parsed by ``grammar/narrative.lark``, as figures of something."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Final, NamedTuple, TypeVar

from attrs import frozen

from gov_disclosure.form.automaton import RefusedError
from gov_disclosure.form.grammars import parser_of
from gov_disclosure.form.trees import Tree
from gov_disclosure.narrative.quantities import Quantity
from gov_disclosure.narrative.tokens import COUNT, NUMBER, PERCENT, Token


class Form(StrEnum):
    """How a figure is told."""

    STATED = "stated"
    """With its number."""
    NONE = "none"
    """By words that say that there is none."""
    SHARE = "share"
    """In per cent."""
    SAME = "same"
    """As all that was counted before it."""
    ALONE = "alone"
    """The same, by an outcome without more words."""


@frozen
class Subject:
    """What a figure is of: a rule of the grammar and the terminals in it."""

    rule: str
    words: tuple[str, ...]


@frozen(kw_only=True)
class Statement:
    """One figure, and what it is of."""

    subjects: tuple[Subject, ...]
    """Several are counted together."""
    quantity: Quantity
    start: int
    """Offset in the text that it was found in."""
    end: int
    within: tuple[Subject, ...] = ()
    """For a kind of applicant, an outcome or a share: what was spoken of before it."""
    whole: str | None = None
    """For a share, the rule of what it is a share of, where the sentence says that."""
    form: Form = Form.STATED


@frozen
class Chunk:
    """Known words that stand together in a clause."""

    tokens: Sequence[Token]
    first: bool
    """Nothing unknown stands before them in the clause."""
    followed: bool
    """Other words stand right behind them."""
    including: bool
    """其中 stands before them in the sentence."""
    behind: str
    """The type of the token right behind them, if one ends them."""
    joined: bool = False
    """A conjunction stands behind them, and then other words."""
    summed: bool = False
    """Nothing but a word for a sum stands before them in the clause."""


_FIGURES: Final = frozenset({COUNT, NUMBER, PERCENT})
# What tells a figure without a number.
_OUTCOMES: Final = frozenset({"UPHELD", "RECTIFIED", "OTHER", "PENDING"})
_COLUMNS: Final = frozenset(
    {
        *("NATURAL_PERSON", "COMMERCIAL_ENTERPRISE", "RESEARCH_INSTITUTION"),
        *("PUBLIC_WELFARE_ORGANIZATION", "LEGAL_SERVICE_INSTITUTION"),
    }
)
_SAYING: Final = frozenset({"NONE", "ALL", *_OUTCOMES})
_ALONE: Final = frozenset({PERCENT, "LITIGATION_DIRECT", "LITIGATION_AFTER_RECONSIDERATION", *_OUTCOMES})
_NOTHING: Final = Quantity(Decimal(0), Decimal(0), Decimal(0))
# Rules of the grammar that tell a figure in another way than by its number.
_FORMS: Final = {"none": Form.NONE, "share": Form.SHARE, "same": Form.SAME, "alone": Form.ALONE}
# Heads that stand without others.
_BARE: Final = {
    "row": "result",
    "column": "applicant",
    "outcome": "outcome",
    "part": "dispute",
    "bare_other": "bare_other",
    "carried_on": "carried_on",
    "carried_over": "carried_over",
    "done": "answered",
    "carried_forward": "carried_forward",
    "carried_none": "carried_over",
}


_T = TypeVar("_T", Token, "_Sign")


class _Sign(NamedTuple):
    """A token as the parser sees it: its kind, and its number in the chunk."""

    kinds: tuple[str]
    at: int

    @property
    def type(self) -> str:
        """Its one kind."""
        return self.kinds[0]


def statements_in(chunk: Chunk) -> Iterator[Statement]:
    """What the words of a chunk state, whatever it is about."""
    tokens = chunk.tokens
    types = tuple([token.type for token in tokens])
    if types == (COUNT,) and chunk.summed:
        yield Statement(
            subjects=(Subject("due", ("SUM",)),),
            quantity=tokens[0].quantity or _NOTHING,
            start=tokens[0].start,
            end=tokens[0].end,
        )
    if len(tokens) == 1 and not _says_alone(types[0]):
        return
    for told in _told(types):
        behind = types[told.last + 1 :]
        if told.figure == told.first and behind[:1] == ("AND",) and _FIGURES.isdisjoint(behind):
            # 3件予以公开和部分公开: of both together. 2件属过程性信息、不予公开 says it twice.
            if len(behind) != 2 or not types[told.last].startswith(f"{behind[1]}_"):
                continue
        if _is_bare(told, types) and not (behind[:1] == ("AND",) or (not behind and not chunk.followed)):
            continue
        quantity = _NOTHING if told.figure is None else tokens[told.figure].quantity or _NOTHING
        # No disputes of both kinds are none of each.
        each = told.form is Form.STATED and quantity == _NOTHING
        for subjects in [(subject,) for subject in told.subjects] if each else [told.subjects]:
            yield Statement(
                subjects=subjects,
                quantity=quantity,
                start=tokens[told.first].start,
                end=tokens[told.last].end,
                within=told.within,
                whole=told.whole,
                form=told.form,
            )


def _says_alone(type: str) -> bool:
    """Whether a word says a figure by itself: of one request, 自然人 and 予以公开."""
    return type in _ALONE or type in _COLUMNS or type.startswith("REQUESTS_")


def trimmed(tokens: Sequence[_T]) -> Sequence[_T]:
    """Tokens without a conjunction at either end."""
    start = bool(tokens) and tokens[0].type in ("AND", "RESPECTIVELY")
    end = len(tokens) - (len(tokens) > start and tokens[-1].type == "AND")
    return tokens[start:end]


@frozen
class _Told:
    """A statement by the numbers of its tokens in the chunk."""

    subjects: tuple[Subject, ...]
    figure: int | None
    first: int
    last: int
    whole: str | None
    form: Form
    within: tuple[Subject, ...] = ()


def _is_bare(told: _Told, types: tuple[str, ...]) -> bool:
    """Whether its number has no unit, and no word for a number before it."""
    at = told.figure or 0
    return at > 0 and types[at] == NUMBER and types[at - 1].startswith("REQUESTS_")


@lru_cache(maxsize=4096)
def _told(types: tuple[str, ...]) -> tuple[_Told, ...]:
    """What words of these types tell: the same types tell the same, and few come up again and again."""
    signs: Sequence[_Sign] = [_Sign((type,), at) for at, type in enumerate(types)]
    found: list[_Told] = []
    if len(signs) == 1:
        tree, _ = _parse(signs)
        return tuple(told for part in (tree.parts() if tree is not None else ()) for told in _read(part))
    while any(sign.type in _FIGURES or sign.type in _SAYING for sign in signs):
        tree, signs = _parse(signs)
        for part in tree.parts() if tree is not None else ():
            found += _read(part)
    return tuple(found)


def _tree(signs: Sequence[_Sign]) -> Tree[_Sign]:
    return parser_of("narrative").parse(signs, _as_it_is)[0]


def _as_it_is(_kind: str, sign: _Sign) -> _Sign:
    return sign


def _parse(signs: Sequence[_Sign]) -> tuple[Tree[_Sign] | None, Sequence[_Sign]]:
    """The tree of the longest beginning that has one, and what stands behind it.

    Where there is none, what follows the next figure: words that are refused belong to it.
    """
    try:
        return _tree(signs), ()
    except RefusedError as error:
        end = error.at
    before, behind = trimmed(signs[:end]), signs[end:]
    joined = end and signs[end - 1].type == "AND"
    # 未办结3件 is that many, not none; 均予以公开答复 says more than 均予以公开.
    if joined or any(sign.type in _FIGURES for sign in before):
        try:
            return _tree(before), trimmed(behind)
        except RefusedError:
            pass
    if behind and behind[0].type == "AND":
        return None, behind[1:]
    figure = next((at for at, sign in enumerate(behind) if sign.type in _FIGURES), len(behind))
    return None, trimmed(behind[figure + 1 :])


def _read(tree: Tree[_Sign]) -> Iterator[_Told]:
    """What a branch of the tree tells: one statement for each figure."""
    signs = list(tree.leaves())
    places = [sign.at for sign in signs]
    subjects = tuple(_subjects(tree))
    figures = [sign.at for sign in signs if sign.type in _FIGURES]
    own: list[tuple[tuple[Subject, ...], int | None]]
    match tree.rule:
        case "respective" if len(figures) == len(subjects):
            own = [((subject,), figure) for subject, figure in zip(subjects, figures, strict=True)]
        case "respective":
            own = []
        case "each":
            own = [((subject,), figures[0]) for subject in subjects]
        case "none":
            own = [((subject,), None) for subject in _everybody(subjects)]
        case _:
            own = [(subjects, figures[0] if figures else None)]
    whole = next((_whole(part) for part in tree.find("whole")), None)
    form = _FORMS.get(tree.rule, Form.STATED)
    if tree.rule == "unlike":
        *disputes, outcome = subjects
        for dispute in disputes if all(one.rule == "dispute" for one in disputes) else ():
            yield _Told((outcome,), None, min(places), max(places), None, Form.NONE, (dispute,))
        return
    for of, figure in own:
        yield _Told(of, figure, min(places), max(places), whole, form)


def _everybody(subjects: tuple[Subject, ...]) -> tuple[Subject, ...]:
    """Natural persons and others, none of whom has asked: there are no requests."""
    columns = {word for subject in subjects for word in subject.words if subject.rule == "applicant"}
    if "NATURAL_PERSON" in columns and len(columns - {"RECEIVED", "REQUEST", "APPLICATION"}) > 1:
        return (Subject("received", ("RECEIVED", "REQUEST")),)
    return subjects


def _subjects(tree: Tree[_Sign]) -> Iterator[Subject]:
    noun = next((_words(part) for part in tree.find("noun")), ())
    for part in tree.parts():
        if part.rule == "subjects":
            yield from (_subject(subject, noun) for subject in part.parts())
        elif part.rule in _BARE:
            yield Subject(_BARE[part.rule], _words(part))


def _subject(tree: Tree[_Sign], noun: tuple[str, ...] = ()) -> Subject:
    return Subject(tree.rule, _words(tree) + noun)


def _words(tree: Tree[_Sign]) -> tuple[str, ...]:
    return tuple(sign.type for sign in tree.leaves())


def _whole(tree: Tree[_Sign]) -> str:
    return {"ACCEPTED": "accepted", "HANDLED": "handled", "ANSWERED": "answered"}.get(
        _words(tree)[0], "received"
    )
