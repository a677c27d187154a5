"""Issuers: whether words name the office whose report it is, or another body."""

import re
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

        self.names: re.Pattern[str] | None = _names(name)
        """Finds the office by the end of its name: 市民政局."""

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
def _names(issuer: str) -> re.Pattern[str] | None:
    """What the office is called by the end of its name: 县财政局, and 中心 where that is no other word."""
    ends = [issuer[at:] for at in range(len(issuer) - _SHORTEST)]
    words = terminals("narrative")
    place = next((issuer.removesuffix(end) for end in words["GOVERNMENT"] if issuer.endswith(end)), issuer)
    kinds = [word for word in words["BODY"] if len(word) == _SHORTEST]
    bodies = [word for word in kinds if issuer.endswith(word) or place.endswith(word)]
    governments = _governments(issuer)
    in_name_of, name = words["IN_NAME_OF"]
    before, parts = any_of((*words["TOWARD"], in_name_of)), any_of((*words["OWN_PART"], name))
    named = "|".join((any_of([*ends, *governments]), *map(_by_itself, bodies)))
    we = any_of(words["WE"])
    return re.compile(f"(?:{before})?(?:{we})?(?:{named})(?:{parts})?") if ends else None


@cache
def _by_itself(body: str) -> str:
    """A pattern for a kind of body where it begins no other word: 海关, and not 海关系统."""
    longer = [word.removeprefix(body) for word in words_of_kind() if word.startswith(body) and word != body]
    return f"{body}(?!{any_of(longer)})" if longer else body


def _governments(issuer: str) -> list[str]:
    """市政府 and 市政府办公室 for a city's government and its office."""
    words = terminals("narrative")
    full, short, *_ = words["GOVERNMENT"]
    place, government, office = issuer.partition(full)
    if not government or office not in ("", *words["OFFICE"]):
        return []
    return [f"{place[-1:]}{name}{desk}" for name in (full, short) for desk in ("", *words["OFFICE"])]


def _is_short_for(text: str, name: str) -> bool:
    """Whether all characters of a text stand in a name, in the same order."""
    rest = iter(name)
    return all(character in rest for character in text)
