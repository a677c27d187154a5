"""The narrative: what prose states of this year's requests, disputes and documents of this office.

What a chunk of known words states is told by the grammar; whether it is about the tables at all, by what stands
around it: a year, a body, a thing that the tables do not count. What can't be told is not stated.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from attrs import define, evolve

from gov_disclosure.fold import fold
from gov_disclosure.prose import OTHER_TEXT, Clause, Token, paragraphs
from gov_disclosure.statements import Chunk, Form, Head, Statement, statements_in, trimmed
from gov_disclosure.vocabulary import terminals

# Words of a chunk; no clause that anybody writes has more.
_LONGEST: Final = 100
# Dropped before parsing.
_SILENT: Final = frozenset({"FILLER", "ABOUT", "THIS_YEAR", "OWN", "SCOPE", "INCLUDING", "IN_TIME", "BECAUSE"})
# What may stand between a year and what is carried from it: 上年度没有结转.
_PASSED: Final = frozenset({*_SILENT, "NONE"})
# From here to the end of the clause a part, a change or a plan is spoken of; or a thing that no table counts.
_ASIDE: Final = frozenset({"PART", "CHANGE", "PLAN", "OTHER_THING", "PUBLISHED", "REVIEWED"})
# Another year, or other bodies, until the sentence comes back to this one.
_ELSEWHERE: Final = frozenset({"OTHER_TIME", "OTHER_BODY"})
_YEARS: Final = frozenset({"LAST_YEAR", "NEXT_YEAR"})
_PARTS: Final = frozenset(
    {"RECONSIDERATION", "LITIGATION", "LITIGATION_DIRECT", "LITIGATION_AFTER_RECONSIDERATION"}
)
_DOCUMENTS: Final = frozenset({"PROACTIVE_NORMATIVE_DOCUMENTS", "PROACTIVE_RULES"})
_VERBS: Final = frozenset({"RECEIVED", "HANDLED", "ANSWERED"})
_NOUNS: Final = frozenset({"REQUEST", "APPLICATION"})
# What comes in, and so may be told by applicant, or have last year's counted in it.
_INCOMING: Final = frozenset({"received", "handled"})
_BY_APPLICANT: Final = frozenset({*_INCOMING, "newly_received", "answered"})
_ROWS: Final = frozenset({*_BY_APPLICANT, "carried_over", "carried_forward"})


def statements(text: str, year: int | None, issuer: str | None) -> Iterator[Statement]:
    """The statements of a section's text, in order; ``year`` and ``issuer`` are the report's."""
    reader = _Reader(fold(issuer or ""))
    for paragraph in paragraphs(text):
        for start, end in paragraph.sentences():
            if paragraph.may_state(start, end):
                for clause in paragraph.clauses(start, end, year):
                    reader.read(clause)
            else:
                reader.pass_over(paragraph.topics(start, end))
        for found in reader.found:
            start, end = paragraph.place(found.start), paragraph.place(found.end - 1) + 1
            yield evolve(found, start=start, end=end)
        reader.leave(paragraph.short)


def _place_of(issuer: str) -> str:
    """The name of the place that an issuer governs, with its kind at the end: 青溪区 for 青溪区人民政府."""
    words = terminals("narrative")["GOVERNMENT"]
    return next((issuer.removesuffix(word) for word in words if issuer.endswith(word)), issuer)


@define
class _Sentence:
    """What a sentence has spoken of so far."""

    rows: tuple[Head, ...] = ()
    parts: tuple[Head, ...] = ()
    document: str | None = None
    last: int | None = None
    """The number of the statement that a share may be of."""
    came_in: int | None = None
    """The number of its last statement of what came in."""
    including: bool = False
    """It tells the parts of a figure (其中)."""
    time: bool = False
    """Another year is spoken of."""
    body: bool = False
    """Another body is."""
    judging: bool = False
    """Disputes are those that the office decides, not those that it is a party to."""
    dealt: bool = False
    """It says what came in, or was dealt with."""
    reviewed: bool = False
    """Documents are, that were looked through."""
    published: bool = False
    """What is published of the office's own accord is spoken of."""
    partial: bool = False
    """Requests of one kind are, by another division than the table's."""


class _Reader:
    def __init__(self, issuer: str) -> None:
        self.issuer = issuer
        self.place = _place_of(issuer)
        self.found: list[Statement] = []
        self.asked: bool | None = None
        self.heard = False
        self.about = False
        self.aside = False
        self.named = False
        self.handling = False
        self.because = False
        self.sentence = _Sentence()
        self.outside: _Sentence | None = None

    def leave(self, heading: bool) -> None:
        """End a paragraph; what a heading names goes on in the next."""
        self.found = []
        self.sentence = _Sentence()
        self.outside = None
        self.asked = self.asked if heading else None
        self.heard = self.heard and heading
        self.about = self.about and heading

    def pass_over(self, topics: frozenset[str]) -> None:
        """Note what a sentence without figures speaks of."""
        self.asked = True if "REQUEST" in topics else self.asked
        self.heard = self.heard or "REQUEST" in topics
        self.about = self.about or bool(topics)

    def read(self, clause: Clause) -> None:
        """Find the statements of a clause, and note what it speaks of."""
        if not clause.follows:
            self.sentence = _Sentence(rows=self.sentence.rows)
            self.asked = self.asked or None
        self._enter(clause.inside)
        before = (self.sentence.time, self.sentence.body)
        self.aside = self.named = self.handling = self.because = blocked = False
        if any(token.quantity and token.type != "PERCENT" for token in clause.tokens):
            self.sentence.last = None
        for chunk in self._chunks(clause.tokens):
            for statement in statements_in(chunk):
                if self.aside or self.sentence.time or self.sentence.body:
                    blocked = True
                    self._set_apart(statement)
                elif all(self._is_of_tables(head, statement, chunk) for head in statement.heads):
                    self._add(statement, chunk)
        if not blocked and not _sets_time(clause) and any(token.type == OTHER_TEXT for token in clause.tokens):
            # "Compared with last year, …" is over with its clause; "last year the office …, and …" is not.
            self.sentence.time, self.sentence.body = before
        if clause.breaks:
            self.sentence.time = self.sentence.body = self.sentence.partial = self.sentence.including = False

    def _enter(self, inside: bool) -> None:
        """What brackets speak of ends with them."""
        if inside and self.outside is None:
            self.outside = evolve(self.sentence)
        elif not inside and self.outside is not None:
            before, self.outside = self.outside, None
            self.sentence.time, self.sentence.body, self.sentence.partial = (
                before.time,
                before.body,
                before.partial,
            )
            self.sentence.including = before.including

    def _set_apart(self, statement: Statement) -> None:
        """Requests that came in one way, or on one matter: what the sentence goes on to say is of those."""
        if self.aside and any(
            head.rule in _ROWS and set(head.words) - {"APPLICATION"} for head in statement.heads
        ):
            self.sentence.partial = True

    def _chunks(self, tokens: Sequence[Token]) -> Iterator[Chunk]:
        chunk: list[Token] = []
        first, including, in_time = True, self.sentence.including, False
        for at, token in enumerate(tokens):
            if token.type in _SILENT:
                in_time = in_time or token.type == "IN_TIME"
                self._note(token)
            elif self._cuts(token, tokens, at) or len(chunk) == _LONGEST:
                joined = bool(chunk) and chunk[-1].type == "AND"
                yield Chunk(trimmed(chunk), first, not joined, including, in_time)
                chunk, first, in_time = [], False, False
                self._turn(token)
            else:
                including = including if chunk else self.sentence.including
                chunk.append(token)
                self._note(token)
        yield Chunk(trimmed(chunk), first, False, including, in_time)

    def _cuts(self, token: Token, tokens: Sequence[Token], at: int) -> bool:
        if token.type in _YEARS:
            return not _is_carried(tokens, at)
        return token.type == OTHER_TEXT or token.type in _ASIDE or token.type in _ELSEWHERE

    def _note(self, token: Token) -> None:
        """What a known word says of the sentence."""
        type, sentence = token.type, self.sentence
        if type == "REQUEST":
            self.asked = self.heard = self.about = self.named = True
        elif type == "ABOUT":
            self.about = self.named = True
        elif type == "THIS_YEAR":
            sentence.time = False
        elif type == "OWN":
            sentence.body = False
        elif type == "INCLUDING":
            sentence.including = True
            sentence.partial = sentence.partial or any(row.rule == "carried_over" for row in sentence.rows)
        elif type == "SCOPE":
            sentence.body = not self.place.endswith(token.text[1:])
        elif type == "BECAUSE":
            self.because = True
        elif type in _VERBS:
            sentence.dealt = True
            self.handling = self.handling or type == "HANDLED"
        elif type in _PARTS:
            sentence.judging = sentence.judging or self.handling
            sentence.parts = (
                *(part for part in sentence.parts if part.words != (type,)),
                Head("dispute", (type,)),
            )
        elif type in _DOCUMENTS:
            sentence.document = type

    def _turn(self, token: Token) -> None:
        """What a word says that speaks of something else."""
        if token.type == "OTHER_THING":
            self.asked = False
        if token.type in _ASIDE:
            self.aside = token.type != "REVIEWED"
            self.sentence.published = self.sentence.published or token.type == "PUBLISHED"
            self.sentence.reviewed = self.sentence.reviewed or token.type == "REVIEWED"
        elif token.type == "OTHER_BODY":
            self.sentence.body = True
        elif token.type == OTHER_TEXT:
            self.sentence.body = self.sentence.body or self._names_another(token.text)
        else:
            self.sentence.time = True

    def _names_another(self, text: str) -> bool:
        """Whether unknown words end with the name of a body that is not the issuer's."""
        named = text.endswith(terminals("narrative")["BODY"])
        return named and bool(self.issuer) and not (self.issuer.endswith(text[-1]) or text[-2:] in self.issuer)

    def _add(self, statement: Statement, chunk: Chunk) -> None:
        sentence, heads = self.sentence, statement.heads
        rule = heads[0].rule if heads else ""
        last = None if sentence.last is None else self.found[sentence.last]
        if (statement.form in (Form.SAME, Form.ALONE) or not heads) and (
            last is None or not self._goes_on(statement, last, chunk)
        ):
            return
        if statement.form in (Form.SAME, Form.ALONE) and last is not None:
            statement = evolve(statement, quantity=last.quantity)
        if not heads and last is not None:
            statement = evolve(statement, heads=last.heads, within=last.within)
        elif rule == "applicant":
            statement = evolve(statement, within=sentence.rows or (Head("received", ()),))
        elif rule == "outcome":
            statement = evolve(statement, within=sentence.parts)
        elif rule in ("issued", "repealed", "in_force") and not _DOCUMENTS & set(heads[0].words):
            statement = evolve(statement, heads=(Head(rule, (sentence.document or "",)),))
        if rule == "carried_over" and chunk.including and sentence.came_in is not None:
            counted = self.found[sentence.came_in]
            self.found[sentence.came_in] = evolve(counted, with_carried_over=True)
        self.found.append(statement)
        if any(head.rule.startswith("carried") or _NOUNS & set(head.words) for head in heads):
            self.asked = True
        if statement.form is not Form.SHARE:
            sentence.last = len(self.found) - 1
            if rule in _BY_APPLICANT:
                sentence.came_in = sentence.last if rule in _INCOMING else None
            sentence.rows = heads if rule in _BY_APPLICANT else sentence.rows

    def _goes_on(self, statement: Statement, last: Statement, chunk: Chunk) -> bool:
        """Whether words without a figure, or without what it is of, are of what was counted last."""
        before = last.heads[0].rule
        if statement.form is Form.SHARE:
            return self.outside is not None or len(chunk.tokens) > 1
        if statement.heads[0].rule in ("outcome", "dispute"):
            return (
                before == "dispute"
                and len(self.sentence.parts) == 1
                and (chunk.first or statement.form is not Form.ALONE)
            )
        return before in _BY_APPLICANT

    # --- Whether a figure is one of the tables' ---

    def _is_of_tables(self, head: Head, statement: Statement, chunk: Chunk) -> bool:
        words = set(head.words)
        if statement.form is Form.NONE and (chunk.followed or head.rule == "answered"):
            # What there is none of has another name (no fees for requests), or was not done in time.
            return False
        if self.sentence.partial and head.rule in (*_ROWS, "result", "applicant"):
            return False
        opens = statement.form is Form.NONE or (chunk.first and not chunk.including)
        match head.rule:
            case rule if rule in _BY_APPLICANT:
                return self._is_of_requests(head, statement, chunk, opens=opens)
            case "result":
                told = self.asked is not False or (self.heard and not self.sentence.dealt)
                return told and (chunk.first or not self.because) and not self.sentence.published
            case "carried_over" | "carried_forward":
                return self.asked is not False
            case "applicant":
                return bool(self.sentence.rows) or (self.asked is not False and "RECEIVED" in words)
            case "dispute":
                told = (
                    chunk.first
                    or self.named
                    or "RECEIVED" in words
                    or (statement.form is Form.NONE and self.about)
                )
                return told and not self.sentence.judging
            case "outcome":
                return bool(self.sentence.parts) and not self.sentence.judging
            case "repealed" | "in_force" if self.sentence.reviewed:
                return False
            case "issued" | "repealed" | "in_force":
                return bool(words & _DOCUMENTS) or self.sentence.document is not None
            case _:
                return opens or len(words) > 1

    def _is_of_requests(self, head: Head, statement: Statement, chunk: Chunk, *, opens: bool) -> bool:
        words = set(head.words)
        if not words & _NOUNS:
            told = self.asked is True and not chunk.followed
        else:
            told = self.asked is not False or "REQUEST" in words
        if words <= _NOUNS:
            cases = ("", *terminals("narrative")["CASE_UNIT"])
            return told and opens and not self.sentence.published and statement.quantity.unit in cases
        if head.rule == "answered":
            return told and not chunk.in_time
        return told and (head.rule == "newly_received" or not chunk.including)


def _sets_time(clause: Clause) -> bool:
    """Whether a year that a clause names is the one it speaks of, and not one that it compares with."""
    types = {token.type for token in clause.tokens}
    return bool(types & {*_YEARS, "OTHER_TIME"}) and "CHANGE" not in types


def _is_carried(tokens: Sequence[Token], at: int) -> bool:
    """Whether a year is that from which, or to which, requests are carried."""
    before = [token.type for token in tokens[max(at - 3, 0) : at] if token.type not in _PASSED]
    behind = [token.type for token in tokens[at + 1 : at + 4] if token.type not in _PASSED]
    return "CARRIED" in (*before[-1:], *behind[:1])
