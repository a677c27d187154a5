"""Numerals of numbered paragraphs: 一 1 ① 甲 IV, as Word counts."""

from collections.abc import Callable, Mapping
from typing import Final

_DIGITS: Final = "零一二三四五六七八九"
_LEGAL: Final = "零壹贰叁肆伍陆柒捌玖"
_LEGAL_TRADITIONAL: Final = "零壹貳參肆伍陸柒捌玖"
_UNITS: Final = ("", "十", "百", "千")
_LEGAL_UNITS: Final = ("", "拾", "佰", "仟")
_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LARGEST: Final = 9999
_TEEN: Final = 20
_LETTERS: Final = 26


def _counted(digits: str = _DIGITS, units: tuple[str, ...] = _UNITS) -> Callable[[int], str]:
    def write(number: int) -> str:
        if not 0 < number <= _LARGEST:
            return str(number)
        text, gap = "", False
        for place in reversed(range(len(units))):
            digit = number // 10**place % 10
            if digit:
                text += (digits[0] if gap else "") + digits[digit] + units[place]
            gap = bool(text) and not digit
        ten = digits[1] + units[1]
        return text[1:] if number < _TEEN and digits is _DIGITS and text.startswith(ten) else text

    return write


def _one_by_one(number: int) -> str:
    return "".join("〇一二三四五六七八九"[int(digit)] for digit in str(number))


def _among(signs: str) -> Callable[[int], str]:
    return lambda number: signs[number - 1] if 0 < number <= len(signs) else str(number)


def _run(first: str, count: int) -> str:
    return "".join(chr(ord(first) + step) for step in range(count))


def _letters(first: str) -> Callable[[int], str]:
    def write(number: int) -> str:
        # The same letter again and again: A … Z, AA, BB.
        if not 0 < number <= _LETTERS * _LETTERS:
            return str(number)
        return chr(ord(first) + (number - 1) % _LETTERS) * (1 + (number - 1) // _LETTERS)

    return write


def _roman(number: int) -> str:
    if not 0 < number <= _LARGEST:
        return str(number)
    text = ""
    for value, sign in _ROMAN:
        text += sign * (number // value)
        number %= value
    return text


_COUNTED: Final = _counted()
_FORMATS: Final[Mapping[str, Callable[[int], str]]] = {
    "none": lambda _: "",
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": lambda number: str(number).translate({48 + at: 0xFF10 + at for at in range(10)}),
    "numberInDash": lambda number: f"- {number} -",
    "chineseCounting": _COUNTED,
    "chineseCountingThousand": _COUNTED,
    "taiwaneseCounting": _COUNTED,
    "taiwaneseCountingThousand": _COUNTED,
    "japaneseCounting": _COUNTED,
    "koreanCounting": _COUNTED,
    "chineseLegalSimplified": _counted(_LEGAL, _LEGAL_UNITS),
    "ideographLegalTraditional": _counted(_LEGAL_TRADITIONAL, _LEGAL_UNITS),
    "ideographDigital": _one_by_one,
    "japaneseDigitalTenThousand": _one_by_one,
    "taiwaneseDigital": _one_by_one,
    "ideographTraditional": _among("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _among("子丑寅卯辰巳午未申酉戌亥"),
    "ideographEnclosedCircle": _among("㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"),
    "decimalEnclosedCircle": _among(_run("①", 20)),
    "decimalEnclosedCircleChinese": _among(_run("①", 20)),
    "decimalEnclosedParen": _among(_run("⑴", 20)),
    "decimalEnclosedFullstop": _among(_run("⒈", 20)),
    "upperLetter": _letters("A"),
    "lowerLetter": _letters("a"),
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerRoman": _roman,
}


OF_CODES: Final[Mapping[int, str]] = {
    0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter", 10: "ideographDigital",
    11: "japaneseCounting", 14: "decimalFullWidth", 18: "decimalEnclosedCircle", 19: "decimalFullWidth",
    22: "decimalZero", 23: "bullet", 26: "decimalEnclosedFullstop", 27: "decimalEnclosedParen",
    28: "decimalEnclosedCircleChinese", 29: "ideographEnclosedCircle", 30: "ideographTraditional",
    31: "ideographZodiac", 33: "taiwaneseCounting", 34: "ideographLegalTraditional",
    35: "taiwaneseCountingThousand", 36: "taiwaneseDigital", 37: "chineseCounting",
    38: "chineseLegalSimplified", 39: "chineseCountingThousand", 57: "numberInDash", 255: "none",
}  # fmt: skip
"""The forms by the numbers that Word of before 2007 has for them."""


def form_of_code(code: str) -> str:
    """The form that such a number names; digits for one that is not known."""
    return OF_CODES.get(int(code), "decimal") if code.isascii() and code.isdigit() else "decimal"


def numeral(number: int, form: str) -> str:
    """A number in a form that Word names; plain digits for one that it does not."""
    return _FORMATS.get(form, str)(number)
