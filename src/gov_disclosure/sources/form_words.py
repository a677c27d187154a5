"""The form's own words in a text: what has none of them is no report, or was read in a wrong encoding."""

import re
from functools import cache
from itertools import islice

from gov_disclosure.form.folding import fold, split_enumerator
from gov_disclosure.form.vocabulary import any_of, terminals

_LONGEST_LINE = 2000
_SHORTEST_WORD = 4
_MOST_COUNTED = 100


def holds_form_words(text: str) -> bool:
    """Whether a label or a heading of the form stands in a text."""
    return any(_words().search(fold(line[:_LONGEST_LINE])) for line in text.splitlines())


def lines_with_form_words(text: str) -> int:
    """How many lines of a text, as far as they are counted, have a label or a heading of the form."""
    lines = (1 for line in text.splitlines() if _words().search(fold(line[:_LONGEST_LINE])))
    return sum(islice(lines, _MOST_COUNTED))


@cache
def _words() -> re.Pattern[str]:
    tables = ("headings", "proactive", "requests", "disputes")
    wordings = {word for table in tables for words in terminals(table).values() for word in words}
    bare = {split_enumerator(fold(word))[1] for word in wordings}
    return re.compile(any_of(word for word in bare if len(word) >= _SHORTEST_WORD))
