"""The grammar at work: lexemes into the tree of ``grammar/report.lark``."""

from collections.abc import Sequence

from gov_disclosure.form.grammars import parser_of
from gov_disclosure.form.trees import Tree
from gov_disclosure.parsing.lexemes import Leaf, Lexeme


def parse_tree(lexemes: Sequence[Lexeme]) -> tuple[Tree[Leaf], tuple[Leaf, ...]]:
    """The tree of a report, and its leaves: a lexeme each, with the kind that it has where it stands.

    The tree has one child for each of preamble and six sections, empty where the text has none; or the preamble
    and one child for all behind it, where that is on an older form.
    """
    return parser_of("report").parse(lexemes, _leaf)


def _leaf(kind: str, lexeme: Lexeme) -> Leaf:
    return lexeme if kind == lexeme.type else _new(Lexeme, (kind, *lexeme[1:]))


_new = tuple.__new__
