"""The page around a report: what stands before it, after it, and between the lines of its prose."""

from collections.abc import Sequence
from typing import Final

from attrs import frozen

from gov_disclosure.layouts.names import Layout
from gov_disclosure.model.report import Report
from gov_disclosure.testing.samples.choices import Choices
from gov_disclosure.testing.samples.prose import Setting

_MOST_LINES: Final = 5
_BODY: Final = "<body>\n"
_BODY_END: Final = "</body>\n"


@frozen
class Furniture:
    """Lines that are no part of a report, and where they stand."""

    before: tuple[str, ...] = ()
    inside: tuple[tuple[int, str], ...] = ()
    """Lines between those of the prose, each with the number of the line that it follows."""
    after: tuple[str, ...] = ()

    def around(self, text: str, report: Report, layout: Layout) -> str:
        """The document with the page around it; its tables stay as they are."""
        if layout is not Layout.HTML:
            return _lines(self.before) + self._between(text, report) + _lines(self.after)
        head, _, body = self._between(text, report).partition(_BODY)
        return "".join(
            (head, _BODY, _divisions(self.before), body.removesuffix(f"{_BODY_END}</html>\n"),
             _divisions(self.after), f"{_BODY_END}</html>\n")
        )  # fmt: skip

    def _between(self, text: str, report: Report) -> str:
        lines = text.split("\n")
        prose = {line for section in report.sections for line in section.text.split("\n") if line}
        places = [index for index, line in enumerate(lines) if line in prose]
        for place, line in sorted(self.inside, reverse=True):
            if places:
                lines.insert(places[place % len(places)] + 1, line)
        return "\n".join(lines)


def _lines(lines: Sequence[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def _divisions(lines: Sequence[str]) -> str:
    """The lines as parts of a page; the signs in them are those that HTML has names for."""
    return "".join(f"<div>{line.replace('>', '&gt;')}</div>\n" for line in lines)


def sample_furniture(choices: Choices, about: Setting) -> Furniture:
    """The page of an office, often with nothing around the report."""
    before, inside, after = (
        [about.sentence(choices, terminal) for _ in range(choices.integer(0, _MOST_LINES))]
        if choices.chance(2)
        else []
        for terminal in ("FURNITURE_BEFORE", "FURNITURE_INSIDE", "FURNITURE_AFTER")
    )
    places = [choices.integer(0, _MOST_LINES) for _ in inside]
    return Furniture(tuple(before), tuple(zip(places, inside, strict=True)), tuple(after))
