"""Which of the titles before a report is its own: links and lists name other years and other offices."""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from gov_disclosure.form.folding import fold
from gov_disclosure.form.values import BLANK
from gov_disclosure.form.vocabulary import terminals
from gov_disclosure.parsing.titles import Title, is_detail
from gov_disclosure.scanning.pieces import Piece

_FEWEST_IN_LIST = 2


class Titles(NamedTuple):
    """The titles that stand before a report; where its text states a year, without those of others."""

    found: Sequence[Title]
    years: Sequence[int]
    """Of which years they are, in order."""
    issuers: Sequence[str]
    """Of which bodies, in the order of the text."""

    @classmethod
    def among(cls, found: Sequence[Title], stated: int | None) -> "Titles":
        """Those that can be the report's own by the year that its text states."""
        of_year = [title for title in found if title.year in (None, stated)] if stated is not None else []
        found = of_year or found
        years = sorted({title.year for title in found if title.year is not None})
        issuers: list[str] = []
        for title in found:
            if title.issuer and not any(is_same_body(title.issuer, issuer) for issuer in issuers):
                issuers.append(title.issuer)
        return cls(found, years, issuers)

    @property
    def agree(self) -> bool:
        """Whether they are of one year and one body."""
        return len(self.years) <= 1 and len(self.issuers) <= 1

    def own(self, lines: Sequence[Piece], names: Callable[[str], bool], stated: int | None) -> Title | None:
        """The report's own; ``None`` without any, or where it can't be told.

        Of one body and one year the most complete, the later of equals: a page's title and the document's often
        both stand there. Of several the last one, straight before the text, if that is no entry of a list.
        """
        if self.agree:
            return self._most_complete(stated)
        *others, last = self.found
        if stated is not None and last.year not in (None, stated):
            return None
        if _is_repeated(last, others) or _alone_has_details(last, others, lines):
            return last
        is_of_year = len(self.years) <= 1 or (len(self.issuers) <= 1 and _is_newest(last, others))
        is_of_body = len(self.issuers) <= 1 or self._is_named(last, names)
        return last if is_of_year and is_of_body else None

    def _most_complete(self, stated: int | None) -> Title | None:
        """The title that says most; the last one, where that has no year and nothing but another says which."""
        best = max(reversed(self.found), key=lambda title: title.completeness, default=None)
        unsaid = best is not None and best.year is not None and self.found[-1].year is None
        return self.found[-1] if unsaid and best and best.year != stated else best

    def _is_named(self, last: Title, names: Callable[[str], bool]) -> bool:
        """Whether the text around names this body, and none of the others."""
        if last.issuer is None or not names(last.issuer):
            return False
        others = (issuer for issuer in self.issuers if not is_same_body(issuer, last.issuer or ""))
        return not any(map(names, others))


def is_same_body(one: str, other: str) -> bool:
    """Whether two names are of one body: one is the other's end, or goes on with the kind of a place alone."""
    short, long = sorted((fold(one), fold(other)), key=len)
    return long.endswith(short) or (long.startswith(short) and long[len(short) :] in _kinds_of_place())


@cache
def _kinds_of_place() -> frozenset[str]:
    return frozenset(map(fold, terminals("front")["ISSUER_KIND"]))


def _is_repeated(last: Title, others: Iterable[Title]) -> bool:
    """Whether the last title alone stands there twice: a page's title, links, and the document's."""
    rest = list(others)
    again = [title for title in rest if _are_one(title, last)]
    others = [title for title in rest if not _are_one(title, last)]
    doubled = any(_are_one(one, other) for index, one in enumerate(others) for other in others[:index])
    return bool(again) and last.completeness == again[0].completeness and not doubled


def _are_one(one: Title, other: Title) -> bool:
    same_body = one.issuer == other.issuer or (
        one.issuer is not None and other.issuer is not None and is_same_body(one.issuer, other.issuer)
    )
    return one.year == other.year and same_body


def _alone_has_details(last: Title, others: Sequence[Title], lines: Sequence[Piece]) -> bool:
    """Whether behind the last title, and no other, a page says when it was published, or by whom."""
    return _has_details(last, lines) and not any(_has_details(title, lines) for title in others)


def _has_details(title: Title, lines: Sequence[Piece]) -> bool:
    behind = next((line for line in lines if line.start >= title.end and line.reading is not BLANK), None)
    return behind is not None and is_detail(behind)


def _is_newest(last: Title, others: Sequence[Title]) -> bool:
    """Whether a list runs back from year to year, and the last title is of a later year than all of it.

    A list that runs on to the last title, whichever way, may be all that is there.
    """
    years = [title.year for title in others]
    if last.year is None or None in years or len(years) < _FEWEST_IN_LIST:
        return False
    listed = [year for year in years if year is not None]
    return all(one - 1 == other for one, other in pairwise(listed)) and last.year > listed[0]
