"""Issuers: whether words name the office whose report it is, or another body."""

import re
from functools import cache

from gov_disclosure.form.vocabulary import any_of, terminals


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

    def is_of_kind(self, scope: str) -> bool:
        """Whether 全县, 我县 are what the office governs."""
        return self.place.endswith(scope[1:])

    def is_own(self, text: str) -> bool | None:
        """Whether unknown words end with the office's name, or with another body's; ``None`` for neither."""
        words = terminals("narrative")
        name_of, name = words["IN_NAME_OF"]
        text = text.removeprefix(name_of).removesuffix(name)
        # 处 alone is a unit, as in 76处, and no body's name.
        if not self.name or len(text) < 2 or not text.endswith(words["BODY"]):
            return None
        named = tuple(f"{self.place}{word}" for word in ("", *words["GOVERNMENT"]))
        if self.name in text or (len(self.place) > 1 and text.endswith(named)):
            return True
        # 市工信局 is short for 河口市工业和信息化局, and 县公安局 for no 青溪县财政局.
        office = next((text.removesuffix(word) for word in words["OFFICE"] if text.endswith(word)), "")
        return self._is_short(text) or bool(office and self._is_short(office))

    def _is_short(self, text: str) -> bool:
        ends = text[-1] in (*self.name[-3:], self.place[-1:]) or text.endswith(
            terminals("narrative")["GOVERNMENT"]
        )
        return ends and _is_short_for(text, self.name)


def _is_short_for(text: str, name: str) -> bool:
    """Whether all characters of a text stand in a name, in the same order."""
    rest = iter(name)
    return all(character in rest for character in text)
