"""Statements: the known words of a clause, parsed by ``grammar/narrative.lark``, as figures of something."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from enum import StrEnum
from functools import cache
from importlib.resources import as_file, files
from typing import Any, Final

from attrs import frozen
from lark import Lark, Tree
from lark.exceptions import UnexpectedToken
from lark.lexer import Lexer

from gov_disclosure.prose import Token
from gov_disclosure.quantities import Quantity


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
class Head:
    """What a figure is of: a rule of the grammar and the terminals in it."""

    rule: str
    words: tuple[str, ...]


@frozen(kw_only=True)
class Statement:
    """One figure, and what it is of."""

    heads: tuple[Head, ...]
    """Several are counted together."""
    quantity: Quantity
    start: int
    """Offset in the text of the section."""
    end: int
    within: tuple[Head, ...] = ()
    """For a kind of applicant, an outcome or a share: what was spoken of before it."""
    whole: str | None = None
    """For a share, the rule of what it is a share of, where the sentence says that."""
    form: Form = Form.STATED
    with_carried_over: bool = False
    """Whether the sentence counts in what was carried over."""


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
    in_time: bool
    """What they say is said of what was done in time."""


# What tells a figure without a number.
_SAYING: Final = frozenset({"NONE", "ALL", "UPHELD", "RECTIFIED", "OTHER", "PENDING"})
_NOTHING: Final = Quantity(Decimal(0), Decimal(0), Decimal(0))
# Rules of the grammar that tell a figure in another way than by its number.
_FORMS: Final = {"none": Form.NONE, "share": Form.SHARE, "same": Form.SAME, "alone": Form.ALONE}
# Heads that stand without others.
_BARE: Final = {
    "row": "result",
    "column": "applicant",
    "outcome": "outcome",
    "part": "dispute",
    "carried_forward": "carried_forward",
    "carried_none": "carried_over",
}


class _TokenLexer(Lexer):
    """Hands tokens to the parser as they are."""

    __future_interface__ = 2

    def __init__(self, _conf: object) -> None: ...

    def lex(self, lexer_state: Any, _parser_state: Any) -> Iterator[Any]:
        """The tokens."""
        yield from lexer_state.text


def load_narrative(*, debug: bool = False) -> Lark:
    """The parser of ``grammar/narrative.lark``; with ``debug``, Lark logs every conflict in it."""
    with as_file(files("gov_disclosure") / "grammar") as folder:
        path = str(folder / "narrative.lark")
        return Lark.open(path, parser="lalr", lexer=_TokenLexer, start="chunk", debug=debug)


_parser = cache(load_narrative)


def statements_in(chunk: Chunk) -> Iterator[Statement]:
    """What the words of a chunk state, whatever it is about."""
    tokens = chunk.tokens
    while any(token.quantity or token.type in _SAYING for token in tokens):
        tree, tokens = _parse(tokens)
        if tree is not None:
            for part in tree.children:
                if isinstance(part, Tree):
                    yield from _read(part)


def trimmed(tokens: Sequence[Token]) -> Sequence[Token]:
    """Tokens without a conjunction at either end."""
    start = bool(tokens) and tokens[0].type in ("AND", "RESPECTIVELY")
    end = len(tokens) - (len(tokens) > start and tokens[-1].type == "AND")
    return tokens[start:end]


def _parse(tokens: Sequence[Token]) -> "tuple[Tree[Any] | None, Sequence[Token]]":
    """The tree of the longest beginning of tokens that has one, and the tokens behind it.

    Where there is none, what follows the next figure: words that are refused belong to it.
    """
    parser: Any = _parser()
    try:
        return parser.parse(tokens), ()
    except UnexpectedToken as error:
        refused: Any = error.token
    end = tokens.index(refused) if refused in tokens else len(tokens)
    before, behind = trimmed(tokens[:end]), tokens[end:]
    joined = end and tokens[end - 1].type == "AND"
    # 未办结3件 is that many, not none; 均予以公开答复 says more than 均予以公开.
    if joined or any(token.quantity for token in before):
        try:
            return parser.parse(before), trimmed(behind)
        except UnexpectedToken:
            pass
    if refused.type == "AND":
        return None, behind[1:]
    figure = next((at for at, token in enumerate(behind) if token.quantity), len(behind))
    return None, trimmed(behind[figure + 1 :])


def _read(tree: "Tree[Any]") -> Iterator[Statement]:
    """The statements of a branch of the tree: one for each figure."""
    tokens = list(tree.scan_values(lambda value: isinstance(value, Token)))
    start, end = min(token.start for token in tokens), max(token.end for token in tokens)
    heads = tuple(_heads(tree))
    numbers = [token.quantity for token in tokens if token.quantity]
    told: list[tuple[tuple[Head, ...], Quantity]]
    match tree.data:
        case "respective" if len(numbers) == len(heads):
            told = [((head,), number) for head, number in zip(heads, numbers, strict=True)]
        case "respective":
            told = []
        case "each":
            told = [((head,), numbers[0]) for head in heads]
        case "none":
            told = [((head,), _NOTHING) for head in heads]
        case _:
            told = [(heads, numbers[0] if numbers else _NOTHING)]
    whole = next((_whole(part) for part in tree.find_data("whole")), None)
    for own, number in told:
        yield Statement(
            heads=own,
            quantity=number,
            start=start,
            end=end,
            whole=whole,
            form=_FORMS.get(tree.data, Form.STATED),
        )


def _heads(tree: "Tree[Any]") -> Iterator[Head]:
    noun = next((_words(part) for part in tree.find_data("noun")), ())
    for part in tree.children:
        if isinstance(part, Tree) and part.data == "heads":
            yield from (_head(head, noun) for head in part.children if isinstance(head, Tree))
        elif isinstance(part, Tree) and part.data in _BARE:
            yield Head(_BARE[part.data], _words(part))


def _head(tree: "Tree[Any]", noun: tuple[str, ...] = ()) -> Head:
    return Head(str(tree.data), _words(tree) + noun)


def _words(tree: "Tree[Any]") -> tuple[str, ...]:
    return tuple(token.type for token in tree.scan_values(lambda value: isinstance(value, Token)))


def _whole(tree: "Tree[Any]") -> str:
    return {"HANDLED": "handled", "ANSWERED": "answered"}.get(_words(tree)[0], "received")
