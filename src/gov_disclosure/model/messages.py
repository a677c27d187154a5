"""The words for a person, in Chinese and in English: of errors, of the command line, and of issues by code."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Literal

from attrs import frozen

from gov_disclosure.form.brief import Brief
from gov_disclosure.model.shown import visible

Language = Literal["zh", "en"]


class Level(StrEnum):
    """How much an issue costs."""

    ERROR = "error"
    """A number that the form asks for could not be read."""
    WARNING = "warning"
    """The report was read; something in it needs a person's eye."""
    INFO = "info"
    """For the record."""

    def reaches(self, other: "Level") -> bool:
        """Whether it is the other or above it."""
        levels = list(Level)
        return levels.index(self) <= levels.index(other)


@frozen(repr=False)
class Message(Brief):
    """The same sentence in two languages; ``str()`` gives the Chinese one."""

    zh: str
    en: str

    def __str__(self) -> str:
        return self.zh

    def said_in(self, lang: Language) -> str:
        """The sentence in one language."""
        return self.zh if lang == "zh" else self.en

    def fill(self, facts: Mapping[str, object]) -> "Message":
        """Both sentences with the facts in place, those that are messages each in its language.

        Characters of a text that a terminal would obey are written as escapes.
        """
        zh, en = ({name: _told(fact, lang) for name, fact in facts.items()} for lang in ("zh", "en"))
        return Message(self.zh.format_map(zh), self.en.format_map(en))


def _told(fact: object, lang: Language) -> object:
    fact = fact.said_in(lang) if isinstance(fact, Message) else fact
    return visible(fact) if isinstance(fact, str) else fact


def joined(messages: Iterable[Message], between: Message) -> Message:
    """Sentences put together, each language with its own words between them."""
    parts = list(messages)
    zh, en = (between.said_in(lang).join(part.said_in(lang) for part in parts) for lang in ("zh", "en"))
    return Message(zh, en)
