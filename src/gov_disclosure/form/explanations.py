"""Explanations: what stands behind a label or around a table, and leaves it what it is or makes it another."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from gov_disclosure.form.folding import fold
from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.form.vocabulary import any_of, terminals

# A definition takes so many characters; what is shorter tells a part, a year or a body.
_FEWEST = 10
_LONGEST_NOTHING = 20
_FEES = "PROACTIVE_FEES"
_TRAILING = ")、,.:;。"


def explains(sign: str, folded: str, kinds: Sequence[str]) -> bool:
    """Whether a folded text behind a label of some kinds, and the sign before it, only says what that is."""
    inner = folded.rstrip(_TRAILING)
    words = _words()
    of_money = words.money.fullmatch(inner) is not None
    if any(kind.endswith("_AMOUNT") for kind in kinds):
        return of_money
    if sign == "/":
        return (of_money and _FEES in kinds) or words.unit.fullmatch(inner) is not None
    if of_money and _FEES in kinds:
        return True
    if words.of_table.match(inner):
        return False
    if not inner or words.meaning.match(inner) or words.unit.match(inner):
        return True
    if words.nothing.search(inner) and len(inner) <= _LONGEST_NOTHING:
        return True
    return inner in words.own or (len(inner) >= _FEWEST and not words.narrowing.search(inner))


def explains_beside(folded: str) -> bool:
    """Whether a folded text in a cell beside a label says what that means, its unit or that there is none.

    In a cell of its own even a long text may name a part or a body.
    """
    inner, words = folded.strip(f"({_TRAILING}"), _words()
    known = words.meaning.match(inner) or words.unit.fullmatch(inner) or words.nothing.fullmatch(inner)
    return known is not None or inner in words.own


def narrows(folded: str) -> bool:
    """Whether a folded text beside a label makes another one of it: a part, another year, another body."""
    return _words().narrowing.search(folded) is not None


def unit_behind(folded: str) -> str | None:
    """The unit that stands behind a folded label, and nothing else: 行政事业性收费(单位:万元)."""
    match = _words().unit_behind.search(folded)
    return match[1] if match else None


def names_another(folded: str) -> bool:
    """Whether a folded caption makes its table another year's or body's, or that of a sample."""
    words = _words()
    return words.another.search(folded) is not None and not words.figure.match(folded)


def is_of_kind(folded: str) -> bool:
    """Whether a folded caption tells figures of another kind than a year's own, or of several years."""
    words = _words()
    return words.kind.search(folded) is not None and not words.figure.match(folded)


def is_of_scaled_unit(folded: str) -> bool:
    """Whether a folded caption tells a unit of more than one item: 单位:千件, (以千计)."""
    return _words().scaled.search(folded) is not None


def corrects(folded: str) -> bool:
    """Whether a folded note says that a figure is another."""
    return _words().correction.search(folded) is not None


def begins_note(folded: str) -> bool:
    """Whether a folded line begins like a note below a table."""
    return _words().note.match(folded) is not None


def points_below(folded: str) -> bool:
    """Whether a folded clause points to what is below it: 以下为…, …情况如下."""
    return _words().below.match(folded) is not None or _words().below_at_end.search(folded) is not None


def points_above(folded: str) -> bool:
    """Whether a folded clause begins by pointing to what is above it, or to its own table: 注:以上为…."""
    return _words().above.match(folded) is not None


def said_of_tables(folded: str) -> str:
    """What a folded clause says that the tables are: 2021年数据 of 第三部分表格为2021年数据; else nothing."""
    match = _words().of_tables.search(folded)
    return folded[match.end() :] if match else ""


def takes_back(folded: str) -> bool:
    """Whether a folded line takes the report or figures of it back: 更正说明:…, …报告(模板)."""
    words = _words()
    return words.back.match(folded) is not None or words.void.search(folded) is not None


class _Words(NamedTuple):
    meaning: re.Pattern[str]
    nothing: re.Pattern[str]
    narrowing: re.Pattern[str]
    unit: re.Pattern[str]
    money: re.Pattern[str]
    unit_behind: re.Pattern[str]
    another: re.Pattern[str]
    kind: re.Pattern[str]
    figure: re.Pattern[str]
    scaled: re.Pattern[str]
    correction: re.Pattern[str]
    note: re.Pattern[str]
    below: re.Pattern[str]
    below_at_end: re.Pattern[str]
    above: re.Pattern[str]
    of_table: re.Pattern[str]
    of_tables: re.Pattern[str]
    back: re.Pattern[str]
    void: re.Pattern[str]
    own: frozenset[str]
    """What the form itself explains, and beginnings of that."""


@cache
def _words() -> _Words:
    words = {name: tuple(map(fold, wordings)) for name, wordings in terminals("explanations").items()}
    values = terminals("values")
    unit, money, counts = (
        any_of(those) for those in (words["UNIT"], values["STATED_UNIT"], values["COUNT_UNIT"])
    )
    kind = _caption_of_kind(words)
    brackets = (
        word.partition("(")[2] for wordings in terminals("requests").values() for word in map(fold, wordings)
    )
    return _Words(
        meaning=on_demand(any_of(words["MEANING"])),
        nothing=on_demand(any_of(words["NOTHING"])),
        narrowing=on_demand(any_of(words["NARROWING"])),
        unit=on_demand(rf"(?:(?:{unit}):?)?(?:{counts})$"),
        money=on_demand(rf"(?:(?:{unit}):?)?(?:{money})(?:,[^()/]*)?"),
        unit_behind=on_demand(
            rf"[(:/](?:(?:{unit}):?)?({money}|{counts})(?:,[^()/]*)?[{re.escape(_TRAILING)}]*$"
        ),
        another=re.compile(any_of(words["CAPTION_OF_ANOTHER"])),
        kind=on_demand(kind),
        figure=on_demand(rf"(?:{any_of(words['FIGURE'])})[0-9一二三四五六七八九十]"),
        # 三十件 is a number.
        scaled=on_demand(
            rf"(?<![0-9一二三四五六七八九十百千万几数])(?:{any_of(values['SCALE'])})+(?:{counts})"
            rf"|以(?:{any_of(values['SCALE'])})+(?:{counts})?计"
        ),
        correction=on_demand(any_of(words["CORRECTION"])),
        note=re.compile(rf"[(\[【]*(?:{any_of(words['NOTE_BELOW'])})"),
        below=re.compile(any_of(words["POINTS_BELOW"])),
        below_at_end=on_demand(rf"(?:{any_of(words['POINTS_BELOW_AT_END'])})\W*$"),
        above=on_demand(rf"\W*(?:(?:{any_of(words['NOTE_BELOW'])})\W*)?(?:{any_of(words['POINTS_ABOVE'])})"),
        of_table=on_demand(rf"(?:{any_of(words['NOTE_BELOW'])}):(?:{any_of(words['OF_TABLE'])})"),
        of_tables=on_demand(
            rf"(?:{any_of(words['SPEAKS_OF_TABLES'])}).{{0,8}}?(?:{any_of(words['SAYS_WHAT'])})"
        ),
        back=on_demand(any_of(words["TAKES_BACK"])),
        void=on_demand(
            rf"(?:{any_of(words['THIS_REPORT'])})[^。;]{{0,20}}(?:{any_of(words['VOID'])})"
            rf"|[(\[【](?:{any_of(words['VOID_MARK'])})[)\]】]"
        ),
        own=frozenset(inner[:end] for inner in brackets for end in range(2, len(inner) + 1)),
    )


def _caption_of_kind(words: Mapping[str, tuple[str, ...]]) -> str:
    """A pattern for a caption of figures of another kind, or of several years."""
    of_year = any_of(words["CAPTION_OF_WHOLE_YEAR"])
    kinds = any_of(words["CAPTION_OF_KIND"])
    end = rf"(?:{any_of(words['CAPTION_OF_KIND_END'])})?\W*$"
    numeral = "[0-9一二三四五六七八九十两几]{1,3}"
    span = r"(?P<first>20[0-9]{2})年?度?(?:起?至|到|[-—–~])(?!(?P=first))20[0-9]{2}年"
    return (
        rf"(?<![年度月])(?:{of_year}){end}|(?!{of_year})(?:{kinds}){end}|^\W*(?:{kinds}):"
        rf"|(?:{any_of(words['LAST_YEARS'])}){numeral}年|{span}"
    )
