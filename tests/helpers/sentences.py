"""Labelled sentences: ``tests/data/sentences.txt`` and how to compare with it."""

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from attrs import frozen

from gov_disclosure.form.fields import form_fields
from gov_disclosure.narrative.claims import in_unit_of_form
from gov_disclosure.narrative.meanings import meanings
from gov_disclosure.narrative.reader import statements

DATA = Path(__file__).parent.parent / "data" / "sentences.txt"
_BLOCK = re.compile(r"\[(\d{4}) ?([^\]]*)\] ?(.*)", re.DOTALL)
_FIGURE = re.compile(r"(\S+?)%? ([=~]) (.*)")
_RESULTS = "requests.results"

Meaning = tuple[frozenset[str], frozenset[str]]


@frozen
class Figure:
    """A number and what it may count: cells, and for a share those of the whole."""

    number: Decimal
    meanings: frozenset[Meaning]
    text: str

    def agrees(self, other: "Figure") -> bool:
        """Whether the number is the same, and a meaning."""
        return self.number == other.number and bool(self.meanings & other.meanings)


@frozen
class Passage:
    """A text of a report of an office and a year, and its figures."""

    year: int
    issuer: str
    text: str
    figures: tuple[Figure, ...]

    @property
    def form(self) -> frozenset[str]:
        """The ids of the edition that was in force."""
        return frozenset(cell.id for cell in form_fields("2019" if self.year < 2021 else "2021"))

    def read(self) -> list[Figure]:
        """The figures that are found in it."""
        found = []
        for statement in statements(self.text, self.year, self.issuer):
            known = meanings(statement, self.form)
            if known:
                own = frozenset((frozenset(cells), frozenset(whole)) for cells, whole in known)
                text = self.text[statement.start : statement.end]
                found.append(Figure(in_unit_of_form(statement.quantity).value, own, text))
        return found


def passages(path: Path = DATA) -> Iterator[Passage]:
    """The passages of a file, in order."""
    for block in re.split(r"\n\s*\n", path.read_text(encoding="utf-8")):
        lines = [line for line in block.splitlines() if not line.startswith("#")]
        match = _BLOCK.fullmatch("\n".join(line for line in lines if not line.startswith(" ")))
        if match:
            form = frozenset(cell.id for cell in form_fields("2019" if int(match[1]) < 2021 else "2021"))
            labels = [line.strip() for line in lines if line.startswith(" ")]
            yield Passage(int(match[1]), match[2], match[3], tuple(_figure(label, form) for label in labels))


def _figure(label: str, form: frozenset[str]) -> Figure:
    match = _FIGURE.fullmatch(label)
    assert match, label
    senses = frozenset(_meaning(sense, form) for sense in match[3].split("|"))
    return Figure(Decimal(match[1]), senses, label)


def _meaning(sense: str, form: frozenset[str]) -> Meaning:
    part, _, whole = sense.partition("/")
    return _cells(part, form), _cells(whole, form) if whole else frozenset()


def _cells(names: str, form: frozenset[str]) -> frozenset[str]:
    return frozenset(id for name in names.strip(" ()").split("+") for id in _own(name.strip(), form))


def _own(name: str, form: frozenset[str]) -> list[str]:
    if name == _RESULTS:
        return [f"{_RESULTS}.total.total"]
    litigation = re.fullmatch(r"disputes\.litigation(?:\.(\w+))?", name)
    if litigation:
        column = litigation[1] or "total"
        return [f"disputes.litigation_{part}.{column}" for part in ("direct", "after_reconsideration")]
    if name in form:
        return [name]
    ids = [id for id in form if id.startswith(f"{name}.") and id.endswith(".total")]
    assert ids, name
    return ids
