"""Style sheets parted into rules: what is declared of which selectors, and whether that holds on a screen.

A sheet is gone over once. What a browser drops is dropped; what only some browsers or screens take holds
perhaps (``None``), as do the rules of a kind that is not known here.
"""

import re
import sys
from collections.abc import Iterator
from typing import Final, NamedTuple

from attrs import define, field

from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.sources.pages.truth import Truth, both

# No sheet that is written by people is deeper; what is, holds perhaps for all that its outer rules stand for.
_DEEPEST = 12
_STRING = r"\"(?:[^\"\\\n]|\\.)*+\"?|'(?:[^'\\\n]|\\.)*+'?"
_COMMENT = on_demand(rf"({_STRING})|/\*.*?(?:\*/|\Z)", re.DOTALL)
_SIGN = on_demand(rf"{_STRING}|url\(\s*+[^\"'\s()][^()]*+\)|\\.|[{{}};()]", re.DOTALL)
_ESCAPE = on_demand(r"\\(?:([0-9a-fA-F]{1,6})[ \t\n]?|(.))", re.DOTALL)
_SCRIPT_SIGNS = on_demand(r"<!--|-->")
_AT = on_demand(r"@([-\w]+)(.*)", re.DOTALL)
COMMENT: Final = "\0"
"""What stands in the place of a comment: it parts words, and is no space."""
KEYFRAMES: Final = "@keyframes"
"""What stands first of the selectors in what tells how something moves."""
# Their blocks hold no rules for elements, or for none as the page first shows it.
_NO_RULES = on_demand(
    r"@(?:-\w+-)?(?:font|page|property|counter-style|color-profile|view-transition|position-try|viewport)"
)
_NOT_ON_SCREEN = on_demand(r"(?:only\s+)?(?:print|speech|tty|tv|projection|handheld|braille|embossed|aural)\b")
_ON_SCREEN = on_demand(r"(?:only\s+)?(?:screen|all)")
_WIDTH = on_demand(r"\(\s*(min|max)-(?:device-)?width\s*:\s*(\d{1,5}(?:\.\d{1,4})?)(px|em|rem)\s*\)")
_AND = on_demand(r"\s+and\s+")
# A page is read on a screen that is so many pixels wide.
_NARROWEST, _WIDEST = 1000, 1900
_EM = 16
_SPACE = f" \t\r\n\f{COMMENT}"


class Declaration(NamedTuple):
    """What is said of one property."""

    name: str
    value: str
    important: bool


class Block(NamedTuple):
    """Declarations, and of what they are made."""

    selectors: tuple[str, ...]
    """The outer first, where rules stand in each other."""
    declared: tuple[Declaration, ...]
    holds: Truth
    layer: int = 0
    """What stands in no layer goes before all layers, and those that are named later before the earlier."""


def declared_in(css: str) -> tuple[Declaration, ...]:
    """What an attribute declares."""
    parser = _Parser(_without_comments(css))
    return tuple(declared for block in parser.blocks(in_rule=True) for declared in block.declared)


def blocks_of(css: str, holds: Truth = True) -> Iterator[Block]:
    """The rules of a sheet in order."""
    return _Parser(_SCRIPT_SIGNS.sub(" ", _without_comments(css)), holds).blocks(in_rule=False)


def unescaped(text: str) -> str:
    """The characters that escapes stand for."""
    return _ESCAPE.sub(_character, text) if "\\" in text else text


def holds_on_screen(query: str) -> Truth:
    """Whether a query of media holds where a page is read."""
    if not query.strip(_SPACE):
        return True
    found = [_holds(one.strip(_SPACE)) for one in query.lower().split(",")]
    if True in found:
        return True
    return None if None in found else False


def _holds(query: str) -> Truth:
    if _NOT_ON_SCREEN.match(query):
        return False
    truth: Truth = True
    for part in _AND.split(query):
        if not _ON_SCREEN.fullmatch(part):
            truth = both(truth, _has_width(part))
    return truth


def _has_width(part: str) -> Truth:
    found = _WIDTH.fullmatch(part)
    if found is None:
        return None
    width = float(found[2]) * (1 if found[3] == "px" else _EM)
    if found[1] == "min":
        return True if width <= _NARROWEST else None if width <= _WIDEST else False
    return False if width < _NARROWEST else None if width < _WIDEST else True


def _without_comments(css: str) -> str:
    return _COMMENT.sub(lambda found: found[1] or COMMENT, css) if "/*" in css else css


def _character(found: re.Match[str]) -> str:
    return chr(min(int(found[1], 16), sys.maxunicode)) if found[1] else found[2]


class _Open(NamedTuple):
    """A block that has begun."""

    selectors: tuple[str, ...]
    holds: Truth
    layer: int
    declared: list[Declaration]
    is_rule: bool
    is_skipped: bool = False


@define(eq=False)
class _Parser:
    css: str
    holds: Truth = True
    layers: dict[str, int] = field(factory=dict)

    def blocks(self, *, in_rule: bool) -> Iterator[Block]:
        stack = [_Open((), self.holds, 0, [], in_rule)]
        at = inside = 0
        for sign in _SIGN.finditer(self.css):
            which = sign[0]
            if which == "(":
                inside += 1
            elif which == ")":
                inside = max(inside - 1, 0)
            elif which not in "{};" or inside:
                continue
            else:
                said = self.css[at : sign.start()].strip(_SPACE)
                if which == "{":
                    stack.append(self._opened(stack, said))
                    at = sign.end()
                elif which == "}" and len(stack) == 1:
                    # A browser takes it for part of what follows.
                    continue
                else:
                    at = sign.end()
                    self._say(stack[-1], said)
                    if which == "}":
                        yield from _closed(stack.pop())
        self._say(stack[-1], self.css[at:].strip(_SPACE))
        while stack:
            yield from _closed(stack.pop())

    def _say(self, top: _Open, said: str) -> None:
        """Take in what ends without a block."""
        if said.startswith("@"):
            found = _AT.match(said)
            if found and found[1].lower() == "layer":
                for name in found[2].split(","):
                    self._layer(name.strip())
        elif top.is_rule and not top.is_skipped:
            name, colon, value = said.partition(":")
            name, value = unescaped(name.strip(_SPACE)), value.replace(COMMENT, " ").strip()
            important = value.lower().endswith("important") and value[:-9].rstrip().endswith("!")
            if important:
                value = value[:-9].rstrip()[:-1].rstrip()
            is_own = name.startswith("--")
            if colon and (value or is_own):
                top.declared.append(Declaration(name if is_own else name.lower(), value, important))

    def _opened(self, stack: list[_Open], said: str) -> _Open:
        top = stack[-1]
        if top.is_skipped or _NO_RULES.match(said.lower()):
            return top._replace(declared=[], is_skipped=True)
        if len(stack) > _DEEPEST:
            return top._replace(declared=[], holds=both(top.holds, None))
        if not said.startswith("@"):
            return top._replace(selectors=(*top.selectors, said), declared=[], is_rule=True)
        found = _AT.match(said)
        name, asked = (found[1].lower(), found[2].strip(_SPACE)) if found else ("", "")
        if name.endswith("keyframes"):
            return top._replace(selectors=(KEYFRAMES, asked), declared=[])
        if name == "media":
            return top._replace(holds=both(top.holds, holds_on_screen(asked)), declared=[])
        if name == "layer" and not top.layer:
            return top._replace(layer=self._layer(asked), declared=[])
        # Whether it holds here nobody can tell.
        return top._replace(holds=both(top.holds, None), declared=[])

    def _layer(self, name: str) -> int:
        """How a layer ranks."""
        return self.layers.setdefault(name or f" {len(self.layers)}", len(self.layers) + 1) - 10**6


def _closed(block: _Open) -> Iterator[Block]:
    if block.declared and block.holds is not False:
        yield Block(block.selectors, tuple(block.declared), block.holds, block.layer)
