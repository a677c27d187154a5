"""Clauses: prose cut at its punctuation, so that what is compared is not the writing of it.

Two clauses are the same if their characters are, but for widths, variants, spaces, digits, titles of documents
and the name of the office itself. Only sentences count: a table, a heading or the foot of a page is none.
"""

import re
from array import array
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import frozen

from gov_disclosure.form.folding import fold, narrow_signs, unify

_CLAUSE: Final = re.compile(r"(?:[^。!?;:,]|(?<=[0-9])[,:](?=[0-9]))+[。!?;:,]?")
_ENDS: Final = "。!?;"
# No sentence is longer; what is, is a table that has got between two.
_LONGEST_SENTENCE: Final = 400
_TITLE: Final = re.compile(r"《[^》]{0,80}》")
_FIGURE: Final = re.compile(r"[0-9]+(?:[.,:][0-9]+)*")
_YEAR: Final = re.compile(r"[〇○零一二三四五六七八九]{4}(?=年)")
_NO_WORD: Final = re.compile(r"[\W_]+")
# Neither a date nor the number of a document: 2023年12月31日, 国办公开办函〔2021〕30号.
_COUNTED: Final = re.compile(r"(?<![0-9])(?<![0-9][.,])[0-9]++(?:[.,][0-9]++)*+(?!\s*[年月日号〕])")


@frozen(eq=False)
class Clauses:
    """The clauses of a text in order; each list has an entry for each clause."""

    keys: "array[int]"
    """The same for clauses that are the same."""
    lengths: "array[int]"
    """Characters that were compared."""
    parts: "array[int]"
    """Which of the texts it stands in."""
    starts: "array[int]"
    ends: "array[int]"

    @property
    def length(self) -> int:
        """Characters in all."""
        return sum(self.lengths)


def clauses(texts: Sequence[str], name: str) -> Clauses:
    """The clauses of the texts of a report, in which the office's own name stands for any."""
    found = Clauses(array("q"), array("L"), array("B"), array("L"), array("L"))
    own = _NO_WORD.sub("", fold(name))
    for part, text in enumerate(texts):
        for sentence in _sentences(text, own):
            for start, end, plain in sentence:
                found.keys.append(hash(plain))
                found.lengths.append(len(plain))
                found.parts.append(part)
                found.starts.append(start)
                found.ends.append(end)
    return found


def figures(clause: str) -> list[str]:
    """The figures in a clause, those of dates and of documents' numbers apart."""
    return [figure.replace(",", "") for figure in _COUNTED.findall(narrow_signs(clause))]


def _sentences(text: str, own: str) -> Iterator[list[tuple[int, int, str]]]:
    """The clauses of each sentence: where they begin and end, and what is compared of them."""
    sentence: list[tuple[int, int, str]] = []
    even = unify(narrow_signs(text))
    for match in _CLAUSE.finditer(even):
        if plain := _plain(match[0], own):
            indent = len(match[0]) - len(match[0].lstrip())
            sentence.append((match.start() + indent, match.end(), plain))
        if match[0][-1] in _ENDS:
            if sum(len(plain) for _, _, plain in sentence) <= _LONGEST_SENTENCE:
                yield sentence
            sentence = []


def _plain(clause: str, own: str) -> str:
    even = _NO_WORD.sub("", _YEAR.sub("0", _FIGURE.sub("0", _TITLE.sub("", clause))))
    return even.replace(own, "") if own else even
