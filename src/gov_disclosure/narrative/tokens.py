"""Prose: the text of a section as paragraphs, sentences and clauses of known words and numbers."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from typing import Final

from attrs import define, evolve, field

from gov_disclosure.form.folding import unify
from gov_disclosure.narrative.clauses import COUNT, NUMBER, OTHER_TEXT, PERCENT, Clause, Token
from gov_disclosure.narrative.issuers import OwnNames
from gov_disclosure.narrative.patterns import patterns, words_of_kind
from gov_disclosure.narrative.quantities import (
    CHINESE,
    NUMBER_PARTS,
    Quantity,
    percentage,
    quantity,
    year_written,
)
from gov_disclosure.narrative.settling import clause, led

# A shorter line ends its paragraph, however it ends.
_FULL_LINE = 20
_TABLE = re.compile(r"[\t|│┃]")
_ENDS = tuple("。！？!?；;：:")
_ITEM_ENDS = ("；", ";")
_GOES_ON = ("，", ",", "、")
_ENTERS = re.compile(r"\s{2,}|\u3000|[（(]?[一二三四五六七八九十1-9][）)、.．]")
_NUMBERED = re.compile(r"[（(]?[一二三四五六七八九十0-9]{1,2}(?:[）)、.．]|是)")
_OPENS, _CLOSES = "（(", "）)"
_FIGURE = re.compile(f"[0-9{CHINESE}]")
_LABELS = "：:"
_LEADS_IN = "：:，,"
_LABELLED = re.compile("(?:[0-9]+|零|〇|无)(?:件|宗|起|份|次)?(?:[，,；;。、]|$)")
_STOPS = "。！!？?."
_SENTENCE = re.compile("[^。！!？?]+[。！!？?]*|[。！!？?]+")
_HEADING = re.compile(r"[（(]?[一二三四五六七八九十1-9][）)、.．][^，,。；;]{2,40}")
_NOISE = re.compile("[\\s\"'“”‘’「」『』*\u200b-\u200f\ufeff]+")
# Where white space parts two digits, they are not one number.
_PARTED = "\x00"
_WIDE = {ord("０") + digit: str(digit) for digit in range(10)} | {ord("％"): "%", ord("．"): "."}

_IS_WIDE = re.compile("[０-９％．]")


@define(eq=False)
class Paragraph:
    """A paragraph without white space and quotation marks, and where each of its characters stands."""

    text: str
    heading: bool
    """A short line, or one that leads in to what follows."""
    cuts: list[int] = field(factory=list)
    moves: list[int] = field(factory=list)

    def place(self, offset: int) -> int:
        """The offset in the section's text of an offset in this."""
        return offset + self.moves[bisect_right(self.cuts, offset) - 1]

    @property
    def goes_on(self) -> bool:
        """Whether it is an item of a list that goes on behind it."""
        return self.text.endswith(_ITEM_ENDS)

    def sentences(self) -> Iterator[tuple[int, int]]:
        """Where its sentences begin and end."""
        return (match.span() for match in _SENTENCE.finditer(self.text))

    def may_state(self, start: int, end: int) -> bool:
        """Whether a sentence may state a figure of the tables: most do not, and need not be read."""
        known = patterns()
        for says, of in ((known.figure, known.counted), (known.none, known.lacked)):
            if says.search(self.text, start, end) and of.search(self.text, start, end):
                return True
        return False

    def is_formal(self, start: int, end: int) -> bool:
        """Whether a sentence tells of disputes in the form's own words."""
        return patterns().formal.search(self.text, start, end) is not None

    def topics(self, start: int, end: int) -> frozenset[str]:
        """Which of REQUEST, ABOUT and PUBLISHED a sentence speaks of; and HEADING, if it is numbered as one."""
        found = patterns().topic.findall(self.text, start, end)
        subjects = ("HEADING",) if _NUMBERED.match(self.text, start, end) else ()
        return frozenset((*(words_of_kind()[word] for word in found), *subjects))

    def clauses(self, start: int, end: int, year: int | None, own: OwnNames) -> Iterator[Clause]:
        """The clauses of a sentence; ``year`` is the report's, ``own`` finds its office by name."""
        tokens: list[Token] = []
        before: list[Token] = []
        lead: list[Token] = []
        last, follows, inside, colon, unit = start, False, False, False, ""
        for match in self._matches(start, end, own):
            first, behind = match if isinstance(match, tuple) else match.span()
            if first > last:
                tokens.append(self._token(OTHER_TEXT, last, first))
            last = behind
            if isinstance(match, tuple):
                tokens.append(self._token("OWN", first, last))
            elif mark := match["mark"]:
                if mark in _LABELS and tokens and not inside and _LABELLED.match(self.text, last, end):
                    # 受理件数：5件
                    continue
                counted = any(token.quantity for token in tokens)
                if mark in _OPENS:
                    before = [] if counted else [evolve(token) for token in tokens]
                yield clause(led(lead, tokens, colon=colon), follows, mark, inside)
                colon = mark in _LABELS
                lead = tokens if mark in _LEADS_IN and not (counted or inside) else []
                # 科研机构（高校）2件: a figure behind brackets is of what stands before them.
                goes_on = inside and mark in _CLOSES and _FIGURE.match(self.text, last, end)
                tokens, follows = before if goes_on else [], mark not in _STOPS
                inside = mark in _OPENS or (inside and mark not in _CLOSES)
            else:
                unit = match["declared"] or unit
                tokens.append(self._known(match, year, unit))
        if last < end:
            tokens.append(self._token(OTHER_TEXT, last, end))
        if tokens:
            yield clause(led(lead, tokens, colon=colon), follows, "", inside)

    def _matches(self, start: int, end: int, own: OwnNames) -> Iterator[re.Match[str] | tuple[int, int]]:
        """What is known of a sentence; the office's name goes before the words that it has in it."""
        spans = own.spans(self.text, start, end)
        return self._beside(spans, start, end) if spans else patterns().token.finditer(self.text, start, end)

    def _beside(
        self, spans: list[tuple[int, int]], start: int, end: int
    ) -> Iterator[re.Match[str] | tuple[int, int]]:
        token = patterns().token
        for first, last in spans:
            known = start
            for match in token.finditer(self.text, start, first):
                known = match.end()
                yield match
            start = first
            if known == first:
                # Behind words that are not known it is another's: 红河县财政局.
                yield first, last
                start = last
        yield from token.finditer(self.text, start, end)

    def _token(self, type: str, start: int, end: int, quantity: Quantity | None = None) -> Token:
        return Token(type, self.text[start:end], start, end, quantity)

    def _known(self, match: re.Match[str], year: int | None, unit: str) -> Token:
        """A known word or number; ``unit`` is what the sentence has said that its numbers count."""
        start, end = match.span()
        if word := match["word"]:
            return self._token(words_of_kind()[word], start, end)
        if match["title"] and words_of_kind().get(match["title"][1:-1]) == "REQUEST":
            return self._token("REQUEST", start, end)
        if match["title"] and match["title"][0] == "《":
            return self._token("FILLER", start, end)
        if match["own"]:
            return self._token("OWN", start, end)
        if match["year"] or match["dotted"]:
            return self._token(_relation(match, year), start, end)
        if match["percent"]:
            return self._token(PERCENT, start, end, percentage(match["percent"]))
        if (
            match["digits"]
            and not match["bound"]
            and self._whole(start, end)
            and (number := quantity(*match.group(*NUMBER_PARTS)))
        ):
            number = number if number.unit else evolve(number, unit=unit)
            return self._token(COUNT if number.unit else NUMBER, start, end, number)
        return self._token(_DATES.get(match.lastgroup or "", OTHER_TEXT), start, end)

    def _whole(self, start: int, end: int) -> bool:
        """Whether no digit stands beside a number, parted from it."""
        before, behind = self.text[max(start - 1, 0) : start], self.text[end : end + 1]
        # 一件件 counts nothing.
        return _PARTED not in (before, behind) and behind != self.text[end - 1]


_DATES: Final[Mapping[str, str]] = {
    "item": "FILLER",
    "people": "FILLER",
    "declares": "FILLER",
    "whole": "FILLER",
    "day": "FILLER",
    "month": "OTHER_TIME",
    "span": "OTHER_TIME",
    "years": "OTHER_TIME",
    "part": "OTHER_TIME",
}


def paragraphs(text: str) -> Iterator[Paragraph]:
    """The paragraphs of a section, lines of tables left out; lines that a tool has broken are joined."""
    start = end = 0
    for line in text.splitlines(keepends=True):
        body = line.strip()
        if start < end and (not body or _ENTERS.match(line) or _TABLE.search(line)):
            yield _paragraph(text, start, end)
            start = end
        end += len(line)
        if not body or _TABLE.search(line):
            start = end
        elif _ends_paragraph(body):
            yield _paragraph(text, start, end)
            start = end
    if start < end:
        yield _paragraph(text, start, end)


def _ends_paragraph(line: str) -> bool:
    """Whether a line is the last of its paragraph, and no tool has broken it there."""
    if line.endswith(_ENDS) or _HEADING.fullmatch(line):
        return True
    return len(line) < _FULL_LINE and not line.endswith(_GOES_ON) and not line[-1].isdigit()


def _paragraph(text: str, start: int, end: int) -> Paragraph:
    parts: list[str] = []
    cuts, moves = [0], [start]
    length, last = 0, start
    for noise in _NOISE.finditer(text, start, end):
        before, behind = text[noise.start() - 1 : noise.start()], text[noise.end() : noise.end() + 1]
        part = text[last : noise.start()] + (_PARTED if before.isdigit() and behind.isdigit() else "")
        parts.append(part)
        length += len(part)
        last = noise.end()
        cuts.append(length)
        moves.append(last - length)
    parts.append(text[last:end])
    joined = "".join(parts)
    plain = unify(joined.translate(_WIDE) if _IS_WIDE.search(joined) else joined)
    leads_in = plain.endswith((":", "：")) or (len(plain) < _FULL_LINE and not plain.endswith(_ENDS))
    return Paragraph(plain, leads_in or bool(_HEADING.fullmatch(plain)), cuts, moves)


def _relation(match: re.Match[str], year: int | None) -> str:
    """What a year is to the report's."""
    apart = None if year is None else year_written(match["year"] or match["dotted"]) - year
    if apart == 0:
        return "THIS_YEAR"
    return {-1: "LAST_YEAR", 1: "NEXT_YEAR"}.get(0 if match["since"] or apart is None else apart, "OTHER_TIME")
