"""Folding: what two writings of one label have in common. For matching only; nothing folded is reported."""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final

from gov_disclosure.form.dress import without_plain_spans
from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.form.vocabulary import any_of, terminals

# A tag left in the text, and what makes Markdown bold. A label that is struck through is none.
_TAG = on_demand(r"</?[a-zA-Z][^<>]{0,300}>")
_TAG_BUT_STRUCK = on_demand(r"</?(?!(?:s|del|strike)\b)[a-zA-Z][^<>]{0,300}>")
UNCLEAR: Final = "\ufffc"
"""Stands for what is shown and can't be read. No number has it."""
NOT_SHOWN: Final = "\u2064"
"""Stands for each character of a page that is not shown. It has no width, and parts no words of a label."""
_BOLD = on_demand(r"\*\*|__")
# Markdown's escapes: "1\\.属于国家秘密".
_ESCAPE = on_demand(r"\\(?=[!-/:-@\[-`{-~])")
# What breaks a line in a cell of Org: "信息\\\\", and in one of DokuWiki: "信息\\\\ 内容".
_BREAK = on_demand(r"\\+[^\S\n]*(?=\n|\Z)|\\{2}[^\S\n]++")
# White space, what has no width (joiners, directions, variation selectors) and quotation marks: they come and
# go between writings of one label.
_NOISE = re.compile(
    "[\\s\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef"
    "\"'‘’‚‛“”„‟′‵〝〞〟「」『』]+"
)
# White space, and what has no width alone.
_UNSEEN = on_demand(
    "[\\s\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]+"
)
# A character that only some font knows. Beside a digit it may be one, and is kept.
_PRIVATE = "\ue000-\uf8ff"
_STRAY = on_demand(f"(?<![0-9{_PRIVATE}])[{_PRIVATE}]+(?![0-9{_PRIVATE}])")
# How a character is spoken, behind it: 報(bào)告. The mark of a tone tells it from (A类), (km) and the like.
_TONED = "āáǎàēéěèếềīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ\u0300\u0301\u0304\u030c"
_SPOKEN = on_demand(
    f"(?<=[\u3400-\u9fff])\\((?=[a-zêüɑɡ{_TONED}]*[{_TONED}])[a-zêüɑɡ{_TONED}]{{1,40}}\\)", re.IGNORECASE
)
# Signs of Chinese sentences. Normalizing is slow where it changes anything, and in most texts these are all.
_WIDE_SIGNS = [(sign, unicodedata.normalize("NFKC", sign)) for sign in "，（）：；％"]
# Putting combining characters in order takes more than linear time.
_LONGEST = 2000
_ENUMERATOR = re.compile(
    r"\(([一二三四五六七八九十]|\d{1,2})\)[、.,:]?|([一二三四五六七八九十]|\d{1,2})[、.,:]?"
)

_WIDE_TO_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_WIDE = re.compile("[\uff01-\uff5e]+")
_PADDING = " \t\r\n\v\f\x1c\x1d\x1e\x1f\x85\xa0\u180e\u2000-\u200f\u2028\u2029\u202f\u205f-\u2064\u3000\ufeff"
_PAD = re.compile(f"[{_PADDING}]+")


# What str.splitlines takes for the end of a line.
LINE_ENDS = "\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029"


def without_escapes(text: str) -> str:
    """The text without Markdown's backslashes before a sign."""
    return _ESCAPE.sub("", text) if "\\" in text else text


def without_signs(text: str, instead: str = "") -> str:
    """The text without the signs in square brackets that a converter has put in."""
    return _mark().sub(instead, text) if "[" in text else text


def without_marks(text: str) -> str:
    """The text without all that a converter, not the office, has put in: its signs, and tags of a page.

    What the page does not show goes too.
    """
    if NOT_SHOWN in text:
        text = text.replace(NOT_SHOWN, "")
    return without_signs(_TAG.sub("", text) if "<" in text else text)


def visible(text: str) -> str:
    """The characters that are seen of a text: no white space, nothing without width, no converter's marks."""
    return _UNSEEN.sub("", _BOLD.sub("", without_escapes(without_marks(text))))


def marks_length(text: str) -> int:
    """How many characters of white space and a converter's marks a text begins with."""
    match = _lead().match(text)
    return match.end() if match else 0


def fold(text: str) -> str:
    """One form for all widths, spacings, line breaks, quotation marks and variants of a character.

    Nothing that is matched is longer than what is folded.
    """
    # Of a longer text only so much is remembered, so that memory is bounded.
    return _folded(text if len(text) <= _LONGEST else text[:_LONGEST])


@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    text = without_signs(_TAG_BUT_STRUCK.sub("", text) if "<" in text else text)
    if "\\" in text:
        text = without_escapes(_BREAK.sub("", text))
    text = without_plain_spans(text)
    if "**" in text or "__" in text:
        text = _BOLD.sub("", text)
    for wide, narrow_sign in _WIDE_SIGNS:
        text = text.replace(wide, narrow_sign)
    text = _NOISE.sub("", unicodedata.normalize("NFKC", text))
    if _unusual().search(text):
        text = _SPOKEN.sub("", _STRAY.sub("", text.translate(_own_characters())))
    return text


def unify(text: str) -> str:
    """The form's own characters, each in its variant's place ("無" → "无"); all else as it is."""
    return text.translate(_own_characters()) if _unusual().search(text) else text


def prefix_length(text: str, folded: str, most: int) -> int:
    """How many characters of a text, ``most`` at the most, fold to ``folded``; all of it where none do."""
    ends = range(min(len(text), most) + 1)
    return next((end for end in ends if fold(text[:end]) == folded), len(text))


@cache
def _mark() -> re.Pattern[str]:
    """Word's hidden bookmarks and signs of a converter's own: "[bookmark: _GoBack]", "[TABLE_START]"."""
    words = terminals("marks")
    return re.compile(rf"(?:{any_of(words['BOOKMARK'])})[^\]\[\n]{{0,80}}\]|{any_of(words['CONVERTER_MARK'])}")


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(rf"(?:\s|{NOT_SHOWN}|{_mark().pattern}|{_TAG.pattern})*")


@cache
def _own_characters() -> Mapping[int, str]:
    """Each variant of a character, and the form's own."""
    return {ord(other): entry[0] for entry in terminals("characters")["CHARACTER"] for other in entry[1:]}


@cache
def _unusual() -> re.Pattern[str]:
    """What all but few texts are free of: variants, characters of a font, the marks of tones."""
    variants = "".join(map(chr, _own_characters()))
    return re.compile(f"[{variants}{_PRIVATE}{_TONED}{_TONED.upper()}]")


def narrow(text: str) -> str:
    """Full-width signs and digits made narrow, padding gone from both ends, one space for any inside.

    Weaker than :func:`fold` on purpose: "1 2" stays two numbers, "3²" does not become 32.
    """
    return squeezed(narrow_signs(text))


def squeezed(text: str) -> str:
    """Padding gone from both ends, one space for any inside."""
    return _PAD.sub(" ", text).strip(" ")


def narrow_signs(text: str) -> str:
    """Full-width signs and digits made narrow, and nothing else: each character keeps its place."""
    # All of a text takes several times as long to translate as the few signs in it.
    return _WIDE.sub(lambda signs: signs[0].translate(_WIDE_TO_NARROW), text)


def split_enumerator(folded: str) -> tuple[str, str]:
    """A folded label as enumerator ("一", "(一)", "1", "") and rest: "(一)、予以公开" → "(一)", "予以公开"."""
    match = _ENUMERATOR.match(folded)
    if match is None or match.end() == len(folded):
        return "", folded
    return (f"({match[1]})" if match[1] else match[2]), folded[match.end() :]
