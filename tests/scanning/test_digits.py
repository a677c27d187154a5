"""Numbers in digits of several widths and scripts, in every layout."""

from collections.abc import Callable

import pytest

from helpers.edited import LAYOUTS, document, numbered, numbers, own, replaced


def _wide(text: str) -> str:
    return "".join(chr(ord(sign) + 0xFEE0) for sign in text)


WRITTEN: dict[str, Callable[[str], str]] = {
    "wide and narrow": lambda text: _wide(text[0]) + text[1:],
    "narrow and wide": lambda text: text[:-1] + _wide(text[-1]),
    "circled first": lambda text: f"①{text}",
    "circled last": lambda text: f"{text[:-1]}②",
    "Chinese first": lambda text: "一" + text[1:],
    "Chinese last": lambda text: text[:-1] + "〇",
    "Arabic": lambda text: "".join(chr(0x660 + int(sign)) for sign in text),
    "Bengali last": lambda text: text[:-1] + chr(0x9E6 + int(text[-1])),
    "of mathematics": lambda text: "".join(chr(0x1D7CE + int(sign)) for sign in text),
}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("written", WRITTEN)
def test_digits_of_another_width_or_script_make_no_other_number(layout, written):
    report = numbered()
    for value in ("138", "74"):
        text = document(report, layout, replaced(value, WRITTEN[written](value)))
        read = numbers(text)
        assert read.items() <= own(report).items()
        assert len(read) < len(own(report))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_digits_of_one_width_are_read(layout):
    report = numbered()
    text = document(report, layout, replaced("138", _wide("138")))
    assert numbers(text) == numbers(document(report, layout))
