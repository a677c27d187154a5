"""What a cell's text says: a number, nothing, "not applicable", or something that is not a number."""

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache, lru_cache
from typing import Final, NamedTuple

from gov_disclosure.form.comparisons import is_comparison
from gov_disclosure.form.dress import undressed, without_plain_spans, without_plain_tags, without_tags
from gov_disclosure.form.fields import Kind, Number, State
from gov_disclosure.form.folding import UNCLEAR, narrow, squeezed, unify, without_escapes, without_signs
from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.form.vocabulary import any_of, terminals

# Longer runs of digits are no count of anything: page furniture, telephone numbers, damage.
_MOST_DIGITS = 15
_DIGITS = re.compile(r"[0-9]+")
_WIDE_DIGIT = on_demand("[\uff10-\uff19]")
_AMOUNT = on_demand(r"[0-9][0-9,]*(?:\.[0-9]+)?")
_YEAR = on_demand(r"20[0-9]{2} ?年")
# What is left of a number that a line end has cut: ".6", "5,", "1.2.3".
_BROKEN = on_demand(r"[0-9.,]*[0-9][0-9.,]*")
_LONGEST = 200
# A cell with its dress on: tags of a word processor are long.
_LONGEST_DRESSED = 4000
# A word in brackets, and a command of maths: no letters of what the cell says.
_WORD_OF_TOOL = on_demand(r"\[[^\[\]]*\]|\\[a-zA-Z]+")
_GROUP = on_demand(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】|〔[^〔〕]*〕")
# Digits with marks around: struck, raised, starred, with the mark of a note. Of letters only those that are
# digits in a circle or above the line; a dash or a point may make another number of it.
_SIGN = r"[^\w\-–—/:;.,、]*"
# What may not be part of a text as it is read, or part its digits otherwise.
_DRESS = re.compile(rf"[<＜&$\[\\{UNCLEAR}]")
_TWO_NUMBERS = re.compile("[0-9０-９][^0-9０-９]+[0-9０-９]")
_MARKED = on_demand(rf"[$~^_*{{}}=`+ ]*[0-9][0-9.,]*{_SIGN}(?:[^\W\d_a-zA-Z\u3400-\u9fff]{_SIGN})?")


class CellText(NamedTuple):
    """A cell's text, read without regard to its column."""

    state: State
    digits: str = ""
    """The number without sign, unit and separators: "1234", "0.092"."""
    sign: str = ""
    """"+", "-" or nothing, from +, -, 增, 减 and the like."""
    unit: str | None = None
    problem: str = ""
    """The code of the issue, for what is unreadable."""
    counted: int | None = None
    """The number, if it is whole and stands alone, as nearly all do."""
    compared: bool = False
    """Behind it a note tells another year's number, or how far it is from that."""


_REPORTED, _MONEY = State.REPORTED, Kind.AMOUNT
BLANK: Final = CellText(State.BLANK)
_NO_NUMBER: Final = CellText(State.UNREADABLE, problem="V501")
_SEVERAL_NUMBERS: Final = CellText(State.UNREADABLE, problem="V502")


# What a cell says in full: by keyword, with its defaults, it takes three times as long.
_new = tuple.__new__


def read_value(text: str) -> CellText:
    """Read a cell. Only digits 0 to 9, narrow or full-width, make a number; anything doubtful is unreadable."""
    if len(text) > _LONGEST:
        text = _shortened(text)
        # What is too long for a cell is not remembered, so that memory is bounded.
        return _NO_NUMBER if len(text) > _LONGEST else _read(text)
    return _read(text)


def _shortened(text: str) -> str:
    """A long text without what is not seen: the space around it, and tags."""
    text = squeezed(text)
    if len(text) > _LONGEST_DRESSED or not ("<" in text or "]{" in text):
        return text
    return squeezed(without_plain_spans(without_plain_tags(text)))


@lru_cache(maxsize=4096)
def _read(text: str) -> CellText:
    digits = text.strip(" ")
    if (
        digits.isdigit()
        and digits.isascii()
        and len(digits) <= _MOST_DIGITS
        and (digits[0] != "0" or digits == "0")
    ):
        # As nearly all are.
        return _new(CellText, (_REPORTED, digits, "", None, "", int(digits), False))
    words = _words()
    if "\u4e00" <= text[:1] <= "\u9fff" and unify(text[0]) not in words.openings:
        # As nearly all else does: lines of prose, and labels.
        if text.isalpha():
            return _NO_NUMBER
        if not _DRESS.search(text):
            return _SEVERAL_NUMBERS if _TWO_NUMBERS.search(text) else _NO_NUMBER
    # A mark by itself is no empty cell, and between two digits it parts them.
    shown = without_signs(text, " ") if "[" in text else text
    seen = without_escapes(undressed(shown if shown.strip() else text))
    plain = unify(narrow(seen))
    if not plain or plain in words.empty:
        return BLANK
    if plain in words.not_applicable:
        return CellText(State.NOT_APPLICABLE)
    match = words.number.fullmatch(plain)
    if match is None:
        return CellText(State.UNREADABLE, problem=_problem(plain))
    digits = squeezed(seen)[slice(*match.span("digits"))]
    if not digits.isascii() and _WIDE_DIGIT.search(digits) and _DIGITS.search(digits):
        # Of two widths, it may be two numbers, or one with the mark of a note.
        return CellText(State.UNREADABLE, problem="V502")
    return _of_number(match, words)


def _of_number(match: re.Match[str], words: "_Words") -> CellText:
    digits = match["digits"].replace(",", "")
    whole = digits.partition(".")[0]
    # "00" and "012" are two cells that ran together, not numbers that anybody writes.
    if len(digits) > _MOST_DIGITS or (len(whole) > 1 and whole[0] == "0"):
        return CellText(State.UNREADABLE, problem="V503")
    sign = match["sign"] or ""
    if sign:
        sign = "+" if sign in words.increase else "-"
    if match["part"] and (sign or not _is_part(match["part"], Decimal(digits), words)):
        return CellText(State.UNREADABLE, problem="V502" if _DIGITS.search(match["part"]) else "V507")
    compared = match["compared"]
    if compared and (sign or not is_comparison(compared, Decimal(digits))):
        return CellText(State.UNREADABLE, problem="V502" if _DIGITS.search(compared) else "V507")
    unit = match["unit"] or match["bracketed"]
    counted = int(digits) if whole == digits and not sign and unit is None else None
    return CellText(State.REPORTED, digits, sign, unit, counted=counted, compared=compared is not None)


def _is_part(note: str, whole: Decimal, words: "_Words") -> bool:
    """Whether a note tells of parts of a number: none is more than the whole, none may be the right one."""
    if words.doubt.search(note):
        return False
    parts = _AMOUNT.findall(_YEAR.sub("", note))
    return all(len(part) <= _MOST_DIGITS and Decimal(part.replace(",", "")) <= whole for part in parts)


def _problem(plain: str) -> str:
    """Why a text is no number: the code of the issue."""
    if _BROKEN.fullmatch(plain):
        return "V503"
    if UNCLEAR in plain:
        return "V507"
    bare = without_tags(plain)
    if len(_DIGITS.findall(bare)) > 1:
        return "V502"
    bare = _GROUP.sub("", _WORD_OF_TOOL.sub("", bare)).strip()
    return "V507" if _MARKED.fullmatch(bare) else "V501"


def are_side_by_side(text: str) -> bool:
    """Whether a cell holds several numbers with nothing but space or a line end between them."""
    parts = _GROUP.sub(" ", narrow(without_escapes(undressed(text)))).split()
    return len(parts) > 1 and all(read_value(part).problem in ("", "V503") for part in parts)


def is_unit(text: str) -> bool:
    """Whether a word is a unit, which belongs to the number before it."""
    return unify(text) in _words().units


def number_for(reading: CellText, kind: Kind) -> Number | None:
    """The number of a reported reading as its column's kind has it, or ``None`` where it can't stand there."""
    if kind is not _MONEY and reading.counted is not None:
        return reading.counted
    if kind is _MONEY:
        countable = reading.unit in _words().count_units
        return None if reading.sign or countable else Decimal(reading.digits)
    whole, _, fraction = reading.digits.partition(".")
    if fraction.strip("0") or len(fraction) > 2 or reading.unit in _words().money_units:
        return None
    if kind is Kind.CHANGE:
        return -int(whole) if reading.sign == "-" else int(whole)
    return None if reading.sign else int(whole)


def unit_in(label: str) -> str | None:
    """The unit of money that a folded column label states: "本年收费金额(单位:万元)" → 万元."""
    match = _words().stated_unit.search(label)
    return match[0] if match else None


def names_nothing(text: str) -> bool:
    """Whether a text that is no number says that none is told, or but a sign: "见附件", "*", "约30"."""
    return _words().no_name.fullmatch(squeezed(narrow(text))) is not None


class _Words(NamedTuple):
    not_applicable: frozenset[str]
    increase: frozenset[str]
    count_units: frozenset[str]
    money_units: frozenset[str]
    units: frozenset[str]
    empty: frozenset[str]
    """What a tool prints for a cell that is empty."""
    openings: frozenset[str]
    """What else than a digit a cell may begin with, if it is empty, does not apply or says a number."""
    number: re.Pattern[str]
    doubt: re.Pattern[str]
    no_name: re.Pattern[str]
    """What stands in the place of a number and names nothing that numbers beside it are of."""
    stated_unit: re.Pattern[str]


@cache
def _words() -> _Words:
    words = terminals("values")

    unit = any_of({*words["COUNT_UNIT"], *words["MONEY_UNIT"]})
    signs = {*words["INCREASE"], *words["DECREASE"]}
    empty = frozenset(terminals("marks")["PRINTED_EMPTY"])
    return _Words(
        not_applicable=frozenset(words["NOT_APPLICABLE"]),
        increase=frozenset(words["INCREASE"]),
        count_units=frozenset(words["COUNT_UNIT"]),
        money_units=frozenset(words["MONEY_UNIT"]),
        units=frozenset((*words["COUNT_UNIT"], *words["MONEY_UNIT"])),
        empty=empty,
        openings=frozenset(word[0] for word in {*signs, *words["NOT_APPLICABLE"], *empty}),
        number=re.compile(
            rf"(?P<sign>{any_of(signs)})? ?"
            r"(?P<digits>(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?)"
            rf" ?(?:(?P<unit>{unit})|\( ?(?P<bracketed>{unit}) ?\))?"
            rf"(?: ?(?:{_note(words)}))?"
        ),
        doubt=on_demand(any_of(words["DOUBT"])),
        no_name=on_demand(
            rf"[\W_]+|[\W_]*(?:{any_of((*words['UNTOLD'], *words['NOTE']))})[\W_0-9]*"
            rf"|(?:{any_of(words['DOUBT'])})[0-9]+(?:{unit})?"
        ),
        stated_unit=re.compile(any_of(words["STATED_UNIT"])),
    )


def _note(words: Mapping[str, tuple[str, ...]]) -> str:
    """What may stand behind a number and leaves it as it is. Only one note: two are doubtful."""
    short, named = words["NOTE"][0], any_of(words["NOTE"])
    numeral = r"(?: ?(?:[0-9]{1,2}|[①-⑳]))?"
    part = rf"(?:{short} ?: ?)?(?:{any_of(words['PART'])})[^()\[\]【】〔〕]*"
    compared = (
        rf"(?:{any_of((*words['OTHER_YEAR'], *words['AGAINST'], *words['YEAR_ON_YEAR']))})[^()\[\]【】〔〕]*"
    )
    inner = rf" ?(?:(?:{named}){numeral}|(?P<part>{part})|(?P<compared>{compared})) ?"
    # Each kind of bracket with its own end.
    others = "|".join(
        rf"{re.escape(first)} ?(?:{named}){numeral} ?{re.escape(last)}"
        for first, last in ("[]", "【】", "〔〕")
    )
    return rf"\({inner}\)|{others}|{short}{numeral}|\[\^[0-9a-zA-Z]{{1,20}}\]"
