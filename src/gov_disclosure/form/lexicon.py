"""Looking up a piece's text among the labels and headings of the form."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from gov_disclosure.form.explanations import explains
from gov_disclosure.form.folding import fold, split_enumerator
from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.form.vocabulary import any_of, terminals

HEADINGS = (
    "OVERVIEW_HEADING",
    "PROACTIVE_HEADING",
    "REQUESTS_HEADING",
    "DISPUTES_HEADING",
    "PROBLEMS_HEADING",
    "MATTERS_HEADING",
)
ROWS = ("PROACTIVE_", "REQUESTS_")
"""How the kinds of labels of rows begin."""
TABLES = ("proactive", "requests", "disputes")

# No label with its explanation, and no heading with the words after it, is longer.
LONGEST_LABEL = 250
LONGEST_HEADING = 40
_SHORT_LABEL = 6
_SENTENCE = on_demand("[。；;!?！？]")
# One bracket up to the end, with one more level in it at most; the closing one may be cut off. Behind a stroke
# stands a unit.
_EXPLANATIONS = {
    "(": on_demand(r"\((?:[^()]|\([^()]*\))*\)?[、,.:;。]?"),
    ":": on_demand(":.*", re.DOTALL),
    "/": on_demand("/[^/]*"),
}
# What stands between the letters of labels; a tool may set it elsewhere in a cell.
_SIGNS = re.compile(r"[^\w\s]")
_YEAR_BEHIND = re.compile("20[0-9]{2}年度?$")
_PREVIOUS = "COLUMN_2019_PREVIOUS_ITEMS"
_TRAILING = "、,.:;。"
_NUMERALS = "一二三四五六"
# A group of rows in one edition, a row in the other.
_OTHER = "REQUESTS_RESULTS_OTHER"
# Table-of-contents lines: a heading, dot leaders, a page number.
_LEADERS = re.compile(r"[.…·]{3,}\d*$")


class Heading(NamedTuple):
    """A line that may be one of the six headings."""

    number: int
    """1 to 6."""
    sure: bool
    """Known by its words; otherwise by its numeral alone."""
    plain: bool
    """In the form's own numbering."""
    length: int
    """Characters of the folded line that are the heading; the rest is text."""


class _Spelling(NamedTuple):
    kind: str
    enumerator: str


class _Lexicon(NamedTuple):
    labels: Mapping[str, tuple[_Spelling, ...]]
    """Wording without enumerator → its terminals."""
    headings: Mapping[str, int]
    """Wording without numeral → 1 to 6."""
    heading_lengths: tuple[int, ...]
    """How long these wordings are, the longest first."""
    starts: frozenset[str]
    """Every beginning of every wording, for labels broken over lines."""
    groups: tuple[str, ...]
    """Folded wordings of the labels that group rows; an item may follow in the same cell."""
    numbered: tuple[str, ...]
    """Folded wordings of rows that begin with a numeral."""
    group_starts: frozenset[str]
    row_starts: frozenset[str]
    """Every beginning of the wordings of groups, and of those of all other labels; the whole ones too."""


@cache
def _lexicon() -> _Lexicon:
    labels: dict[str, list[_Spelling]] = {}
    starts: set[str] = set()
    names = {kind: words for table in TABLES for kind, words in terminals(table).items()}
    for kind, wordings in names.items():
        for wording in map(fold, wordings):
            enumerator, rest = split_enumerator(wording)
            labels.setdefault(rest, []).append(_Spelling(kind, enumerator))
            starts.update(_beginnings(wording, rest))
    headings: dict[str, int] = {}
    for number, kind in enumerate(HEADINGS, 1):
        for wording in map(fold, terminals("headings")[kind]):
            rest = split_enumerator(wording)[1]
            headings[rest] = number
            starts.update(_beginnings(wording, rest))
    groups = tuple(fold(word) for kind in names if is_group(kind, names) for word in names[kind])
    rows = [fold(word) for kind in names if not is_group(kind, names) or kind == _OTHER for word in names[kind]]
    return _Lexicon(
        labels={rest: tuple(spellings) for rest, spellings in labels.items()},
        headings=headings,
        heading_lengths=tuple(sorted(set(map(len, headings)), reverse=True)),
        starts=frozenset(starts),
        groups=groups,
        numbered=tuple(word for word in rows if split_enumerator(word)[0] and len(word) > _SHORT_LABEL),
        group_starts=frozenset(start for word in groups for start in (word, *_beginnings(word))),
        row_starts=frozenset(start for word in rows for start in (word, *_beginnings(word))),
    )


def are_rows(kinds: Iterable[str]) -> bool:
    """Whether a text of some kinds is the label of a row or of a group of rows, and nothing else."""
    return all(kind.startswith(ROWS) for kind in kinds)


def is_group(kind: str, names: Mapping[str, object]) -> bool:
    """Whether a row's terminal only groups others: REQUESTS_RESULTS_DENIED before …_DENIED_STATE_SECRET."""
    return kind.startswith("REQUESTS_") and any(name.startswith(f"{kind}_") for name in names)


@cache
def _articles() -> re.Pattern[str]:
    wordings = (words for kind, words in terminals("proactive").items() if kind.startswith("ARTICLE_20_"))
    return re.compile(any_of(fold(word) for words in wordings for word in words))


def names_article(folded: str) -> bool:
    """Whether a folded text names an item of article 20, whatever else it says."""
    return _articles().search(folded) is not None


def _beginnings(*wordings: str) -> Iterator[str]:
    return (wording[:end] for wording in wordings for end in range(1, len(wording)))


def starts_label(folded: str) -> bool:
    """Whether a folded text is the beginning of a label or heading, but not all of it."""
    return folded in _lexicon().starts


def may_be_label(folded: str) -> bool:
    """Whether a folded text is a label from end to end, or the beginning of one."""
    return starts_label(folded) or bool(exact_kinds(folded))


def is_of_group(folded: str) -> bool:
    """Whether a folded text is a stretch of the label of a group of rows, as pages leave it."""
    return bool(folded) and any(folded in group for group in _lexicon().groups)


def starts_group(folded: str) -> bool:
    """Whether a folded text begins the label of a group of rows, and none of a row."""
    lexicon = _lexicon()
    return folded in lexicon.group_starts and folded not in lexicon.row_starts


def exact_kinds(folded: str) -> tuple[str, ...]:
    """The kinds of a folded text that is a label from end to end; its enumerator may be lost."""
    labels = _lexicon().labels
    if folded in labels:
        # 其他 and 总计 are columns, and rows only with their numeral: 3.其他, （七）总计.
        whole = tuple(s.kind for s in labels[folded] if not s.enumerator)
        return whole or tuple(s.kind for s in labels[folded] if s.enumerator)
    enumerator, rest = split_enumerator(folded)
    spellings = labels.get(rest, ()) if enumerator else ()
    same = tuple(s.kind for s in spellings if s.enumerator == enumerator)
    if same or len(spellings) != 1 or not spellings[0].enumerator:
        return same
    return (spellings[0].kind,)


@lru_cache(maxsize=8192)
def goes_on(folded: str, behind: str) -> bool:
    """Whether two folded texts, of a cell each at the most, make a label or the beginning of one together."""
    return starts_label(folded + behind) or is_wording(folded + behind)


def is_wording(folded: str) -> bool:
    """Whether a folded text is a label with its own numeral, or without any."""
    enumerator, rest = split_enumerator(folded)
    spellings = _lexicon().labels.get(rest if enumerator else folded, ())
    return folded in _lexicon().labels or any(spelling.enumerator == enumerator for spelling in spellings)


@lru_cache(maxsize=4096)
def label_kinds(folded: str) -> tuple[tuple[str, ...], ...]:
    """The labels in a folded piece: none, one, or a group and its item ("(三)不予公开1.属于国家秘密").

    An explanation in brackets or behind a colon is set aside; it may hold digits and label words.
    """
    if len(folded) > LONGEST_LABEL:
        return ()
    if kinds := exact_kinds(folded):
        return (kinds,)
    groups = _lexicon().groups
    for group in groups if folded.startswith(groups) else ():
        if folded.startswith(group) and (rest := label_kinds(folded[len(group) :])):
            return (exact_kinds(group), *rest)
    for sign, explanation in _EXPLANATIONS.items():
        cut = folded.find(sign, 1)
        if cut > 0 and explanation.fullmatch(folded, cut) and (kinds := exact_kinds(folded[:cut])):
            # Another row's label in it has come there with a line that was moved.
            moved = any(label in folded[cut:] for label in _lexicon().numbered)
            return (kinds,) if not moved and explains(sign, folded[cut + 1 :], kinds) else ()
    if (year := _YEAR_BEHIND.search(folded)) and (kinds := exact_kinds(folded[: year.start()])):
        # 上一年项目数量 2019年. Behind other labels a year is that of other figures.
        return (kinds,) if kinds == (_PREVIOUS,) else ()
    return _with_signs_moved(folded)


@lru_cache(maxsize=4096)
def has_more_than_label(folded: str) -> bool:
    """Whether a bracket behind a label, of a group perhaps, is no explanation of it: (三)不予公开(教育局)."""
    if not folded.endswith(")"):
        return False
    cuts = [cut for cut, sign in enumerate(folded[:LONGEST_LABEL]) if sign == "(" and cut > 0]
    return any(map(exact_kinds, (folded[:cut] for cut in cuts))) and not label_kinds(folded)


def _with_signs_moved(folded: str) -> tuple[tuple[str, ...], ...]:
    """The label that a text is but for the places of its signs: 二上年结转政府信息公开申请数量、."""
    if _SIGNS.search(folded) is None:
        return ()
    kinds = _by_characters().get(_characters(folded), ())
    return (kinds,) if kinds else ()


def _characters(folded: str) -> tuple[str, str]:
    """The letters of a text in their order, and its signs in any."""
    return _SIGNS.sub("", folded), "".join(sorted(_SIGNS.findall(folded)))


@cache
def _by_characters() -> Mapping[tuple[str, str], tuple[str, ...]]:
    """The kinds of labels with signs by their characters; none for what two labels have alike."""
    found: dict[tuple[str, str], set[tuple[str, ...]]] = {}
    for table in TABLES:
        for wordings in terminals(table).values():
            for wording in map(fold, wordings):
                if _SIGNS.search(wording):
                    found.setdefault(_characters(wording), set()).add(exact_kinds(wording))
    return {characters: kinds.pop() for characters, kinds in found.items() if len(kinds) == 1}


@lru_cache(maxsize=4096)
def heading_of(folded: str) -> Heading | None:
    """The heading that a folded line is or begins with, if any."""
    if _LEADERS.search(folded):
        return None
    enumerator, rest = split_enumerator(folded)
    if enumerator.startswith("("):
        return _bracketed_heading(enumerator, folded, rest)
    # "三）…": the opening bracket is lost.
    rest = rest.removeprefix(")") if enumerator else rest
    headings = _lexicon().headings
    number = headings.get(rest.rstrip(_TRAILING))
    if number is not None:
        return Heading(number, True, enumerator == _NUMERALS[number - 1], len(folded))
    if not enumerator:
        return None
    return _glued_heading(enumerator, folded, rest) or _numbered_heading(enumerator, folded, rest)


def _bracketed_heading(enumerator: str, folded: str, rest: str) -> Heading | None:
    """The form's words behind their own numeral in brackets: a heading where there is no other."""
    number = _lexicon().headings.get(rest.rstrip(_TRAILING))
    if number is None or enumerator[1:-1] != _NUMERALS[number - 1]:
        return None
    return Heading(number, False, False, len(folded))


def _glued_heading(enumerator: str, folded: str, rest: str) -> Heading | None:
    """A numbered heading with text behind it on the same line; not a line that lists several headings."""
    lexicon = _lexicon()
    length = next((length for length in lexicon.heading_lengths if rest[:length] in lexicon.headings), None)
    if length is None:
        return None
    number = lexicon.headings[rest[:length]]
    behind = rest[length:]
    if any(other in behind for other, n in lexicon.headings.items() if n != number and len(other) > 6):
        return None
    return Heading(number, True, enumerator == _NUMERALS[number - 1], len(folded) - len(behind))


def _numbered_heading(enumerator: str, folded: str, rest: str) -> Heading | None:
    """A short line with one of the six numerals and other words than the form's."""
    if enumerator not in _NUMERALS or folded[1:2] != "、" or len(rest) > LONGEST_HEADING:
        return None
    if _SENTENCE.search(rest):
        return None
    return Heading(_NUMERALS.index(enumerator) + 1, False, True, len(folded))


def labels_in(folded: str) -> list[int] | None:
    """The ends of the labels that stand side by side in a folded text, each as long as can be.

    ``None`` if any other text stands there.
    """
    ends: list[int] = []
    start = 0
    while start < len(folded):
        end = _label_end(folded, start)
        if end == start:
            return None
        ends.append(end)
        start = end
    return ends


def _label_end(folded: str, start: int) -> int:
    """Where the longest label ends that a folded text has at a place; that place itself if it has none."""
    starts = _lexicon().starts
    end = start + 1
    while end < len(folded) and folded[start:end] in starts:
        end += 1
    while end > start and not exact_kinds(folded[start:end]):
        end -= 1
    return end
