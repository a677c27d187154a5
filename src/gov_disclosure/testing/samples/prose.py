"""Names, titles and paragraphs, made from the sentences of ``grammar/samples.lark``."""

from functools import cache
from typing import Final

from attrs import frozen

from gov_disclosure.form.vocabulary import terminals
from gov_disclosure.testing.samples.choices import Choices

_FIRST_YEAR: Final = {"2019": 2019, "2021": 2021}
_LAST_YEAR: Final = {"2019": 2020, "2021": 2029}
_MOST_SENTENCES: Final = 3


@frozen
class Setting:
    """What the sentences of one report have in common."""

    issuer: str
    year: int

    def sentence(self, choices: Choices, terminal: str) -> str:
        """A sentence of a kind, with its figures."""
        parts = choices.pick(templates(terminal))
        return "".join([self._filled(choices, part) for part in parts])

    def paragraphs(self, choices: Choices, terminal: str, most: int) -> str:
        """Sentences of a kind in lines of their own, one line at the least."""
        lines = range(choices.integer(1, most))
        return "\n".join(
            "".join([self.sentence(choices, terminal) for _ in range(choices.integer(1, _MOST_SENTENCES))])
            for _ in lines
        )

    def _filled(self, choices: Choices, part: str) -> str:
        match part:
            case "{count}":
                return str(choices.figure())
            case "{year}":
                return str(self.year)
            case "{last_year}":
                return str(self.year - 1)
            case "{issuer}":
                return self.issuer
            case "{month}":
                return str(choices.integer(1, 12))
            case "{day}":
                return str(choices.integer(1, 28))
        return part


def setting(choices: Choices, edition: str) -> Setting:
    """An issuer that there is not, and a year in which reports are on the edition."""
    words = terminals("samples")
    issuer = choices.pick(words["PLACE"]) + choices.pick(words["ISSUER"])
    return Setting(issuer, choices.integer(_FIRST_YEAR[edition], _LAST_YEAR[edition]))


@cache
def templates(terminal: str) -> tuple[tuple[str, ...], ...]:
    """Each sentence of a kind, cut before and behind what is filled in."""
    return tuple(
        tuple(part for part in sentence.replace("{", "\0{").replace("}", "}\0").split("\0") if part)
        for sentence in terminals("samples")[terminal]
    )
