"""The shape of a kind of issue: its code, level and words, and when it is given, in one object."""

from collections.abc import Mapping

from attrs import frozen

from gov_disclosure.model.messages import Level, Message


@frozen(kw_only=True)
class IssueKind:
    """A kind of issue of reading."""

    code: str
    """A letter for the family and three digits; stable."""
    level: Level
    words: Message
    """What is said, with places for facts."""
    when: Message
    """When it is given, in a few words."""

    def said(self, facts: Mapping[str, object]) -> Message:
        """What is said of facts."""
        return self.words.fill(facts)
