"""The grammars of the package: their texts, Lark for them, and the parser that runs them."""

import warnings
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from gov_disclosure.form.automaton import Automaton, L, Parser, RefusedError, T
from gov_disclosure.form.ready import file_of_package, keep, ready_table
from gov_disclosure.form.trees import Tree

if TYPE_CHECKING:
    from lark import Lark

STARTS: Final = {"report": "report", "narrative": "chunk"}
"""Grammar → the rule that it begins with."""


def grammar_text(name: str) -> str:
    """The text of ``grammar/<name>.lark`` as installed with the package."""
    return file_of_package(f"grammar/{name}.lark").decode("utf-8").replace("\r\n", "\n")


def load_lark(name: str, *, debug: bool = False) -> "Lark":
    """Lark with a grammar: tokens are handed in. With ``debug``, it logs every conflict."""
    from lark import Lark
    from lark.lexer import Lexer

    class NoLexer(Lexer):
        __future_interface__ = 2

        def __init__(self, _conf: object) -> None: ...

        def lex(self, _lexer_state: Any, _parser_state: Any) -> Iterator[Any]:
            return iter(())

    return Lark.open_from_package(
        "gov_disclosure",
        f"{name}.lark",
        ("grammar",),
        parser="lalr",
        lexer=NoLexer,
        start=STARTS[name],
        debug=debug,
    )


@cache
def parser_of(name: str) -> Parser:
    """The parser of a grammar."""
    ready = ready_table(name)
    if ready is not None:
        return Automaton(ready)
    from gov_disclosure.form.tables import UnknownTablesError, table_of

    lark = load_lark(name)
    try:
        table = table_of(lark)
    except UnknownTablesError:
        _warn()
        return LarkParser(lark)
    keep(name, table)
    return Automaton(table)


@cache
def _warn() -> None:
    from lark import __version__

    warnings.warn(
        f"the parse tables of lark {__version__} are not understood: reports are read the same, but slowly",
        RuntimeWarning,
        stacklevel=2,
    )


class LarkParser:
    """Runs a grammar by nothing but what Lark's documentation promises: slow, and the same trees."""

    def __init__(self, lark: "Lark") -> None:
        self._lark = lark

    def parse(self, tokens: Iterable[T], leaf: Callable[[str, T], L]) -> tuple[Tree[L], tuple[L, ...]]:
        """As :meth:`Parser.parse`."""
        from lark import Token, UnexpectedToken

        parser: Any = self._lark.parse_interactive()
        leaves: list[L] = []
        try:
            for at, token in enumerate(tokens):
                accepted = parser.accepts() if len(token.kinds) > 1 else token.kinds
                kind = next((kind for kind in token.kinds if kind in accepted), None)
                if kind is None:
                    raise RefusedError(at)
                parser.feed_token(Token(kind, str(at)))
                leaves.append(leaf(kind, token))
            tree: Any = parser.feed_eof()
        except UnexpectedToken:
            raise RefusedError(len(leaves)) from None
        return _converted(tree, leaves), tuple(leaves)


def _converted(tree: Any, leaves: list[L]) -> Tree[L]:
    children = (
        leaves[int(child)] if isinstance(child, str) else _converted(child, leaves) for child in tree.children
    )
    return Tree(str(tree.data), tuple(children))
