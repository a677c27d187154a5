"""Numbers as a workbook shows them, by the format of their cell; what is rounded or a date is unreadable."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Final

from attrs import frozen

from gov_disclosure.form.folding import UNCLEAR

GENERAL: Final = "General"
_ACCOUNT: Final = '_(* #,##0{0}_);_(* \\(#,##0{0}\\);_(* "-"_);_(@_)'
_DATE: Final = "yyyy/m/d"
BUILT_IN: Final[Mapping[int, str]] = {
    0: GENERAL, 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?",
    13: "# ??/??", 37: "#,##0_);(#,##0)", 38: "#,##0_);(#,##0)", 39: "#,##0.00_);(#,##0.00)",
    40: "#,##0.00_);(#,##0.00)", 41: _ACCOUNT.format(""), 42: _ACCOUNT.format(""), 43: _ACCOUNT.format(".00"),
    44: _ACCOUNT.format(".00"), 48: "##0.0E+0", 49: "@",
    **dict.fromkeys((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)), _DATE),
}  # fmt: skip
"""The formats that no workbook writes down, by their numbers."""
_TOKEN: Final = re.compile(
    r'"(?P<words>[^"]*)"|\\(?P<one>.)|_.|\*.|(?P<general>General|G/通用格式)|\[\$(?P<unit>[^\]-]*)[^\]]*\]'
    r"|\[(?P<said>[^\]]*)\]|(?P<digits>[0#?][0#?,]*(?:\.[0#?]*)?|\.[0#?]+)|(?P<other>.)",
    re.DOTALL | re.IGNORECASE,
)
_SECTION: Final = re.compile(r'((?:"[^"]*"|\\.|[^;"\\])*)(?:;|\Z)', re.DOTALL)
_COLORS: Final = re.compile(
    r"black|blue|cyan|green|magenta|red|yellow|color *\d+|黑色|蓝色|青色|绿色|红色|黄色", re.IGNORECASE
)
_PLAIN: Final = " -+()$¥￥,:、。"
# More digits than Excel keeps are none.
_DIGITS: Final = 15
_FARTHEST: Final = 20


@frozen
class _Part:
    """A part of a section: words, or the places of digits."""

    text: str
    are_digits: bool = False


def shown(value: str, code: str, *, shows_zeros: bool = True) -> str:
    """What a person sees of a number; a sign that is nothing else where that is no whole writing of it."""
    number = _number(value)
    if number is None:
        return UNCLEAR
    if not number and not shows_zeros:
        return ""
    sections = _sections(code)
    at = 0
    if len(sections) > 1 and number < 0:
        at, number = 1, -number
    elif len(sections) > 2 and not number:
        at = 2
    parts = _parts(sections[at])
    if parts is None:
        return UNCLEAR
    return _written(number, parts)


def shown_text(text: str, code: str) -> str:
    """What a person sees of a text."""
    sections = _sections(code)
    return text if len(sections) < 4 or "@" in sections[3] else ""


def _number(value: str) -> Decimal | None:
    try:
        number = Decimal(value.strip())
    except InvalidOperation:
        return None
    if not number.is_finite() or abs(number.adjusted()) > _FARTHEST:
        return None
    digits = len(number.as_tuple().digits)
    # What a computer adds beyond that is no part of what was written.
    return round(number, _DIGITS - 1 - number.adjusted()) if digits > _DIGITS and number else number


@lru_cache(maxsize=256)
def _sections(code: str) -> Sequence[str]:
    found = [one[1] for one in _SECTION.finditer(code[:1000])]
    return found[:-1] if len(found) > 1 and not found[-1] and not code.endswith(";") else found or [GENERAL]


@lru_cache(maxsize=256)
def _parts(section: str) -> Sequence[_Part] | None:
    """The parts of a section; ``None`` for one that makes something else of a number: a date, a fraction."""
    found: list[_Part] = []
    for token in _TOKEN.finditer(section):
        part = _part(token)
        if part is None:
            return None
        found.append(part)
    return found if sum(part.are_digits for part in found) < 2 else None


def _part(token: re.Match[str]) -> _Part | None:
    name = token.lastgroup
    said = token[name] if name else ""
    if name == "digits" or name == "general":
        # A comma behind the digits leaves out thousands.
        return None if said.endswith(",") else _Part(said, are_digits=True)
    if name == "said":
        return _Part("") if _COLORS.fullmatch(said) else None
    if name == "other":
        if said == "@":
            return _Part(GENERAL, are_digits=True)
        return _Part(said) if said in _PLAIN or said == "%" or not said.isascii() else None
    return _Part(said)


def _written(number: Decimal, parts: Sequence[_Part]) -> str:
    percent = sum(part.text.count("%") for part in parts if not part.are_digits)
    number = number.scaleb(2 * percent)
    texts = list(_texts(number, parts))
    return UNCLEAR if None in texts else "".join(filter(None, texts))


def _texts(number: Decimal, parts: Sequence[_Part]) -> Iterator[str | None]:
    if number < 0:
        yield "-"
    for part in parts:
        yield _digits(abs(number), part.text) if part.are_digits else part.text


def _digits(number: Decimal, places: str) -> str | None:
    """A number in places for digits; ``None`` if it has more than these."""
    if places[0] not in "0#?.":
        text = f"{number:f}"
        return text.rstrip("0").rstrip(".") if "." in text else text
    whole, _, rest = places.partition(".")
    if round(number, len(rest)) != number:
        return None
    text = f"{number:.{len(rest)}f}"
    before, _, behind = text.partition(".")
    least = rest.count("0")
    while len(behind) > least and behind.endswith("0"):
        behind = behind[:-1]
    before = before.lstrip("0").rjust(whole.count("0"), "0")
    if "," in whole:
        before = f"{int(before):,}" if before else ""
    return f"{before}.{behind}" if behind else before
