"""Characters that a page writes by their names or numbers in Unicode: ``&#x653f;``, ``&nbsp;``.

Tools that make pages of PDFs write all of a text so. What is a sign in some layout stays as it is.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from unicodedata import category

from attrs import evolve, frozen

from gov_disclosure.form.folding import UNCLEAR
from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.model.issues import Location

_REFERENCE = on_demand(r"&(?:#[0-9]{2,6}|#[xX][0-9a-fA-F]{2,5}|[a-zA-Z][a-zA-Z0-9]{1,24});")
# Letters, numbers, punctuation and spaces; lines that are drawn, and what breaks a line, are none of these.
_WRITTEN = ("L", "N", "P", "Zs")
_NO_WORDS = "<>| \t\r\n"
_LAST_ASCII = "\x7f"


@frozen(eq=False)
class Characters:
    """A page with its characters in the place of their references, and where each stood."""

    text: str
    moved: Mapping[int, Sequence[tuple[int, int]]]
    """The columns behind the characters of a line that were references, and how far these had moved it."""

    def origin(self, location: Location) -> Location:
        """Where in the page what stands in the text was found."""
        of_line = self.moved.get(location.line, ())
        index = bisect_right(of_line, location.column, key=_column) - 1
        return evolve(location, column=location.column + of_line[index][1]) if index >= 0 else location


def _column(moved: tuple[int, int]) -> int:
    return moved[0]


def with_characters(text: str) -> Characters | None:
    """A page whose characters are all written out; ``None`` where they are, or the text is no page."""
    if "&" not in text or "</" not in text:
        return None
    parts: list[str] = []
    moved: dict[int, list[tuple[int, int]]] = {}
    for number, line in enumerate(text.splitlines(keepends=True), 1):
        if "&" in line and (of_line := _put_in(line, parts)):
            moved[number] = of_line
        elif "&" not in line:
            parts.append(line)
    return Characters("".join(parts), moved) if moved else None


def _put_in(line: str, parts: list[str]) -> list[tuple[int, int]]:
    """Add a line's text with its characters, and say what they have moved."""
    moved: list[tuple[int, int]] = []
    done = shift = 0
    for found in _REFERENCE.finditer(line):
        character = _character(found[0])
        if character and not (character.isspace() and _is_padding(line, found.start(), found.end())):
            parts += [line[done : found.start()], character]
            done = found.end()
            shift += len(found[0]) - 1
            moved.append((done - shift + 1, shift))
    parts.append(line[done:])
    return moved


def _is_padding(line: str, start: int, end: int) -> bool:
    """Whether a space parts no words of a text."""
    return not line[start - 1 : start].strip(_NO_WORDS) or not line[end : end + 1].strip(_NO_WORDS)


def _character(reference: str) -> str:
    """The character that a reference means; empty if it has to stay."""
    # Its table of names takes its time to load.
    from html import unescape

    character = unescape(reference)
    if len(character) != 1 or character == UNCLEAR or not category(character).startswith(_WRITTEN):
        return ""
    return character if character > _LAST_ASCII or character.isalnum() else ""
