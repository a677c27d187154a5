"""The words of the forms before today's."""

import re
from functools import cache
from typing import Final, NamedTuple

from gov_disclosure.form.folding import fold
from gov_disclosure.form.vocabulary import any_of, terminals

ROW: Final = "OLDER_ROW"
FEES: Final = "OLDER_FEES"
PARTS: Final = ("OLDER_OVERVIEW", "OLDER_REQUESTS", FEES, "OLDER_DISPUTES")
_LONGEST = 120


def older_sign(text: str) -> tuple[str, str] | None:
    """What of an older form a text is, by its kind and words: a row, or the heading of a part."""
    folded = fold(text[:_LONGEST])
    patterns = _patterns()
    part = patterns.part.match(folded)
    # Its text stands behind a heading where a numeral tells that it is one.
    if part is not None and (part["numeral"] or part.end() == len(folded)):
        return next((kind, word) for kind, word in part.groupdict().items() if word and kind in PARTS)
    row = patterns.row.fullmatch(folded)
    return (ROW, row["row"]) if row else None


class _Patterns(NamedTuple):
    part: re.Pattern[str]
    row: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    words = {kind: any_of(map(fold, wordings)) for kind, wordings in terminals("older").items()}
    parts = "|".join(f"(?P<{kind}>{words[kind]})" for kind in PARTS)
    values = terminals("values")
    units = map(fold, (*terminals("older")["OLDER_UNIT"], *values["COUNT_UNIT"], *values["MONEY_UNIT"]))
    unit = f"(?:{any_of(units)})?"
    return _Patterns(
        part=re.compile(rf"(?P<numeral>[一二三四五六七八九十]{{1,2}}[、.,:])?(?:{parts})(?:[、.,:;。]|$)"),
        row=re.compile(
            rf"(?:\(?(?:[一二三四五六七八九十]{{1,2}}|[0-9]{{1,2}})[)、.,:]{{0,2}})?(?:(?:{words['OLDER_OF_WHICH']})[:,]?)?"
            rf"(?P<row>{words[ROW]})(?:\((?:[^()]|\([^()]*\))*\)?)?:?{unit}[0-9.,/—-]*{unit}"
        ),
    )
