"""What a terminal shows: lines in the place of the letters that draw them, and nothing else another way."""

import pytest

import gov_disclosure as gd
from gov_disclosure.form.folding import NOT_SHOWN
from gov_disclosure.sources.terminal import on_terminal


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("规章 qx", "规章 qx"),
        ("\x1b(0lqwk\x1b(B", "┌─┬┐"),
        ("\x1b(0x\x1b(B规章\x1b(0x\x1b(B qx", "│规章│ qx"),
        ("\x1b(0x\n规章 q", "│\n规章 q"),
        ("\x1b(0x\x1b(B\x1b[31m7", "│\x1b[31m7"),
        ("\x1b[31m7", "\x1b[31m7"),
    ],
)
def test_letters_that_draw_are_lines(text, what):
    assert on_terminal(text).replace(NOT_SHOWN, "") == what
    assert len(on_terminal(text)) == len(text)


def test_every_offset_stays_but_at_the_edges_of_a_line():
    text = "前 \x1b(0x\x1b(B12\x1b(0x\x1b(B 后"
    assert on_terminal(text).index("12") == text.index("12")
    assert on_terminal("\x1b(0x\x1b(B\n")[0] == "│"


def test_a_table_drawn_for_a_terminal_is_read(report):
    drawn = gd.render(report, gd.Layout.BOX)
    letters = str.maketrans("┘┐┌└┼─├┤┴┬│", "jklmnqtuvwx")
    text = "".join(
        f"\x1b(0{sign.translate(letters)}\x1b(B" if sign.translate(letters) != sign else sign for sign in drawn
    )
    assert [cell.value for cell in gd.parse(text).cells.values()] == [
        cell.value for cell in gd.parse(drawn).cells.values()
    ]
