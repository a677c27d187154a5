"""A cell's dress: tags of a page, Markdown and maths around a number, which a reader of the page never sees.

Only dress that is known to leave a number what it is comes off, and each piece of it leaves a space: what
stood in two pieces never runs together. All else stays: what is struck through, raised or hidden is no number.
"""

import re
from collections.abc import Iterator

from gov_disclosure.form.on_demand import on_demand

_TAG = on_demand(r"</?([a-zA-Z][a-zA-Z0-9:]*)((?:\s[^<>]{0,2000})?)/?>")
# What shows a text as it is, in some type or place.
_PLAIN_TAGS = frozenset(
    (
        "b",
        "strong",
        "i",
        "em",
        "u",
        "font",
        "span",
        "p",
        "div",
        "center",
        "big",
        "br",
        "nobr",
        "code",
        "tt",
        "a",
        "o:p",
        # Muse's span.
        "class",
    )
)
_ATTRIBUTE = on_demand(r"\s+([a-zA-Z:-]+)\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'=]+)")
_PLAIN_ATTRIBUTES = frozenset(
    ("style", "class", "lang", "xml:lang", "color", "face", "size", "align", "id", "name", "href", "target")
)
# A class is known by its name alone: these hide, strike or raise.
_DOUBTFUL_CLASS = on_demand(
    r"hid|invisible|none|sr-?only|screen-?reader|del|strike|struck|through|su[bp]|raise|note|fn|ref|\bold\b",
    re.IGNORECASE,
)
# Of a style, what leaves a text as it is. No display, position, opacity or clipping.
_PLAIN_STYLE = on_demand(
    r"(?:font|background|border|margin|padding)(?:-[a-z-]+)?|color|text-(?:align|indent|autospace|justify)|line-height"
    r"|text-decoration|text-underline|letter-spacing|word-(?:break|wrap)|white-space|layout-grid-mode|tab-stops"
    r"|punctuation-[a-z]+|mso-(?!hide|text-raise)[a-z-]+"
)
# White on white, of no size, outside of its place, or struck.
_DOUBTFUL_STYLE = on_demand(
    r"color:(?:[a-z]*white|snow|ivory|azure|transparent|hsl|var|#(?:[ef]{3}|(?:[ef][0-9a-f]){3,4})\Z"
    r"|rgba?\(2[2-5]\d,2[2-5]\d,2[2-5]\d|rgba\(.*,0?(?:\.0\d*)?\))"
    r"|font(?:-size)?:(?:0(?:\.0+)?|[01](?:\.\d+)?(?:px|pt))(?![.\d])"
    r"|(?:margin|text-indent|padding|letter-spacing).*-\d|.*line-through|font.*:.*su(?:b|per)\b"
)
_UPRIGHT = frozenset(("vertical-align:baseline", "vertical-align:middle", "vertical-align:top"))
# What pandoc writes of a stretch of text with a look of its own: [规章]{.MsoNormal style="font-size:12px"}.
_SPAN = on_demand(r"\[([^\[\]]{0,400})\]\{((?:[^{}\"]|\"[^\"]*\"){1,400})\}")
_SPAN_ATTRIBUTE = on_demand(r"\s*(?:\.([\w-]+)|#[\w-]+|([a-zA-Z:-]+)=(\"[^\"]*\"|[^\s\"]+))(?=\s|\Z)")
# The space of a web page, by its names.
_SPACE = on_demand(r"&(?:nbsp|ensp|emsp|thinsp|#160|#12288|#x(?:0?a0|3000));", re.IGNORECASE)
# Signs of a number by their places in Unicode, as Textile's are: &#45;5.
_REFERENCE = on_demand(r"&#(4[3-7]);")
_EMPHASIS = on_demand(r"(\*{2,3}|_{2,3}|`{1,2})([^*_`]+)\1|(?<!\\)([*_])(?=\S)([^*_`]+)(?<=[^\s\\])\3")
_MATHS = on_demand(r"(?<!\\)(\$\$?)([^$]+)(?<!\\)\1|\\{1,2}\(([^()]+?)\\{1,2}\)")
_TYPE = on_demand(r"\\(?:math(?:bf|rm|it|sf|tt)|text(?:bf|rm|it)?|boldsymbol|bm|mbox)\s*\{([^{}\\^_]*)\}")
_COMMA = on_demand(r"\{,\}")
_BRACED = on_demand(r"\s*\{([^{}\\^_]*)\}\s*")
_NO_PLAIN_MATHS = on_demand(r"[\\^_{}=<>]")
# In the place of what came off: it parts digits as a space does, but a mark may stand around it.
_GAP = "\u200b"
_DEEPEST = 3


def without_plain_tags(text: str) -> str:
    """The text without tags that leave it as it is."""
    return _TAG.sub(lambda tag: " " if _is_plain(tag) else tag[0], text) if "<" in text else text


def without_plain_spans(text: str) -> str:
    """The text without pandoc's marks of stretches whose look leaves them as they are."""
    for _ in range(_DEEPEST):
        if "]{" not in text:
            break
        text = _SPAN.sub(lambda span: f" {span[1]} " if _is_plain_span(span[2]) else span[0], text)
    return text


def without_tags(text: str) -> str:
    """The text without any tags."""
    return _TAG.sub(" ", text) if "<" in text else text


def undressed(text: str) -> str:
    """What a reader of the page sees of a cell, as far as that is certain."""
    text = without_plain_spans(without_plain_tags(text))
    if "&" in text:
        text = _REFERENCE.sub(lambda found: chr(int(found[1])), _SPACE.sub(" ", text))
    if "$" in text or "\\(" in text:
        text = _MATHS.sub(_plain_maths, text)
    for _ in range(_DEEPEST):
        if "*" not in text and "_" not in text and "`" not in text:
            break
        dressed, text = text, _EMPHASIS.sub(lambda match: f"{_GAP}{match[2] or match[4]}{_GAP}", text)
        if text == dressed:
            break
    return text


def _is_plain(tag: re.Match[str]) -> bool:
    name, attributes = tag[1].lower(), tag[2].removesuffix("/")
    if name not in _PLAIN_TAGS:
        return False
    return not attributes.strip() or (
        not _ATTRIBUTE.sub("", attributes).strip()
        and all(_is_plain_attribute(name.lower(), value) for name, value in _attributes(attributes))
    )


def _is_plain_span(attributes: str) -> bool:
    return not _SPAN_ATTRIBUTE.sub("", attributes).strip() and all(
        _is_plain_attribute("class", found[1])
        if found[1]
        else _is_plain_attribute(found[2].lower(), found[3].strip('"'))
        for found in _SPAN_ATTRIBUTE.finditer(attributes)
        if found[1] or found[2]
    )


def _attributes(text: str) -> Iterator[tuple[str, str]]:
    # It loads the names of all entities, and few texts have a tag with attributes in a cell.
    from html import unescape

    return ((found[1], unescape(found[2].strip("\"'"))) for found in _ATTRIBUTE.finditer(text))


def _is_plain_attribute(name: str, value: str) -> bool:
    if name not in _PLAIN_ATTRIBUTES:
        return False
    if name == "style":
        return is_plain_style(value)
    if name in ("class", "id", "name"):
        return name == "name" or is_plain_class(value)
    if name == "color":
        return _is_plain_style(f"color:{value.lower()}")
    # A link to a note of the page is a note's mark.
    return not (name == "href" and value.lstrip().startswith("#"))


def is_plain_class(names: str) -> bool:
    """Whether a class leaves a text as it is, as far as its name tells."""
    return not _DOUBTFUL_CLASS.search(names)


def is_plain_style(style: str) -> bool:
    """Whether declarations of a style leave a text as it is."""
    return all(map(_is_plain_style, filter(str.strip, style.lower().split(";"))))


def _is_plain_style(style: str) -> bool:
    name, colon, value = style.partition(":")
    written = f"{name.strip()}:{''.join(value.split())}"
    known = written in _UPRIGHT or _PLAIN_STYLE.fullmatch(name.strip()) is not None
    # A browser passes over what is no declaration.
    return not colon or (known and _DOUBTFUL_STYLE.match(written) is None)


def _plain_maths(maths: re.Match[str]) -> str:
    """What a formula shows if it is but a number, else the formula as it is."""
    inner = _COMMA.sub(",", maths[2] or maths[3])
    for _ in range(_DEEPEST):
        inner = _TYPE.sub(r" \1 ", inner).strip()
        if braced := _BRACED.fullmatch(inner):
            inner = braced[1]
    return maths[0] if _NO_PLAIN_MATHS.search(inner) else f" {inner} "
