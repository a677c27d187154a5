"""The narrative: what prose states of this year's requests, disputes and documents of this office.

What a chunk of known words states is told by the grammar; whether it is about the tables at all, by its
context. What can't be told is not stated.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from attrs import evolve

from gov_disclosure.context import DOCUMENTS, SILENT, Context, turns
from gov_disclosure.fold import fold
from gov_disclosure.prose import Clause, Token, paragraphs
from gov_disclosure.statements import Chunk, Form, Head, Statement, statements_in, trimmed
from gov_disclosure.vocabulary import terminals

# Words of a chunk; no clause that anybody writes has more.
_LONGEST: Final = 100
_NOUNS: Final = frozenset({"REQUEST", "APPLICATION"})
# What comes in, and so may have last year's counted in it.
_INCOMING: Final = frozenset({"received", "handled"})
_BY_APPLICANT: Final = frozenset({*_INCOMING, "newly_received", "answered"})
_ROWS: Final = frozenset({*_BY_APPLICANT, "carried_over", "carried_forward"})
_OF_DOCUMENTS: Final = frozenset({"issued", "repealed", "in_force"})


def statements(text: str, year: int | None, issuer: str | None) -> Iterator[Statement]:
    """The statements of a section's text, in order; ``year`` and ``issuer`` are the report's."""
    reader = _Reader(Context(fold(issuer or "")))
    for paragraph in paragraphs(text):
        for start, end in paragraph.sentences():
            if paragraph.may_state(start, end):
                for clause in paragraph.clauses(start, end, year):
                    reader.read(clause)
            else:
                reader.context.pass_over(paragraph.topics(start, end))
        for found in reader.found:
            start, end = paragraph.place(found.start), paragraph.place(found.end - 1) + 1
            yield evolve(found, start=start, end=end)
        reader.found = []
        reader.context.leave(paragraph.short)


class _Reader:
    def __init__(self, context: Context) -> None:
        self.context = context
        self.found: list[Statement] = []

    def read(self, clause: Clause) -> None:
        """Find the statements of a clause, and note what it speaks of."""
        before, blocked = self.context.enter(clause), False
        for chunk in self._chunks(clause.tokens):
            for statement in statements_in(chunk):
                if self.context.elsewhere:
                    blocked = True
                    self._set_apart(statement)
                elif all(_is_of_tables(head, statement, chunk, self.context) for head in statement.heads):
                    self._add(statement, chunk)
        self.context.end(clause, before, blocked=blocked)

    def _chunks(self, tokens: Sequence[Token]) -> Iterator[Chunk]:
        """The stretches of known words, each when the context is as it is behind its last one."""
        chunk: list[Token] = []
        first, including, in_time = True, self.context.sentence.including, False
        for at, token in enumerate(tokens):
            if token.type in SILENT:
                in_time = in_time or token.type == "IN_TIME"
                self.context.note(token)
            elif turns(tokens, at) or len(chunk) == _LONGEST:
                joined = bool(chunk) and chunk[-1].type == "AND"
                yield Chunk(trimmed(chunk), first, not joined, including, in_time)
                chunk, first, in_time = [], False, False
                self.context.turn(token)
            else:
                including = including if chunk else self.context.sentence.including
                chunk.append(token)
                self.context.note(token)
        yield Chunk(trimmed(chunk), first, False, including, in_time)

    def _set_apart(self, statement: Statement) -> None:
        """Requests that came in one way, or on one matter: what the sentence goes on to say is of those."""
        named = any(head.rule in _ROWS and set(head.words) - {"APPLICATION"} for head in statement.heads)
        self.context.sentence.partial |= self.context.aside and named

    def _add(self, statement: Statement, chunk: Chunk) -> None:
        completed = self._completed(statement, chunk)
        if completed is None:
            return
        heads = statement.heads
        rule = heads[0].rule if heads else ""
        if rule == "carried_over" and chunk.including:
            self._count_in()
        self.found.append(completed)
        if any(head.rule.startswith("carried") or _NOUNS & set(head.words) for head in heads):
            self.context.asked = True
        if statement.form is not Form.SHARE:
            self._remember(rule, heads)

    def _completed(self, statement: Statement, chunk: Chunk) -> Statement | None:
        """A statement with what the sentence has said before; ``None`` if it lacks that."""
        sentence, heads = self.context.sentence, statement.heads
        same = statement.form in (Form.SAME, Form.ALONE)
        if same or not heads:
            last = None if sentence.last is None else self.found[sentence.last]
            if last is None or not _goes_on(statement, last, chunk, self.context):
                return None
            statement = evolve(statement, quantity=last.quantity if same else statement.quantity)
            if not heads:
                return evolve(statement, heads=last.heads, within=last.within)
        rule = heads[0].rule
        if rule == "applicant":
            return evolve(statement, within=sentence.rows or (Head("received", ()),))
        if rule == "outcome":
            return evolve(statement, within=sentence.parts)
        if rule in _OF_DOCUMENTS and not DOCUMENTS & set(heads[0].words):
            return evolve(statement, heads=(Head(rule, (sentence.document or "",)),))
        return statement

    def _count_in(self) -> None:
        """What was carried over is part of what came in, as given before."""
        number = self.context.sentence.came_in
        if number is not None:
            self.found[number] = evolve(self.found[number], with_carried_over=True)

    def _remember(self, rule: str, heads: tuple[Head, ...]) -> None:
        sentence = self.context.sentence
        sentence.last = len(self.found) - 1
        if rule in _BY_APPLICANT:
            sentence.rows = heads
            sentence.came_in = sentence.last if rule in _INCOMING else None


def _goes_on(statement: Statement, last: Statement, chunk: Chunk, context: Context) -> bool:
    """Whether words without a figure, or without what it is of, are of what was counted last."""
    before = last.heads[0].rule
    if statement.form is Form.SHARE:
        return context.outside is not None or len(chunk.tokens) > 1
    if statement.heads[0].rule not in ("outcome", "dispute"):
        return before in _BY_APPLICANT
    one = before == "dispute" and len(context.sentence.parts) == 1
    return one and (chunk.first or statement.form is not Form.ALONE)


# --- Whether a figure is one of the tables' ---------------------------------------------------------------


def _is_of_tables(head: Head, statement: Statement, chunk: Chunk, context: Context) -> bool:
    words, sentence = set(head.words), context.sentence
    none = statement.form is Form.NONE
    if none and (chunk.followed or head.rule == "answered"):
        # What there is none of has another name (no fees for requests), or was not done in time.
        return False
    if sentence.partial and head.rule in (*_ROWS, "result", "applicant"):
        return False
    opens = none or (chunk.first and not chunk.including)
    match head.rule:
        case rule if rule in _BY_APPLICANT:
            return _is_of_requests(head, statement, chunk, context)
        case "result":
            told = context.asked is not False or (context.heard and not sentence.dealt)
            return told and (chunk.first or not context.because) and not sentence.published
        case "carried_over" | "carried_forward":
            return context.asked is not False
        case "applicant":
            return bool(sentence.rows) or (context.asked is not False and "RECEIVED" in words)
        case "dispute":
            told = chunk.first or context.named or "RECEIVED" in words or (none and context.about)
            return told and not sentence.judging
        case "outcome":
            return bool(sentence.parts) and not sentence.judging
        case "repealed" | "in_force" if sentence.reviewed:
            return False
        case rule if rule in _OF_DOCUMENTS:
            return bool(words & DOCUMENTS) or sentence.document is not None
        case _:
            return opens or len(words) > 1


def _is_of_requests(head: Head, statement: Statement, chunk: Chunk, context: Context) -> bool:
    words = set(head.words)
    if not words & _NOUNS:
        told = context.asked is True and not chunk.followed
    else:
        told = context.asked is not False or "REQUEST" in words
    if words <= _NOUNS:
        opens = statement.form is Form.NONE or (chunk.first and not chunk.including)
        cases = ("", *terminals("narrative")["CASE_UNIT"])
        return told and opens and not context.sentence.published and statement.quantity.unit in cases
    if head.rule == "answered":
        return told and not chunk.in_time
    return told and (head.rule == "newly_received" or not chunk.including)
