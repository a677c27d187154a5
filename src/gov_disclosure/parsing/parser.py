"""The grammar at work: lexemes into the tree of ``grammar/report.lark``."""

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import as_file, files
from typing import Any

from lark import Lark, Tree
from lark.lexer import Lexer, LexerState
from lark.parsers.lalr_analysis import Reduce, Shift

from gov_disclosure.parsing.lexemes import PROSE, Leaf, Lexeme


class _ContextualLexer(Lexer):
    """Gives each lexeme the first of its kinds that can stand where the parser is, and PROSE if none can."""

    __future_interface__ = 2

    def __init__(self, _conf: object) -> None:
        # The grammar nests no deeper than its rules, so there are not many stacks, and few kinds meet one.
        self.chosen: dict[tuple[Any, ...], str] = {}

    def lex(self, lexer_state: LexerState, parser_state: Any) -> Iterator[Any]:
        states = parser_state.parse_conf.parse_table.states
        stack = parser_state.state_stack
        lexemes: Sequence[Lexeme]
        leaves: list[Leaf]
        source: Any = lexer_state.text
        lexemes, leaves = source
        chosen = self.chosen
        for lexeme in lexemes:
            kinds = lexeme.kinds
            known = (kinds, *stack)
            kind = chosen.get(known)
            if kind is None:
                kind = next((kind for kind in kinds[:-1] if _can_stand(states, stack, kind)), PROSE)
                chosen[known] = kind
            leaf = Leaf(kind, *lexeme)
            leaves.append(leaf)
            yield leaf


def _can_stand(states: Any, stack: list[Any], kind: str) -> bool:
    """Whether the parser would shift a token of this kind now.

    An LALR state may offer a token that is refused once what came before has been reduced, because states of
    different sections share it. So the reductions are followed on the numbers of the states alone.
    """
    action, argument = states[stack[-1]].get(kind, _REFUSED)
    if action is not Reduce:
        return action is Shift
    # Repetitions are left-recursive, so the stack is never deeper than the grammar's rules are nested.
    ahead = stack.copy()
    while action is Reduce:
        del ahead[len(ahead) - len(argument.expansion) :]
        ahead.append(states[ahead[-1]][argument.origin.name][1])
        action, argument = states[ahead[-1]].get(kind, _REFUSED)
    return action is Shift


_REFUSED = (None, None)


def load_grammar(*, debug: bool = False) -> Lark:
    """The parser of ``grammar/report.lark``; with ``debug``, Lark logs every conflict in it."""
    with as_file(files("gov_disclosure") / "grammar") as folder:
        return Lark.open(
            str(folder / "report.lark"), parser="lalr", lexer=_ContextualLexer, start="report", debug=debug
        )


_parser = cache(load_grammar)


def parse_tree(lexemes: Sequence[Lexeme]) -> "tuple[Tree[Any], tuple[Leaf, ...]]":
    """The tree of a report, and its leaves: a lexeme each, with the kind that it has where it stands.

    The tree has one child for each of preamble and six sections, empty where the text has none.
    """
    parser: Any = _parser()
    leaves: list[Leaf] = []
    tree: Tree[Any] = parser.parse((lexemes, leaves))
    return tree, tuple(leaves)
