"""Wordings: what the types of a chunk's words tell by ``grammar/narrative.lark``, whatever they are about."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import Final, NamedTuple, TypeVar

from attrs import frozen

from gov_disclosure.form.automaton import RefusedError
from gov_disclosure.form.grammars import parser_of
from gov_disclosure.form.trees import Tree
from gov_disclosure.narrative.clauses import COUNT, NUMBER, PERCENT, Token


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
    ASSURED = "assured"
    """By words that say that all requests have been dealt with."""
    ALONE = "alone"
    """The same, by an outcome without more words."""


@frozen
class Subject:
    """What a figure is of: a rule of the grammar and the terminals in it."""

    rule: str
    words: tuple[str, ...]


@frozen
class Wording:
    """A statement by the numbers of its tokens in the chunk."""

    subjects: tuple[Subject, ...]
    figure: int | None
    first: int
    last: int
    whole: str | None
    form: Form
    within: tuple[Subject, ...] = ()


FIGURES: Final = frozenset({COUNT, NUMBER, PERCENT})
COLUMNS: Final = frozenset(
    {
        *("NATURAL_PERSON", "COMMERCIAL_ENTERPRISE", "RESEARCH_INSTITUTION"),
        *("PUBLIC_WELFARE_ORGANIZATION", "LEGAL_SERVICE_INSTITUTION"),
    }
)
OUTCOMES: Final = frozenset({"UPHELD", "RECTIFIED", "OTHER", "PENDING"})
# What tells a figure without a number.
_SAYING: Final = frozenset({"NONE", "ALL", *OUTCOMES})
# Rules of the grammar that tell a figure in another way than by its number.
_FORMS: Final = {
    "none": Form.NONE,
    "unlike": Form.NONE,
    "assured": Form.ASSURED,
    "share": Form.SHARE,
    "same": Form.SAME,
    "alone": Form.ALONE,
}
ASSURED: Final = Subject("assured", ())
_WHOLE: Final = frozenset({"received", "newly_received", "accepted", "handled"})
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
    "disclosed": "disclosed",
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


@lru_cache(maxsize=4096)
def worded(types: tuple[str, ...]) -> tuple[Wording, ...]:
    """What words of these types tell: the same types tell the same, and few come up again and again."""
    signs: Sequence[_Sign] = [_Sign((type,), at) for at, type in enumerate(types)]
    found: list[Wording] = []
    if len(signs) == 1 or (
        types[:1] and types[0] in COLUMNS and FIGURES.isdisjoint(types) and _SAYING.isdisjoint(types)
    ):
        tree, _ = _parse(signs)
        return tuple(told for part in (tree.parts() if tree is not None else ()) for told in _read(part))
    while any(sign.type in FIGURES or sign.type in _SAYING for sign in signs):
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
    joined = end > 0 and signs[end - 1].type == "AND"
    # 零收件、零答复
    lacking = behind[:1] and behind[0].type == "AND" and any(sign.type == "NONE" for sign in before)
    if joined or lacking or any(sign.type in FIGURES for sign in before):
        try:
            return _tree(before), trimmed(behind)
        except RefusedError:
            pass
    if behind and behind[0].type == "AND":
        return None, behind[1:]
    figure = next((at for at, sign in enumerate(behind) if sign.type in FIGURES), len(behind))
    return None, trimmed(behind[figure + 1 :])


def _read(tree: Tree[_Sign]) -> Iterator[Wording]:
    """What a branch of the tree tells: one statement for each figure."""
    signs = list(tree.leaves())
    places = [sign.at for sign in signs]
    figures = [sign.at for sign in signs if sign.type in FIGURES]
    whole = next((_whole(part) for part in tree.find("whole")), None)
    made = next((_words(part)[0].lower() for part in tree.find("made")), "")
    form = _FORMS.get(tree.rule, Form.STATED)
    of = tuple(_as_made(subject, made) for subject in _subjects(tree))
    for subjects, figure, within in _told(tree.rule, of, figures):
        yield Wording(subjects, figure, min(places), max(places), whole, form, within)


def _as_made(subject: Subject, made: str) -> Subject:
    """Documents that were not made are no issued ones, and not none at all."""
    return Subject(made, subject.words) if made and subject.rule == "bare_document" else subject


_Part = tuple[tuple[Subject, ...], int | None, tuple[Subject, ...]]


def _told(rule: str, subjects: tuple[Subject, ...], figures: list[int]) -> list[_Part]:
    """What is told, by which figure, and within what."""
    figure = figures[0] if figures else None
    match rule:
        case "respective" if len(figures) == len(subjects):
            return [((subject,), at, ()) for subject, at in zip(subjects, figures, strict=True)]
        case "respective":
            return []
        case "each":
            return [((subject,), figure, ()) for subject in subjects]
        case "none":
            return [((subject,), None, ()) for subject in _everybody(subjects)]
        case "assured":
            whole = all(subject.rule in _WHOLE for subject in subjects)
            return [((ASSURED,), None, ())] if whole else []
        case "unlike" | "upshot":
            *disputes, outcome = subjects
            known = all(dispute.rule == "dispute" for dispute in disputes)
            each = known and (len(disputes) == 1 or rule == "unlike")
            return [((outcome,), figure, (dispute,)) for dispute in disputes if each]
        case _:
            return [(subjects, figure, ())]


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


def trimmed(tokens: Sequence[_T]) -> Sequence[_T]:
    """Tokens without a conjunction at either end."""
    start = bool(tokens) and tokens[0].type in ("AND", "RESPECTIVELY")
    end = len(tokens) - (len(tokens) > start and tokens[-1].type == "AND")
    return tokens[start:end]
