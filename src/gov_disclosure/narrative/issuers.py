"""Issuers: whether words name the office whose report it is, or another body."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final

from gov_disclosure.form.vocabulary import any_of, terminals
from gov_disclosure.narrative.patterns import words_of_kind

_SHORTEST: Final = 2
_LONGEST_FIELD: Final = 4


@cache
def body_names() -> re.Pattern[str]:
    """A pattern for what bodies' names end with, and little else."""
    words = terminals("narrative")
    return re.compile(any_of(words["SIGN_OF_BODY"]))


class Issuer:
    """The office whose report it is."""

    def __init__(self, name: str) -> None:
        self.name: str = name
        words = terminals("narrative")["GOVERNMENT"]
        self.place: str = next((name.removesuffix(word) for word in words if name.endswith(word)), name)
        """The place that it governs, with its kind at the end: 青溪区 for 青溪区人民政府."""
        self.decides: bool = any(word in name for word in terminals("narrative")["DECIDES"])
        """Whether it decides on reconsiderations, of whatever matters."""

        self.names: OwnNames = OwnNames(name)

    def is_of_kind(self, scope: str) -> bool:
        """Whether 全县, 我县 are what the office governs."""
        return self.place.endswith(scope[1:])

    def is_its_field(self, text: str) -> bool:
        """Whether words say what the office is there for: 水 before the penalties of a 水利局."""
        return len(text) <= _LONGEST_FIELD and all(character in self.name for character in text)

    def is_own(self, text: str) -> bool | None:
        """Whether unknown words end with the office's name, or with another body's; ``None`` for neither."""
        words = terminals("narrative")
        name_of, name = words["IN_NAME_OF"]
        text = text.removeprefix(name_of).removesuffix(name)
        text = next((text.removeprefix(word) for word in words["TOWARD"] if text.startswith(word)), text)
        # 处 alone is a unit, as in 76处, and no body's name.
        if not self.name or len(text) < 2 or text in words["BODY"] or not text.endswith(words["BODY"]):
            return None
        named = tuple(f"{self.place}{word}" for word in ("", *words["GOVERNMENT"]))
        if self.name in text or (len(self.place) > 1 and text.endswith(named)):
            return True
        # 市工信局 is short for 河口市工业和信息化局, and 县公安局 for no 青溪县财政局.
        if text in words["OFFICE"]:
            return True
        office = next((text.removesuffix(word) for word in words["OFFICE"] if text.endswith(word)), "")
        return self._is_short(text) or bool(office and self._is_short(office))

    def _is_short(self, text: str) -> bool:
        ends = text[-1] in (*self.name[-3:], self.place[-1:]) or text.endswith(
            terminals("narrative")["GOVERNMENT"]
        )
        return ends and _is_short_for(text, self.name)


@lru_cache(maxsize=256)
def issuer_of(name: str) -> Issuer:
    """The office of a name: a report has several sections."""
    return Issuer(name)


class OwnNames:
    """What the office is called by the end of its name: 县财政局, and 中心 where that begins no other word.

    Found without a pattern: each report has an office of its own, and patterns take long to make.
    """

    def __init__(self, issuer: str) -> None:
        words = terminals("narrative")
        self._issuer = issuer
        place = next((issuer.removesuffix(end) for end in words["GOVERNMENT"] if issuer.endswith(end)), issuer)
        kinds = [word for word in words["BODY"] if len(word) == _SHORTEST]
        bodies = [word for word in kinds if issuer.endswith(word) or place.endswith(word)]
        tail = issuer[-_SHORTEST - 1 :]
        names = (tail, *bodies, *_governments(issuer))
        self._names = tuple(dict.fromkeys(name for name in names if len(name) >= _SHORTEST))

    def spans(self, text: str, start: int, end: int) -> list[tuple[int, int]]:
        """Where a text names the office, in order."""
        found = sorted(span for name in self._names for span in self._spans_of(name, text, start, end))
        kept: list[tuple[int, int]] = []
        for first, last in found:
            if kept and first < kept[-1][1]:
                kept[-1] = (kept[-1][0], max(kept[-1][1], last))
            else:
                kept.append((first, last))
        return kept

    def _spans_of(self, name: str, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        at = text.find(name, start, end)
        while at >= 0:
            last = at + len(name)
            if len(name) > _SHORTEST or not text.startswith(_longer_than(name), at):
                yield self._first(text, at, last, start), _behind(text, last)
            at = text.find(name, last, end)

    def _first(self, text: str, at: int, end: int, start: int) -> int:
        """Where a name begins that ends at a place, with what may stand before it."""
        while at > start and self._issuer.endswith(text[at - 1 : end]):
            at -= 1
        words = terminals("narrative")
        for kind in (words["WE"], (*words["TOWARD"], words["IN_NAME_OF"][0])):
            if at > start and text[at - 1] in kind:
                at -= 1
        return at


def _behind(text: str, end: int) -> int:
    words = terminals("narrative")
    if text.endswith(words["GOVERNMENT"][:2], 0, end):
        end += max(len(desk) for desk in _desks() if text.startswith(desk, end))
    parts = (*words["OWN_PART"], words["IN_NAME_OF"][1])
    return end + max((len(part) for part in parts if text.startswith(part, end)), default=0)


@cache
def _longer_than(body: str) -> tuple[str, ...]:
    """The words that a kind of body begins: 海关系统."""
    return tuple(word for word in words_of_kind() if word.startswith(body) and word != body)


@cache
def _desks() -> tuple[str, ...]:
    return ("", *terminals("narrative")["OFFICE"])


def _governments(issuer: str) -> list[str]:
    """市政府 and 市政府办公室 for a city's government and its office."""
    full, short, *_ = terminals("narrative")["GOVERNMENT"]
    place, government, office = issuer.partition(full)
    if not government or office not in _desks():
        return []
    return [f"{place[-1:]}{name}" for name in (full, short)]


def _is_short_for(text: str, name: str) -> bool:
    """Whether all characters of a text stand in a name, in the same order."""
    rest = iter(name)
    return all(character in rest for character in text)
