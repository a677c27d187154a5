"""Texts whose lines are numbered."""

import pytest

import gov_disclosure as gd
from gov_disclosure.sources.line_numbers import without_line_numbers
from helpers.reports import FIXTURES, source

TEXT = source(FIXTURES / "grid-2019.txt")
SPACED = source(FIXTURES / "spaces-2019.txt")
PADDED = ["{:6d}\t{}", "{:4d} {}", "{:<4d} {}", "{:5d} │ {}", "{:3d}: {}"]
FORMS = [
    *((TEXT, form) for form in PADDED),
    *((SPACED, form) for form in [*PADDED, "{}  {}", "{}:{}", "{}: {}"]),
]


def numbered(text: str, form: str, start: int = 1) -> str:
    return "".join(form.format(number, line) + "\n" for number, line in enumerate(text.splitlines(), start))


@pytest.mark.parametrize(("text", "form"), FORMS)
@pytest.mark.parametrize("start", [1, 96])
def test_numbers_before_lines_are_no_values(text, form, start):
    report = gd.parse(numbered(text, form, start))
    cells = {id: (cell.state, cell.value) for id, cell in report.cells.items()}
    assert cells == {id: (cell.state, cell.value) for id, cell in gd.parse(text).cells.items()}


def test_a_number_leaves_spaces_and_every_other_character_its_place():
    text = numbered(TEXT, "{:6d}\t{}")
    plain = without_line_numbers(text)
    assert len(plain) == len(text)
    assert [line[7:] for line in plain.splitlines()] == TEXT.splitlines()


def test_a_lost_or_doubled_line_does_not_hide_that_lines_are_numbered():
    lines = numbered(TEXT, "{}  {}").splitlines(keepends=True)
    plain = without_line_numbers("".join([*lines[:20], *lines[19:40], *lines[41:]]))
    assert not any(line[:1].isdigit() for line in plain.splitlines())


@pytest.mark.parametrize(
    "text",
    [
        "1\n2\n3\n",
        "2023年度报告\n规章 7\n",
        "7 规章\n3 行政许可\n1 行政处罚\n" * 4,
        "1 规章\n" + "行政许可 7\n" * 20,
    ],
)
def test_numbers_that_do_not_count_the_lines_of_a_text_stay(text):
    assert without_line_numbers(text) == text
