"""Calls of Typst: where their arguments begin and end, through strings, contents and comments."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from gov_disclosure.form.on_demand import on_demand

COMMENT: Final = r"(?<!:)//[^\n]*+|/\*(?:[^*]|\*(?!/))*+(?:\*/|\Z)"
# Content without anything that tells more than what it says.
PLAIN: Final = r"\[[^\[\]\\#`/]*+\]"
_CLOSING = {"(": ")", "[": "]", "{": "}"}
_BRACKETS = frozenset("()[]{}")
# Within brackets stands content, and there only these tell anything; a call in it has arguments of code.
_IN_CODE = on_demand(rf'{COMMENT}|"(?:[^"\\]|\\.)*+"|{PLAIN}|[()\[\]{{}},:]', re.DOTALL)
_IN_CONTENT = on_demand(rf"{COMMENT}|\\.|`[^`]*+`|#[\w.-]*+[({{]|[\[\]]", re.DOTALL)
_MOST_TOKENS = 40_000
_DEEPEST = 24


class Argument(NamedTuple):
    """An argument of a call, by its place in the text."""

    name: str
    """Empty for one that its place names."""
    start: int
    end: int


class Call(NamedTuple):
    """A call, or what else stands in parentheses."""

    arguments: tuple[Argument, ...]
    end: int
    """Behind its parenthesis."""


def call_at(text: str, at: int) -> Call | None:
    """The call whose parenthesis opens at a place; ``None`` where it has no end."""
    open_signs = ["("]
    arguments: list[Argument] = []
    start, name, place = at + 1, "", at + 1
    tokens = _IN_CODE
    for _ in range(_MOST_TOKENS):
        token = tokens.search(text, place)
        if token is None:
            return None
        place = token.end()
        sign = token[0]
        if sign[0] == "[" and len(sign) > 1:
            if len(open_signs) >= _DEEPEST:
                return None
            continue
        sign = sign[-1] if sign[0] == "#" else sign
        if sign in _BRACKETS:
            if not _nests(open_signs, sign):
                return None
            if not open_signs:
                return Call(_filled(text, [*arguments, Argument(name, start, token.start())]), place)
            tokens = _IN_CONTENT if open_signs[-1] == "[" else _IN_CODE
        elif len(open_signs) == 1 and sign == ",":
            arguments.append(Argument(name, start, token.start()))
            start, name = place, ""
        elif len(open_signs) == 1 and sign == ":" and not name:
            start, name = place, text[start : token.start()].strip()
    return None


def _nests(open_signs: list[str], sign: str) -> bool:
    """Take in a bracket; whether it can stand where it stands."""
    if sign in _CLOSING:
        open_signs.append(sign)
        return len(open_signs) <= _DEEPEST
    return _CLOSING[open_signs.pop()] == sign


def _filled(text: str, arguments: Sequence[Argument]) -> tuple[Argument, ...]:
    return tuple([one for one in arguments if text[one.start : one.end].strip()])


def content_end(text: str, at: int) -> int:
    """Behind the content whose bracket opens at a place; 0 where it has no end."""
    depth, place = 0, at
    for _ in range(_MOST_TOKENS):
        token = _IN_CONTENT.search(text, place)
        if token is None:
            return 0
        place = token.end()
        if token[0][0] == "#" and token[0][-1] == "(":
            call = call_at(text, token.end() - 1)
            if call is None:
                return 0
            place = call.end
        depth += (token[0] == "[") - (token[0] == "]")
        if not depth:
            return place
    return 0
