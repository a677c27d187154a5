"""What the words of a text say by themselves, wherever it stands: worked out once, as most texts come again."""

from functools import lru_cache
from typing import NamedTuple

from gov_disclosure.form.folding import fold, without_marks
from gov_disclosure.form.lexicon import LONGEST_LABEL, Heading, heading_of, label_kinds, starts_label
from gov_disclosure.parsing.lexemes import PROSE
from gov_disclosure.parsing.older_words import older_sign
from gov_disclosure.parsing.title_words import LONGEST_SEARCHED, last_part

Kinds = tuple[str, ...]


class Labels(NamedTuple):
    """The labels in a folded text, or the heading that it may be."""

    folded: str
    kinds: tuple[Kinds, ...]
    """What each label can be."""
    heading: Heading | None


class Words(NamedTuple):
    """What a text says by itself."""

    label: Kinds
    """What it can be if it is one label from end to end, and nothing goes on with it; empty for all else."""
    labels: Labels
    is_open: bool
    """Whether more of it may stand in the next piece: it begins a label, or ends in a bracket."""
    is_long: bool
    """Whether it is longer than any label; tags around it do not count."""
    title: str
    """What of it may end a title; empty for nearly all."""
    sign: tuple[str, str] | None
    """What of an older form it is, by its kind and words."""


@lru_cache(maxsize=4096)
def words_of(text: str) -> Words:
    """The words of a text, or of its first ``LONGEST_SEARCHED`` characters: no more is remembered."""
    folded = fold(text)
    is_long = len(text) > LONGEST_LABEL and not _is_dressed_label(text)
    labels = Labels(folded, (), None) if is_long else labels_of(folded)
    open_ = is_open(folded, labelled=bool(labels.kinds or labels.heading))
    label = labels.kinds[0] if len(labels.kinds) == 1 and not open_ else ()
    return Words(label, labels, open_, is_long, last_part(text), older_sign(text))


def labels_of(folded: str) -> Labels:
    """The labels in a folded text; where it has none, the heading that it may be."""
    if len(folded) > LONGEST_LABEL:
        return Labels(folded, (), None)
    kinds = tuple((*kinds, PROSE) for kinds in label_kinds(folded))
    return Labels(folded, kinds, None if kinds else heading_of(folded))


def is_open(folded: str, *, labelled: bool) -> bool:
    """Whether the next piece may belong to the label: a beginning of one, or a bracket still open."""
    return starts_label(folded) or (labelled and in_bracket(folded))


def in_bracket(folded: str) -> bool:
    """Whether a bracket is open at its end."""
    return folded.count("(") > folded.count(")")


def _is_dressed_label(text: str) -> bool:
    """Whether a text is long only by the tags around it."""
    dressed = text.lstrip()[:1] == "<" and len(text) < LONGEST_SEARCHED
    return dressed and len(without_marks(text)) <= LONGEST_LABEL
