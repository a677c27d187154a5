r"""What LaTeX prints of its source: not what stands behind a false condition, in a comment or behind its end.

    \iffalse 规章 & 1 & 2 \\ \fi    \begin{comment} … \end{comment}    % 规章 & 1 & 2 \\    \phantom{0}5

What is not printed becomes characters that are not shown, one for each, so that all else keeps its place. Of a
condition that nobody can know but LaTeX, neither way is printed.
"""

import re
from collections.abc import Iterator

from gov_disclosure.form.folding import NOT_SHOWN
from gov_disclosure.form.on_demand import on_demand

_SIGNS = ("\\if", "\\begin{")
_TOKEN = on_demand(
    # The end of a row, and what begins no command.
    r"\\[\\%{}&]"
    r"|(?P<comment>^[ \t]*+%[^\n]*+)"
    r"|\\(?P<opens>if(?!f(?![a-zA-Z])|thenelse)[a-zA-Z@]*+)|\\(?P<turns>else)(?![a-zA-Z])|\\(?P<closes>fi)(?![a-zA-Z])"
    r"|\\begin\{(?P<begins>comment)\}|\\end\{(?P<ends>comment)\}|\\end\{(?P<last>document)\}"
    r"|(?P<phantom>\\[hv]?phantom\s*\{[^{}]{0,80}\})",
    re.MULTILINE,
)
_NO_LINE_END = on_demand(r"[^\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
_WIDE = on_demand(r"\\h?phantom")
_NEVER, _ALWAYS = "iffalse", "iftrue"
_ENVIRONMENTS = ("comment", "document")


def printed_text(text: str) -> str:
    """The text without what LaTeX does not print, if it is one of LaTeX."""
    if not any(sign in text for sign in _SIGNS):
        return text
    shown: list[str] = []
    at = 0
    for start, end in _hidden(text):
        if end > at:
            start = max(start, at)
            # A phantom is as wide as what it hides, and parts what stands on its sides.
            sign = " " if _WIDE.match(text, start, end) else NOT_SHOWN
            shown += (text[at:start], _NO_LINE_END.sub(sign, text[start:end]))
            at = end
    return "".join((*shown, text[at:])) if shown else text


def _hidden(text: str) -> Iterator[tuple[int, int]]:
    """The stretches that are not printed, in order: the signs themselves, and what stands between them."""
    around: list[str] = []
    at = 0
    for token in _TOKEN.finditer(text):
        if any(around):
            yield at, token.end()
        elif token.lastgroup:
            yield token.span()
        at = token.end()
        _turn(around, token)
    if any(around):
        yield at, len(text)


def _turn(around: list[str], token: re.Match[str]) -> None:
    """Take a sign into what stands around the text behind it; an empty one prints that."""
    kind, inner = token.lastgroup, around[-1] if around else _NEVER
    if inner in _ENVIRONMENTS:
        if kind == "ends" and inner == token["ends"]:
            around.pop()
    elif kind in ("opens", "begins", "last"):
        around.append("" if token["opens"] == _ALWAYS else token[kind])
    elif kind == "turns" and around and inner in ("", _NEVER):
        around[-1] = "" if inner else _ALWAYS
    elif kind == "closes" and around:
        around.pop()
