"""Answers to a question that is asked of the same texts again and again: each is worked out once."""

from collections.abc import Callable
from typing import TypeVar

_Answer = TypeVar("_Answer")


class Remembered(dict[str, _Answer]):
    """What a function says of texts; asked as a mapping is, which takes half the time of a call.

    Memory is bounded: all is forgotten when too much is known, and a long text is never remembered.
    """

    def __init__(self, answer: Callable[[str], _Answer], *, most: int, longest: int) -> None:
        super().__init__()
        self._answer = answer
        self._most = most
        self._longest = longest

    def __missing__(self, text: str) -> _Answer:
        answer = self._answer(text)
        if len(text) <= self._longest:
            if len(self) >= self._most:
                self.clear()
            self[text] = answer
        return answer
