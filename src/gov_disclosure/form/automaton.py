"""A parse table at work. What it does to a stack of states for tokens of some kinds is worked out once."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, Final, NamedTuple, Protocol, TypeVar

from gov_disclosure.form.plain import Rule, Table
from gov_disclosure.form.trees import Tree

Kinds = tuple[str, ...]
T = TypeVar("T", bound="Ambiguous")
L = TypeVar("L")

_END: Final = ("$END",)
# Grammars nest no deeper than their rules, so there are few stacks, and few kinds meet one.
MOST_STACKS: Final = 1024
MOST_MOVES: Final = 1024


class Ambiguous(Protocol):
    """A token that can be of several kinds."""

    @property
    def kinds(self) -> Kinds:
        """In order of preference: it becomes the first that can stand where it stands."""


class Parser(Protocol):
    """What runs a grammar."""

    def parse(self, tokens: Iterable[T], leaf: Callable[[str, T], L]) -> tuple[Tree[L], tuple[L, ...]]:
        """The tree of tokens, and its leaves; ``leaf`` makes one of a kind and a token.

        Raises:
            RefusedError: none of a token's kinds can stand where it stands, or the tokens end too early.
        """


class RefusedError(Exception):
    """A token can't stand where it stands."""

    def __init__(self, at: int) -> None:
        super().__init__(at)
        self.at = at
        """Its number; for an end that comes too early, that of tokens."""


class _NoMoveError(Exception):
    """No kind can be shifted."""


_Reduction = Callable[[list[Any]], None]


class _Move(NamedTuple):
    kind: str
    reductions: tuple[_Reduction, ...]
    stack: "_Stack"


class _Stack(dict[Kinds, _Move]):
    """A stack of states: the moves from it, by the kinds of the token that comes."""

    __slots__ = ("_automaton", "states")

    states: tuple[int, ...]

    def __init__(self, automaton: "Automaton", states: tuple[int, ...]) -> None:
        super().__init__()
        self._automaton = automaton
        self.states = states

    def __missing__(self, kinds: Kinds) -> _Move:
        move = self._automaton.move(self.states, kinds)
        if len(self) >= MOST_MOVES:
            self.clear()
        self[kinds] = move
        return move


class Automaton:
    """Runs a table. It may be used by several threads at once: what it remembers is only added, or dropped."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._reductions = tuple(map(_reduction, table.rules))
        self._stacks: dict[tuple[int, ...], _Stack] = {}

    def parse(self, tokens: Iterable[T], leaf: Callable[[str, T], L]) -> tuple[Tree[L], tuple[L, ...]]:
        """As :meth:`Parser.parse`."""
        values: list[Any] = []
        leaves: list[L] = []
        stack = self._stack((self._table.start,))
        try:
            for token in tokens:
                kind, reductions, stack = stack[token.kinds]
                for reduce in reductions:
                    reduce(values)
                value = leaf(kind, token)
                leaves.append(value)
                values.append(value)
            for reduce in stack[_END].reductions:
                reduce(values)
        except _NoMoveError:
            raise RefusedError(len(leaves)) from None
        return values[0], tuple(leaves)

    def move(self, states: tuple[int, ...], kinds: Kinds) -> _Move:
        """What a token of some kinds does to a stack; it becomes the first of them that can be shifted.

        An LALR state may offer a token that is refused once what came before has been reduced, because states
        of different sections share it. So the reductions are followed.
        """
        for kind in kinds:
            if move := self._follow(list(states), kind):
                return move
        raise _NoMoveError

    def _follow(self, states: list[int], kind: str) -> _Move | None:
        table = self._table
        reductions: list[_Reduction] = []
        while True:
            action = table.states[states[-1]].get(kind)
            if action is None:
                return None
            if action >= 0:
                return _Move(kind, tuple(reductions), self._stack((*states, action)))
            rule = table.rules[~action]
            del states[len(states) - rule.size :]
            states.append(table.states[states[-1]][rule.origin])
            reductions.append(self._reductions[~action])
            if kind == _END[0] and states[-1] == table.end:
                return _Move(kind, tuple(reductions), self._stack(tuple(states)))

    def _stack(self, states: tuple[int, ...]) -> _Stack:
        known = self._stacks.get(states)
        if known is None:
            if len(self._stacks) >= MOST_STACKS:
                self._stacks.clear()
            known = self._stacks[states] = _Stack(self, states)
        return known


def _reduction(rule: Rule) -> _Reduction:
    """What a rule does to the values, in the shortest way that it allows."""
    if rule.name is None and rule.size == 2 and rule.keep == ((0, True), (1, False)):
        return _append
    if rule.name is not None and not rule.single and rule.keep == ((0, False),) and rule.size == 1:
        return _wrap(rule.name)
    if rule.name is not None and rule.keep == ((0, False), (1, False)) and rule.size == 2:
        return _pair(rule.name)
    return partial(_reduce, rule)


def _append(values: list[Any]) -> None:
    value = values.pop()
    values[-1].append(value)


def _wrap(name: str) -> _Reduction:
    def wrap(values: list[Any]) -> None:
        values[-1] = _new(Tree, (name, (values[-1],)))

    return wrap


def _pair(name: str) -> _Reduction:
    def pair(values: list[Any]) -> None:
        last = values.pop()
        values[-1] = _new(Tree, (name, (values[-1], last)))

    return pair


def _reduce(rule: Rule, values: list[Any]) -> None:
    first = len(values) - rule.size
    children: list[Any] = []
    for at, inlined in rule.keep:
        if inlined:
            children += values[first + at]
        else:
            children.append(values[first + at])
    del values[first:]
    if rule.name is None:
        values.append(children)
    elif rule.single and len(children) == 1:
        values.append(children[0])
    else:
        values.append(_new(Tree, (rule.name, tuple(children))))


# A tree in full: by its name it takes twice as long.
_new = tuple.__new__
