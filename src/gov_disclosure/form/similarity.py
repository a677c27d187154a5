"""Nearness: texts that are a label of the form but for a slip of the pen, or a part of one."""

from collections.abc import Sequence
from functools import cache, lru_cache

from gov_disclosure.form.folding import fold, split_enumerator
from gov_disclosure.form.lexicon import TABLES, heading_of, label_kinds, starts_label
from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.form.vocabulary import terminals

# One wrong, missing or surplus character in so many.
_PER_SLIP = 4
# Of three characters two are left.
_MOST = 3
_LONGEST = 60
_SHORTEST_NOTE = 20
# The fifteen labels of table four, each in three parts.
_MOST_WORDS = 45
_SHORTEST_TORN = 5
# Of fewer characters one more or less is another word.
_FEWEST = 4
_NUMERAL = on_demand(r"\([一二三四五六七八九十]{1,2}\)|[一二三四五六七八九十]{1,2}[、.,:]")


@lru_cache(maxsize=2048)
def is_nearly(folded: str, table: str) -> bool:
    """Whether a folded text is nearly a label in the head of a table, a part of one, or one exactly."""
    if not folded or len(folded) > _LONGEST:
        return False
    return any(_is_part(folded, word) or _differ_little(folded, word) for word in _wordings(table))


@lru_cache(maxsize=2048)
def is_turned(folded: str, table: str) -> bool:
    """Whether a folded text is a label in a table's head but for what makes another of it: 被申请人情况."""
    if not _FEWEST <= len(folded) <= _LONGEST or folded in _wordings(table):
        return False
    return any(_is_near(folded, word) and _turns(folded) != _turns(word) for word in _wordings(table))


def is_stretch(folded: str, table: str) -> bool:
    """Whether a folded text is a stretch of a label in the head of a table, as one that is torn leaves it."""
    return bool(folded) and any(folded in word for word in _wordings(table))


def is_of_note(folded: str, table: str) -> bool:
    """Whether a folded text is a stretch of the note that stands in the corner of a head."""
    return any(folded in word for word in _wordings(table) if len(word) > _SHORTEST_NOTE)


def are_parts(words: Sequence[str], whole: Sequence[str], table: str) -> bool:
    """Whether folded words are the parts of labels in a head, those of each in order, and nothing else.

    One may be the end of a ``whole`` label that is another one's beginning: 法律服务 … 机构.
    """
    rest, whole = list(words), list(whole)
    if len(rest) > _MOST_WORDS:
        return False
    while rest:
        first = rest.pop(0)
        begun = [word for word in _wordings(table) if word.startswith(first) and word != first]
        tails = (word.removeprefix(first) for word in sorted(begun, key=len, reverse=True))
        places = next(filter(None, (_completing(tail, rest) for tail in tails)), ())
        opened = next((label for label in whole if label + first in _wordings(table)), "")
        if not first or not (places or opened):
            return False
        if not places:
            whole.remove(opened)
        rest = [word for at, word in enumerate(rest) if at not in places]
    return True


def _completing(tail: str, words: Sequence[str]) -> Sequence[int]:
    """The places of the first words that make up the rest of a label, in order; none where they don't."""
    places: list[int] = []
    for at, word in enumerate(words):
        if tail and word and tail.startswith(word):
            places.append(at)
            tail = tail.removeprefix(word)
    return () if tail else places


def is_torn_label(folded: str) -> bool:
    """Whether a folded text is a stretch of any label; a short one may be a word of its own."""
    return len(folded) >= _SHORTEST_TORN and is_stretch_of_label(folded)


@lru_cache(maxsize=1024)
def is_stretch_of_label(folded: str) -> bool:
    """Whether a folded text is a stretch of any label."""
    return any(
        folded in fold(word) for table in TABLES for words in terminals(table).values() for word in words
    )


def holds_label(folded: str, table: str) -> bool:
    """Whether a folded text has a label in the head of a table in it, and more."""
    return any(len(word) > 1 and word in folded for word in _wordings(table))


@cache
def _wordings(table: str) -> Sequence[str]:
    kinds = {kind: words for name in TABLES for kind, words in terminals(name).items()}
    heads = (words for kind, words in kinds.items() if _is_in_head(kind, table))
    return tuple(sorted({fold(word) for words in heads for word in words}))


def _is_in_head(kind: str, table: str) -> bool:
    if table == "proactive":
        return kind.startswith(("COLUMN_20", "ARTICLE_20", "INFORMATION"))
    return kind == "TOTAL" or (kind in terminals(table) and not kind.startswith("REQUESTS_"))


def _is_part(folded: str, word: str) -> bool:
    """Whether a text is a stretch of a label, or most of it with some characters lost."""
    return folded in word or _is_shortened(folded, word)


def _is_shortened(folded: str, word: str) -> bool:
    """Whether a text is most of a label, some characters lost."""
    remaining = iter(word)
    return _MOST * len(folded) >= len(word) * (_MOST - 1) and all(sign in remaining for sign in folded)


def _differ_little(one: str, other: str) -> bool:
    """Whether a few slips make one text of the other."""
    return _is_near(one, other) and _turns(one) == _turns(other)


def _is_near(one: str, other: str) -> bool:
    most = min(len(one), len(other)) // _PER_SLIP
    return abs(len(one) - len(other)) <= most and _slips(one, other, most) <= most


def _slips(one: str, other: str, most: int) -> int:
    """How many characters have to be put in, left out or replaced; more than ``most`` is not counted out."""
    above = list(range(len(other) + 1))
    for row, sign in enumerate(one, 1):
        line = [row]
        for column, behind in enumerate(other, 1):
            line.append(min(above[column] + 1, line[-1] + 1, above[column - 1] + (sign != behind)))
        if min(line) > most:
            return most + 1
        above = line
    return above[-1]


@cache
def numbered_rows() -> Sequence[str]:
    """The labels with a numeral of their own, groups of rows too, in the order of table three."""
    return tuple(kind for kind, words in terminals("requests").items() if split_enumerator(fold(words[0]))[0])


@lru_cache(maxsize=2048)
def mistyped(folded: str) -> str:
    """The one numbered label that a folded text is but for a slip of the pen, behind its numeral; or none."""
    enumerator, rest = split_enumerator(folded)
    if not enumerator or len(folded) > _LONGEST:
        return ""
    near = {(kind, own) for kind, own, word in _numbered_wordings() if _is_slip(rest, word)}
    return next(iter(near))[0] if len(near) == 1 and next(iter(near))[1] == enumerator else ""


@lru_cache(maxsize=2048)
def says_opposite(folded: str) -> bool:
    """Whether a folded text stands in the place of a numbered group and says another thing: (三)予以公开."""
    enumerator, rest = split_enumerator(folded)
    if not _NUMERAL.match(folded) or len(folded) > _LONGEST or starts_label(folded):
        return False
    own = [(kind, word) for kind, numeral, word in _numbered_wordings() if numeral == enumerator]
    kinds = {kind for of_label in label_kinds(folded) for kind in of_label}
    heading = heading_of(folded)
    if (heading and heading.sure) or any(kind in kinds for kind, _ in own):
        return False
    return any(
        _turns(rest) != _turns(word) and _slips(rest, word, len(word) // 2) <= len(word) // 2 for _, word in own
    )


@cache
def _numbered_wordings() -> Sequence[tuple[str, str, str]]:
    """Each wording of the numbered labels: which label it is, its numeral, and what stands behind that."""
    words = terminals("requests")
    return tuple((kind, *split_enumerator(fold(word))) for kind in numbered_rows() for word in words[kind])


def _is_slip(text: str, word: str) -> bool:
    """Whether one character is wrong or too many, or a few are lost, and none of them turns the meaning."""
    if min(len(text), len(word)) < _FEWEST - 1 or len(word) < _FEWEST or _turns(text) != _turns(word):
        return False
    if any(sign.isdigit() and sign not in word for sign in text):
        return False
    if len(text) > len(word) and text[-2:] != word[-2:]:
        # 申请人数 is no slip of 申请数, nor 予以公开率 one of 予以公开.
        return False
    return _slips(text, word, 1) == 1 or (len(text) < len(word) and _is_shortened(text, word))


def _turns(text: str) -> Sequence[str]:
    """What makes of words their opposite."""
    words = terminals("characters")["OPPOSITE"]
    return [sign for sign in text if sign in words]
