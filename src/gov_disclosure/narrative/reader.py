"""The narrative: what prose states of this year's requests, disputes and documents of this office.

What a chunk of known words states is told by the grammar; whether it is about the tables at all, by its
context. What can't be told is not stated.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final

from attrs import evolve

from gov_disclosure.form.folding import fold
from gov_disclosure.narrative.absences import absences_in
from gov_disclosure.narrative.agreement import agreeing
from gov_disclosure.narrative.clauses import (
    ACTIONS,
    ALL_REQUESTS,
    ALL_THOSE,
    COUNT,
    DOCUMENTS,
    OTHER_TEXT,
    Clause,
    Token,
)
from gov_disclosure.narrative.context import SILENT, Context, turns
from gov_disclosure.narrative.ellipsis import completed
from gov_disclosure.narrative.items import items_in
from gov_disclosure.narrative.notes import Notes
from gov_disclosure.narrative.quantities import Quantity
from gov_disclosure.narrative.relevance import NOUNS, OF_DOCUMENTS, ROWS, counts_toward_tables
from gov_disclosure.narrative.scopes import BY_APPLICANT, Told, Topic, Whose
from gov_disclosure.narrative.statements import Chunk, Statement, statements_in
from gov_disclosure.narrative.sums import borne_out
from gov_disclosure.narrative.tentative import Tentative, condition
from gov_disclosure.narrative.tokens import paragraphs
from gov_disclosure.narrative.totals import totals_in
from gov_disclosure.narrative.units import units_of
from gov_disclosure.narrative.wordings import Form, Subject, trimmed

# From this year on, the form asks for no items of each kind of decision.
_FORM_OF_2021: Final = 2021
# Words of a chunk; no clause that anybody writes has more.
_LONGEST: Final = 100


def statements(text: str, year: int | None, issuer: str | None) -> Iterator[Statement]:
    """The statements of a section's text, in order; ``year`` and ``issuer`` are the report's."""
    reader = _Reader(Context(fold(issuer or "")))
    for paragraph in paragraphs(text):
        if paragraph.heading:
            reader.context.forget(heading=True)
        for start, end in paragraph.sentences():
            if paragraph.heading or paragraph.may_state(start, end):
                reader.context.is_formal = partial(paragraph.is_formal, start, end)
                for clause in paragraph.clauses(start, end, year, reader.context.issuer.names):
                    reader.read(clause)
            else:
                reader.context.pass_over(paragraph.topics(start, end))
        said = reader.said()
        more = list(_more(reader, said, year)) if reader.notes.may_say_more(said) else []
        for found in agreeing(sorted((*said, *more), key=_place) if more else said):
            start, end = paragraph.place(found.start), paragraph.place(found.end - 1) + 1
            yield evolve(found, start=start, end=end)
        reader.found, reader.unsaid, reader.tentative = [], set(), []
        if reader.notes.heard:
            reader.notes = Notes()
        reader.context.leave(heading=paragraph.heading, goes_on=paragraph.goes_on)


def _more(reader: "_Reader", known: Sequence[Statement], year: int | None) -> Iterator[Statement]:
    """What a second look at the clauses finds beside what is known."""
    notes = [*reader.notes.noted(reader.context.issuer)]
    units = units_of(notes, known)
    yield from borne_out(units, known)
    yield from absences_in(notes, known)
    yield from totals_in(units, known)
    if year is None or year < _FORM_OF_2021:
        yield from items_in(notes)


def _place(statement: Statement) -> int:
    return statement.start


class _Reader:
    def __init__(self, context: Context) -> None:
        self.context = context
        self.found: list[Statement] = []
        self.unsaid: set[int] = set()
        self.tentative: list[Tentative] = []
        self.tokens: Sequence[Token] = ()
        self.notes = Notes()

    def said(self) -> list[Statement]:
        """The statements of the paragraph."""
        self.unsaid.update(one.told.number for one in self.tentative if not one.borne_out)
        return [statement for number, statement in enumerate(self.found) if number not in self.unsaid]

    def read(self, clause: Clause) -> None:
        """Find the statements of a clause, and note what it speaks of."""
        before, blocked, count = self.context.enter(clause), False, len(self.found)
        self.tokens = clause.tokens
        for chunk in self._chunks(clause.tokens):
            for worded in statements_in(chunk):
                statement = completed(worded, chunk, self.context.sentence)
                if statement is None:
                    continue
                if self.context.elsewhere or (
                    self.context.sentence.whose is Whose.AFTER_OTHER and _continues(statement)
                ):
                    # A share by which something changed says nothing of what the sentence goes on with.
                    blocked = blocked or not self.context.clause.has("CHANGE")
                    self._set_apart(statement)
                elif all(
                    counts_toward_tables(subject, statement, chunk, self.context)
                    for subject in statement.subjects
                ):
                    self._add(statement, chunk)
        spoken = self.context.clause
        if spoken.has("UNRELATED") or (spoken.named and spoken.has("INCLUDING")):
            self.unsaid.update(self.context.sentence.unnamed())
        if clause.tokens:
            self.notes.take(clause, self.context, before)
        self.context.end(clause, before, found=len(self.found) > count, blocked=blocked)

    def _chunks(self, tokens: Sequence[Token]) -> Iterator[Chunk]:
        """The stretches of known words, each when the context is as it is behind its last one."""
        chunk: list[Token] = []
        first, including = True, self.context.sentence.including
        reasons = [token.start for token in tokens if token.type == "BECAUSE"]
        for at, token in enumerate(tokens):
            if token.type in SILENT:
                self.context.note(token)
                self._refer_to_all(token, opens=first and not chunk)
            elif chunk and chunk[0].type == "NONE" and _is_lacked_too(chunk, tokens, at):
                continue
            elif turns(tokens, at) or len(chunk) == _LONGEST:
                joined = bool(chunk) and chunk[-1].type == "AND"
                if chunk:
                    yield Chunk(trimmed(chunk), first, not joined, including, token.type, joined, reasons)
                chunk, first = [], (self.context.turn(token) or self._is_its_field(tokens, at)) and first
                if token.type == "PART":
                    # Written requests beside those that came in otherwise are not all of them.
                    self.unsaid.update(self.context.sentence.in_writing())
            else:
                including = including if chunk else self.context.sentence.including
                if token.type == COUNT and not chunk and self._names_a_thing(tokens[:at]):
                    # 收到反馈意见80条: what came in is no request.
                    self.context.paragraph.topic = Topic.OTHER
                if token.type == "APPLICATION" and self._asks_for_a_thing(tokens[:at]):
                    self.context.paragraph.topic = Topic.OTHER
                chunk.append(token)
                self.context.note(token)
        if not chunk:
            return
        summed = first and self.context.clause.has("SUM")
        yield Chunk(trimmed(chunk), first, False, including, "", reasons=reasons, summed=summed)

    def _refer_to_all(self, token: Token, *, opens: bool) -> None:
        """15件申请中: where nothing has told how many there were, that does."""
        context, sentence = self.context, self.context.sentence
        if token.type not in (ALL_REQUESTS, ALL_THOSE) or not opens:
            return
        if token.quantity is None:
            context.paragraph.topic = Topic.REQUESTS
            if not context.paragraph.rows and not context.elsewhere:
                context.paragraph.rows = (Subject("received", ("REQUEST",)),)
            return
        if token.type == ALL_REQUESTS:
            context.paragraph.topic = Topic.REQUESTS
        told = bool(context.paragraph.rows or sentence.told) or sentence.partial
        own = not context.elsewhere and sentence.whose is Whose.OWN
        if own and not told and context.paragraph.topic is Topic.REQUESTS:
            subject = Subject("received", ("REQUEST",))
            said = Statement(subjects=(subject,), quantity=token.quantity, start=token.start, end=token.end)
            self._add(said, Chunk((token,), first=True, followed=False, including=False, behind=""))

    def _is_its_field(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether unknown words say before a kind of decision what the office is there for."""
        token, behind = tokens[at], tokens[at + 1 : at + 2]
        decided = token.type == OTHER_TEXT and bool(behind) and behind[0].type in ACTIONS
        return decided and self.context.issuer.is_its_field(token.text)

    def _names_a_thing(self, before: Sequence[Token]) -> bool:
        """Whether unknown words stand right before a figure, behind a verb for what came in."""
        unknown = bool(before) and before[-1].type == OTHER_TEXT and len(before[-1].text) > 1
        return unknown and self.context.clause.deals

    def _asks_for_a_thing(self, before: Sequence[Token]) -> bool:
        """Whether unknown words say what is asked for, and nothing that it is information: 受理低保申请30件."""
        return self.context.paragraph.topic is None and self._names_a_thing(before)

    def _set_apart(self, statement: Statement) -> None:
        """Requests that came in one way, or on one matter: what the sentence goes on to say is of those."""
        if any(NOUNS & set(subject.words) for subject in statement.subjects):
            self.context.paragraph.topic = Topic.REQUESTS
        named = any(
            subject.rule in ROWS and set(subject.words) - {"APPLICATION"} for subject in statement.subjects
        )
        compared = self.context.clause.has("CHANGE")
        self.context.sentence.partial |= self.context.clause.aside and named and not compared

    def _add(self, statement: Statement, chunk: Chunk) -> None:
        whole = self._with_what_was_said(statement, chunk)
        if whole is None:
            return
        subjects, paragraph, topic = statement.subjects, self.context.paragraph, self.context.paragraph.topic
        rule = subjects[0].rule if subjects else ""
        if rule in BY_APPLICANT and "REQUEST" in subjects[0].words:
            self.context.sentence.astray = False
        if rule in ROWS and rule != "carried_forward" and (topic is not None or len(subjects[0].words) > 1):
            paragraph.topic, paragraph.counted = Topic.REQUESTS, True
        if statement.form is not Form.SHARE:
            if rule in BY_APPLICANT:
                # Whose applicants are told further on is not always that of the figure before.
                paragraph.unit = whole.quantity.unit
                paragraph.rows = tuple(dict.fromkeys((*paragraph.rows, *subjects)))
            clause = self.context.clause
            told = Told(
                number=len(self.found),
                statement=whole,
                rule=rule,
                included=chunk.including,
                written=clause.has("WRITTEN"),
                named=clause.named,
            )
            self.context.remember(told)
            if holds := condition(told, clause, topic, counted=paragraph.counted):
                self.tentative.append(Tentative(told, self.context.sentence, holds))
        self.context.sentence.reached = whole.end
        self.found.append(whole)

    def _with_what_was_said(self, statement: Statement, chunk: Chunk) -> Statement | None:
        """A statement with what the sentence has said before; ``None`` if it lacks that."""
        sentence, subjects = self.context.sentence, statement.subjects
        if statement.form is Form.ALONE and subjects[0].rule == "carried_forward":
            figure = None if chunk.followed else _opening_figure(self.tokens)
            return None if figure is None else evolve(statement, quantity=figure)
        same = statement.form in (Form.SAME, Form.ALONE)
        if same or not subjects:
            last = sentence.last.statement if sentence.last else None
            if last is None or not _goes_on(statement, last, chunk, self.context):
                return None
            statement = evolve(statement, quantity=last.quantity if same else statement.quantity)
            if not subjects:
                return evolve(statement, subjects=last.subjects, within=last.within)
        rule = subjects[0].rule
        if rule == "applicant":
            rows = self.context.paragraph.rows
            received = "RECEIVED" in subjects[0].words or not rows
            return evolve(statement, within=(Subject("received", ("RECEIVED",)),) if received else rows)
        if rule == "outcome":
            of_last = (
                sentence.last.statement.subjects if sentence.last and _is_one_dispute(sentence.last) else ()
            )
            own = of_last if statement.form in (Form.SAME, Form.ALONE) else ()
            return evolve(statement, within=statement.within or own or sentence.in_dispute)
        if rule in OF_DOCUMENTS and not DOCUMENTS & set(subjects[0].words):
            return evolve(statement, subjects=(Subject(rule, (sentence.document or "",)),))
        return statement


def _opening_figure(tokens: Sequence[Token]) -> Quantity | None:
    """The figure that opens a clause, if it has no other and gives a reason: 1件因未到期限结转下年."""
    said = [token for token in tokens if token.type not in ("FILLER", "THIS_YEAR", "THAT_YEAR")]
    figures = [token.quantity for token in tokens if token.quantity]
    opens = bool(said) and said[0].type == COUNT and len(figures) == 1
    return figures[0] if opens and any(token.type == "BECAUSE" for token in said) else None


def _is_lacked_too(chunk: Sequence[Token], tokens: Sequence[Token], at: int) -> bool:
    """Whether another thing stands in a list of what there is none of: 没有举报、行政复议."""
    lacking = {token.type for token in chunk} <= {"NONE", "AND"}
    listed = lacking and tokens[at].type == "OTHER_THING" and tokens[at + 1 : at + 2] != []
    again = lacking and tokens[at].type == "AND" and tokens[at - 1].type == "OTHER_THING"
    return again or (listed and tokens[at + 1].type == "AND")


def _is_item_of(statement: Statement, last: Statement) -> bool:
    """Whether a result is an item of the group that was told: 不予处理1件（重复申请）."""
    item, group = statement.subjects, last.subjects
    if not len(item) == len(group) == 1 or not item[0].rule == group[0].rule == "result":
        return False
    return any(one.startswith(f"{other}_") for one in item[0].words for other in group[0].words)


def _is_one_dispute(told: Told) -> bool:
    return told.rule == "dispute" and len(told.statement.subjects) == 1


def _continues(statement: Statement) -> bool:
    """Whether a figure may go on with those of the body that was spoken of before."""
    subjects = statement.subjects
    if not subjects or subjects[0].rule in (
        "result",
        "applicant",
        "outcome",
        "carried_over",
        "carried_forward",
    ):
        return True
    return subjects[0].rule != "dispute" and not any(
        set(subject.words) & {"REQUEST", *DOCUMENTS} for subject in subjects
    )


def _goes_on(statement: Statement, last: Statement, chunk: Chunk, context: Context) -> bool:
    """Whether words without a figure, or without what it is of, are of what was counted last."""
    before = last.subjects[0].rule
    if statement.form is Form.SHARE:
        return not context.clause.has("SCOPE") and (context.outside is not None or len(chunk.tokens) > 1)
    if chunk.followed:
        return False
    same = statement.form is Form.SAME
    if (same or context.outside is not None) and not chunk.followed and _is_item_of(statement, last):
        return True
    if statement.subjects[0].rule not in ("outcome", "dispute"):
        whole = context.sentence.whole
        one = whole is not None and whole.value == last.quantity.value == 1 and chunk.first
        before_it = before in BY_APPLICANT or (one and before == "applicant")
        return before_it and (statement.form is Form.SAME or one)
    if statement.subjects[0].rule == "dispute":
        return last.subjects[0].words[-1:] == ("LITIGATION",)
    # 直接起诉4件，复议后起诉2件，均维持: of both, and nobody says how many of each.
    told = [one.rule for one in context.sentence.told[-2:]]
    one = before == "dispute" and len(last.subjects) == 1 and not (same and told == ["dispute", "dispute"])
    return one and (chunk.first or statement.form is not Form.ALONE)
