"""Folding: what two writings of one label have in common. For matching only; nothing folded is reported."""

import re
import unicodedata
from functools import lru_cache

# Word's hidden bookmarks, as converters print them: "[bookmark: _GoBack]".
_MARK = re.compile(r"\[bookmark:[^\]\[\n]{0,80}\]")
# Markdown's escapes: "1\\.属于国家秘密".
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
# White space, zero-width characters and quotation marks: they come and go between writings of one label.
_NOISE = re.compile("[\\s\u200b-\u200f\u2060\ufeff\u00ad\"'‘’“”「」『』]+")
_ENUMERATOR = re.compile(
    r"\(([一二三四五六七八九十]|\d{1,2})\)[、.,:]?|([一二三四五六七八九十]|\d{1,2})[、.,:]?"
)

_WIDE_TO_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_PADDING = " \t\r\n\v\f\x1c\x1d\x1e\x1f\x85\xa0\u2000-\u200f\u2028\u2029\u202f\u205f\u2060\u3000\ufeff"
_PAD = re.compile(f"[{_PADDING}]+")


def without_marks(text: str) -> str:
    """The text without the marks that a converter, not the office, has put in."""
    return _MARK.sub("", text) if "[bookmark" in text else text


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """One form for all widths, spacings, line breaks, quotation marks and compatibility characters."""
    text = _ESCAPE.sub("", without_marks(text)) if "\\" in text else without_marks(text)
    return _NOISE.sub("", unicodedata.normalize("NFKC", text))


def narrow(text: str) -> str:
    """Full-width signs and digits made narrow, padding gone from both ends, one space for any inside.

    Weaker than :func:`fold` on purpose: "1 2" stays two numbers, "3²" does not become 32.
    """
    return _PAD.sub(" ", text.translate(_WIDE_TO_NARROW)).strip(" ")


def split_enumerator(folded: str) -> tuple[str, str]:
    """A folded label as enumerator ("一", "(一)", "1", "") and rest: "(一)、予以公开" → "(一)", "予以公开"."""
    match = _ENUMERATOR.match(folded)
    if match is None or match.end() == len(folded):
        return "", folded
    return (f"({match[1]})" if match[1] else match[2]), folded[match.end() :]
