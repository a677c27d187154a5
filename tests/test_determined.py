"""Reports through many real converters: what a text determines is read, and nothing else.

`tests/data/converters.csv` says for each way of converting, by looking at its texts, which cells a careful reader
would sign for, and why; and in `kept` the least share of those that must be read. Raise a share when the reader
learns more: `python tests/helpers/converters/measure.py FOLDER` writes all documents and texts, and measures them.
What is not installed is skipped; `.ci/converters` installs all.
"""

from pathlib import Path

import pytest

from helpers.converters.measure import ALL, determined, measure, needs


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("converted")


@pytest.mark.filterwarnings("ignore")  # Tools warn of their own matters.
@pytest.mark.parametrize("name", ALL)
def test_what_a_text_determines_is_read_and_nothing_else(name, folder):
    if lacking := needs(ALL[name]):
        pytest.skip(f"not installed: {', '.join(lacking)}")
    found = measure(ALL[name], folder)
    assert found.wrong == ()
    assert found.right >= float(determined()[name]["kept"]) * found.determined, found.lost


def test_for_every_way_it_is_written_down_what_its_text_determines():
    assert list(determined()) == list(ALL)
