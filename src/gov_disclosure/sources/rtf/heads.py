"""What an RTF file says at its head: its fonts with their code pages, and its colours."""

from typing import Final

from attrs import define, field

from gov_disclosure.sources.rtf.code_pages import LATIN, encoding_of, page_of_charset

_PARTS: Final = {"red": 0, "green": 1, "blue": 2}
_MOST: Final = 20_000


@define(eq=False)
class _Font:
    name: str = ""
    page: int | None = None


@define(eq=False)
class Fonts:
    """The fonts by their numbers."""

    encoding: str | None = LATIN
    """That of the file."""
    known: dict[int, _Font] = field(factory=dict)
    _now: _Font = field(factory=_Font)

    def word(self, word: str, number: int | None) -> None:
        """Take what stands in the table of fonts."""
        if word == "f" and len(self.known) < _MOST:
            self._now = self.known.setdefault(number or 0, _Font())
        elif word == "fcharset":
            self._now.page = self._now.page or page_of_charset(number or 0)
        elif word == "cpg" and number:
            self._now.page = number

    def text(self, text: str) -> None:
        """Take a part of a font's name."""
        self._now.name += text[:100]

    def encoding_of(self, number: int | None) -> str | None:
        """The encoding of text in a font."""
        font = None if number is None else self.known.get(number)
        return self.encoding if font is None or font.page is None else encoding_of(font.page)

    def name_of(self, number: int | None) -> str:
        """The name of a font."""
        font = None if number is None else self.known.get(number)
        return "" if font is None else font.name.rstrip("; ")


@define(eq=False)
class Colors:
    """The colours by their numbers, the first of which is none."""

    known: list[str] = field(factory=list)
    """Of six digits, or ``auto``."""
    _now: dict[int, int] = field(factory=dict)

    def word(self, word: str, number: int | None) -> None:
        """Take what stands in the table of colours."""
        if word in _PARTS:
            self._now[_PARTS[word]] = min(max(number or 0, 0), 255)

    def text(self, text: str) -> None:
        """Take the ends of colours."""
        for _ in range(min(text.count(";"), _MOST - len(self.known))):
            now, self._now = self._now, {}
            color = "".join(f"{now.get(part, 0):02x}" for part in range(3))
            self.known.append(color if now else "auto")

    def __getitem__(self, number: int | None) -> str:
        at = number or 0
        return self.known[at] if 0 <= at < len(self.known) else "auto"
