"""N709: the prose does not contradict itself, nor say that none is left where the tables carry some on."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations
from typing import Final

from gov_disclosure.checking.examined import Examined
from gov_disclosure.checking.examples import Example
from gov_disclosure.checking.findings import Finding
from gov_disclosure.checking.rule import Rule
from gov_disclosure.checking.words import WITHIN
from gov_disclosure.model.messages import Level, Message
from gov_disclosure.model.outcome import Outcome
from gov_disclosure.narrative.claims import Claim

_NEW: Final = "requests.new_received"
_RESULTS: Final = "requests.results"
_OVER: Final = "requests.carried_over.total"
_FORWARD: Final = "requests.carried_forward.total"
# What is told part by part: a figure, how the ids of its parts begin and end, and the id that is no part.
_WHOLES: Final[Mapping[str, tuple[str, str]]] = {
    f"{_NEW}.total": (f"{_NEW}.", ""),
    f"{_RESULTS}.total.total": (f"{_RESULTS}.", ".total"),
    "disputes.reconsideration.total": ("disputes.reconsideration.", ""),
}
_LEFT: Final = Message(
    "文字“{text}”，但表格中结转下年度继续办理{forward}件，上年结转{over}件。",
    "“{text}”, but {forward} are carried forward in the table, and {over} were carried over.",
)
_TWICE: Final = Message(
    "文字“{one}”与“{other}”说的是同一数字。", "“{one}” and “{other}” state the same figure."
)
_PARTS: Final = Message(
    "文字“{text}”，但所述各部分之和为{sum}。", "“{text}”, but the parts that are stated add up to {sum}."
)


def _run(examined: Examined, rule: Rule, /) -> Iterator[Finding]:
    exact = [claim for claim in examined.claims if claim.quantity.exact and not claim.meanings[0].whole]
    yield from _left(examined, rule)
    yield from _stated_twice(examined, rule, exact)
    yield from _parts(examined, rule, exact)


def _left(examined: Examined, rule: Rule) -> Iterator[Finding]:
    """All was dealt with, and more is carried forward than can be what was there before the year."""
    over, forward = (examined.report.cells[id].value for id in (_OVER, _FORWARD))
    if over is None or forward is None or forward <= over:
        return
    for said in examined.said.assurances:
        message = _LEFT.fill({"text": _plain(said.text), "forward": forward, "over": over})
        name = f"left.{said.location}"
        yield rule.finding(examined, name, Outcome.FAILS, message, (_OVER, _FORWARD), said_at=said.location)


def _stated_twice(examined: Examined, rule: Rule, claims: Sequence[Claim]) -> Iterator[Finding]:
    """One figure in two places, with two numbers."""
    told: dict[tuple[object, ...], list[Claim]] = {}
    for claim in claims:
        if _means_one_thing(claim):
            told.setdefault(tuple(meaning.cells for meaning in claim.meanings), []).append(claim)
    for one, *others in told.values():
        for other in others:
            if other.quantity.value != one.quantity.value:
                message = _TWICE.fill({"one": _plain(one.text), "other": _plain(other.text)})
                yield _finding(examined, rule, other, message, one.quantity.value)
                break


def _means_one_thing(claim: Claim) -> bool:
    """It has one meaning, or the tables have one number for all: nothing was carried over."""
    numbers = {meaning.number for meaning in claim.meanings}
    return len(claim.meanings) == 1 or (len(numbers) == 1 and None not in numbers)


def _parts(examined: Examined, rule: Rule, claims: Sequence[Claim]) -> Iterator[Finding]:
    """Parts that are more than their whole, or less though all are told."""
    for id, (begin, end) in _WHOLES.items():
        wholes = [claim for claim in claims if claim.meanings[0].cells == (id,)]
        if len(wholes) != 1 or not (_means_one_thing(wholes[0]) or id.startswith(_RESULTS)):
            continue
        form = {cell for cell in examined.report.cells if cell.startswith(begin) and cell.endswith(end)} - {id}
        parts = _disjoint([claim for claim in claims if set(claim.meanings[0].cells) <= form])
        whole = wholes[0]
        # 答复 may leave out what was handled otherwise.
        counted = set(whole.meanings[-1].cells) if id.startswith(_RESULTS) else form
        most = _sum(part for part in parts if counted in ({id}, form) or set(part.meanings[0].cells) <= counted)
        complete = {cell for part in parts for cell in part.meanings[0].cells} == form
        if most > whole.quantity.value or (complete and _sum(parts) < whole.quantity.value):
            message = _PARTS.fill({"text": _plain(whole.text), "sum": _sum(parts)})
            yield _finding(examined, rule, whole, message, _sum(parts))


def _sum(parts: Iterable[Claim]) -> Decimal:
    return sum((part.quantity.value for part in parts), Decimal(0))


def _disjoint(parts: Sequence[Claim]) -> list[Claim]:
    """The parts that are in no other one, each once; none if two overlap, or one is told with two numbers."""
    cells = {part.meanings[0].cells: part for part in parts if len(part.meanings) == 1 or _is_applicant(part)}
    if any(
        cells[part.meanings[0].cells].quantity != part.quantity
        for part in parts
        if part.meanings[0].cells in cells
    ):
        return []
    largest = [part for own, part in cells.items() if not any(set(own) < set(other) for other in cells)]
    pairs = combinations((set(part.meanings[0].cells) for part in largest), 2)
    return [] if any(one & other for one, other in pairs) else largest


def _is_applicant(part: Claim) -> bool:
    """Of those that are new, or of those too that were carried over."""
    return part.meanings[0].cells[0].startswith(_NEW) and len(part.meanings) == 2


def _finding(examined: Examined, rule: Rule, claim: Claim, message: Message, other: Decimal) -> Finding:
    cells = claim.meanings[0].cells
    return rule.finding(
        examined,
        f"{cells[0].partition('.')[2]}.{claim.location}",
        Outcome.FAILS,
        message,
        cells,
        said_at=claim.location,
        left=int(claim.quantity.value),
        right=int(other),
    )


def _plain(text: str) -> str:
    return "".join(text.split())


RULE = Rule(
    code="N709",
    level=Level.WARNING,
    summary=Message(
        "文字前后一致，也与结转数量相符", "the prose agrees with itself, and with what is carried forward"
    ),
    source=WITHIN,
    example=Example(prose="全年收到政府信息公开申请3件，其中自然人2件、商业企业2件。"),
    cells=(*_WHOLES, _OVER, _FORWARD),
    run=_run,
)
