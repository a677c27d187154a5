"""The grammar at work: lexemes into the tree of ``grammar/report.lark``."""

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import as_file, files
from typing import Any

from lark import Lark, Tree
from lark.lexer import Lexer, LexerState

from gov_disclosure.lex import PROSE, Lexeme


class _ContextualLexer(Lexer):
    """Gives each lexeme the first of its kinds that can stand where the parser is, and PROSE if none can."""

    __future_interface__ = 2

    def __init__(self, _conf: object) -> None: ...

    def lex(self, lexer_state: LexerState, parser_state: Any) -> Iterator[Any]:
        states = parser_state.parse_conf.parse_table.states
        lexemes: Any = lexer_state.text
        for lexeme in lexemes:
            expected = states[parser_state.position]
            lexeme.type = next((kind for kind in lexeme.kinds if kind in expected), PROSE)
            yield lexeme


def load_grammar(*, strict: bool = False) -> Lark:
    """The parser of ``grammar/report.lark``; ``strict`` has Lark refuse any conflict in it."""
    with as_file(files("gov_disclosure") / "grammar") as folder:
        return Lark.open(
            str(folder / "report.lark"), parser="lalr", lexer=_ContextualLexer, start="report", strict=strict
        )


_parser = cache(load_grammar)


def parse_tree(lexemes: Sequence[Lexeme]) -> "Tree[Any]":
    """The tree of a report: one child for each of preamble and six sections, empty where the text has none."""
    parser: Any = _parser()
    tree: Tree[Any] = parser.parse(lexemes)
    return tree
