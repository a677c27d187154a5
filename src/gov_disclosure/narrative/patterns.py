"""The words of the narrative as patterns."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import groupby
from typing import Final

from attrs import frozen

from gov_disclosure.form.folding import fold, split_enumerator
from gov_disclosure.form.vocabulary import any_of, imported, terminals
from gov_disclosure.narrative.quantities import (
    CHINESE,
    count_pattern,
    counting_units,
    figure_pattern,
    none_counted,
)

_NUMERAL = f"[0-9{CHINESE}]"


_OUTCOMES: Final = frozenset({"UPHELD", "RECTIFIED", "OTHER", "PENDING"})
_FORMAL: Final = ("UPHELD", "RECTIFIED", "OTHER", "LITIGATION_DIRECT", "LITIGATION_AFTER_RECONSIDERATION")
_VERBS: Final = (
    "RECEIVED",
    "NEWLY_RECEIVED",
    "ACCEPTED",
    "HANDLED",
    "ANSWERED",
    "ISSUED",
    "REPEALED",
    "IN_FORCE",
    "DUE",
)
BEFORE_FIGURES: Final = ("DISCLOSED", "RELEASED", "BARE_OTHER")
"""Words right before a figure, or a document, and other words elsewhere."""
# Parts of words, and of numbers.
_NO_WORDS: Final = (
    "BODY",
    "GOVERNMENT",
    "CASE_UNIT",
    "COUNT_WORD",
    "LOOSE_UNIT",
    "MORE",
    "ABOUT_BEFORE",
    "AT_LEAST",
    "ABOUT_BEHIND",
    "BOUND",
    "DECIDES",
    "IN_NAME_OF",
    "OFFICE",
    "DISCLOSE",
    "DISCLOSED",
    "RELEASED",
    "OF_THOSE_TOO",
    "SUPPOSING",
    "TOWARD",
    "WE",
    "SUM_ALONE",
    "ASKING_BODY",
    "NAUGHT",
    "ACTING_AS",
    "DISCLOSED_TOO",
    "OF",
    "OWN_PART",
)
SIGN_OF: Final = "SIGN_OF_"
"""What the names of terminals begin with that are signs: parts of unknown words."""


@cache
def words_of_kind() -> Mapping[str, str]:
    """Each word of the narrative and its terminal; labels without enumerator and quotation marks."""
    labels = {
        split_enumerator(fold(word))[1]: kind for kind, words in imported("narrative").items() for word in words
    }
    own = {
        word: kind
        for kind, words in terminals("narrative").items()
        if kind not in _NO_WORDS and not kind.startswith(SIGN_OF)
        for word in words
    }
    return {**labels, **own}


@cache
def words_before_figures() -> Mapping[str, str]:
    """Words that are of the tables only before a figure or a document, and their terminals."""
    return {word: kind for kind in BEFORE_FIGURES for word in terminals("narrative")[kind]}


@frozen
class Patterns:
    """The patterns that find a sentence's words and figures."""

    token: re.Pattern[str]
    figure: re.Pattern[str]
    counted: re.Pattern[str]
    """Words that a figure of the tables has beside it."""
    none: re.Pattern[str]
    lacked: re.Pattern[str]
    """Words for what there may be none of."""
    topic: re.Pattern[str]
    formal: re.Pattern[str]
    """What the form calls kinds and outcomes of disputes, and hardly anybody else."""


@cache
def patterns() -> Patterns:
    """The patterns, made of the words of the narrative grammar."""

    def of(*kinds: str) -> re.Pattern[str]:
        return re.compile(by_first(word for word, kind in words_of_kind().items() if kind in kinds))

    labels = {*imported("narrative")} - _OUTCOMES
    nouns = {*labels, "REQUEST", "APPLICATION", "CARRIED", "MOVED"}
    return Patterns(
        token=_token_pattern(),
        figure=re.compile(figure_pattern()),
        counted=of(*nouns, *_OUTCOMES, *_VERBS),
        none=of("NONE"),
        lacked=of(*nouns),
        topic=of("REQUEST", "ABOUT", "PUBLISHED"),
        formal=re.compile(any_of(fold(imported("narrative")[kind][0]) for kind in _FORMAL)),
    )


def by_first(words: Iterable[str]) -> str:
    """A pattern for any of the words that looks at each place once."""
    groups = groupby(sorted(words), key=lambda word: word[0])
    return "|".join(f"{re.escape(first)}(?:{any_of(word[1:] for word in group)})" for first, group in groups)


def _own() -> str:
    """The office by what it is: 本院, 我镇."""
    words = terminals("narrative")
    toward, we = any_of(words["TOWARD"]), any_of(words["WE"])
    return f"(?:{toward})?(?:{we})(?:{any_of(words['BODY'])})"


def _token_pattern() -> re.Pattern[str]:
    """What is known of a clause: words first, for some begin like numbers (三类内部事务信息, 近三年)."""
    return re.compile(
        rf"(?P<title>《[^》]{{0,100}}》|〔[0-9]+〕|第(?!三方){_NUMERAL}+[条项款号]?|数[十百千万])"
        rf"|(?P<declares>单位[:：](?P<declared>{any_of(counting_units())}))"
        r"|(?P<item>(?<![0-9])[0-9]{1,2}[.．、](?![0-9]))"
        r"|(?P<percent>(?<![0-9.])[0-9]{1,6}(?:\.[0-9]{1,6})?)%"
        r"|(?P<span>(?:20)?[0-9]{2}年?[-—–~至到](?:20)?[0-9]{2}年)"
        r"|(?P<years>(?P<first>20[0-9]{2})年[0-9]{1,2}月[0-9]{1,2}日起?[-—–~至到](?!(?P=first))20[0-9]{2}年)"
        r"|(?P<dotted>(?<![0-9])20[0-9]{2})\.[0-9]{1,2}(?:\.[0-9]{1,2})?"
        r"|(?P<year>(?<![0-9])(?:20)?[0-9]{2}|[〇零○一二三四五六七八九]{4})年(?:度|底|末)?(?P<since>以来)?"
        r"|(?P<whole>1月?[-—~至到]12月份?)"
        r"|(?P<part>(?:至|到|截至|截止)(?:20[0-9]{2}年)?(?!12月31日)[0-9]{1,2}月[0-9]{1,2}日"
        r"|(?<![0-9])(?!1月1日)[0-9]{1,2}月[0-9]{1,2}日(?=[起至到]))"
        r"|(?P<day>(?:[0-9]{1,2}月)?[0-9]{1,2}日)"
        r"|(?P<month>(?!12月[底末])[0-9]{1,2}(?:[-—~至到][0-9]{1,2})?月份?)"
        rf"|(?!{none_counted()})(?P<word>{by_first(words_of_kind())})|(?P<own>{_own()})"
        rf"|(?P<people>{_NUMERAL}+[名位]|{_NUMERAL}+类(?!内部|信息))"
        rf"|{count_pattern()}"
        r"|(?P<mark>[，,；;。！!？?：:（）()\[\]【】]|[—–]+|\.(?![0-9]))"
    )
