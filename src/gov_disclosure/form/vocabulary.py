"""The words of the form, read from ``grammar/*.lark``: the one place where labels and headings stand.

A terminal is a name and its wordings in the order in which they are written; the first is the form's own.
Lark reads the same files for the structure of a report; here only names and wordings are taken.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType

from gov_disclosure.form.grammars import grammar_text
from gov_disclosure.form.on_demand import on_demand

_TOKEN = re.compile(
    r'//[^\n]*|^(?:%extend +)?(?P<name>[A-Z][A-Z0-9_]*)\s*:|"(?P<word>(?:\\.|[^"\\])*)"', re.MULTILINE
)
_IMPORT = on_demand(r"^%import \.(?P<file>\w+) \((?P<names>[^)]*)\)", re.MULTILINE)
_ESCAPE = re.compile(r"\\(.)")


def any_of(wordings: Iterable[str]) -> str:
    """A pattern for any of the wordings, the longest first."""
    return "|".join(re.escape(wording) for wording in sorted(wordings, key=len, reverse=True))


@cache
def terminals(name: str) -> Mapping[str, tuple[str, ...]]:
    """Each terminal that ``grammar/<name>.lark`` defines, with its wordings in the order of the file."""
    words: dict[str, list[str]] = {}
    for token in _TOKEN.finditer(grammar_text(name)):
        if token["name"]:
            words[token["name"]] = []
        elif token["word"] is not None:
            words[next(reversed(words))].append(_ESCAPE.sub(r"\1", token["word"]))
    return MappingProxyType({name: tuple(wordings) for name, wordings in words.items()})


@cache
def imported(name: str) -> Mapping[str, tuple[str, ...]]:
    """Each terminal that ``grammar/<name>.lark`` takes from another file, with its wordings there."""
    lines = _IMPORT.finditer(grammar_text(name))
    return MappingProxyType(
        {kind: terminals(line["file"])[kind] for line in lines for kind in line["names"].split(", ")}
    )
