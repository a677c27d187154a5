"""What cells say, by the hundred: each line of ``tests/data/what-cells-say.txt`` by itself, and as a cell of a row."""

from collections import Counter

import pytest

import gov_disclosure as gd
from gov_disclosure.form.fields import State
from gov_disclosure.form.values import CellText, read_value
from helpers.reports import DATA, source

FEWEST = 60
HEAD = "柳湾镇2022年政府信息公开工作年度报告\n二、主动公开政府信息情况\n"
COLUMNS = ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数")
ROW = tuple(f"proactive.rules.{column}" for column in ("issued", "repealed", "in_force"))


def cases() -> list[tuple[str, str, str]]:
    """The kind, the text and the verdict of each."""
    found, kind = [], ""
    for line in source(DATA / "what-cells-say.txt").splitlines():
        text, arrow, verdict = line.rpartition(" => ")
        if kind and arrow:
            found.append((kind, text.replace("␊", "\n").replace("␉", "\t"), verdict))
        elif line.startswith("["):
            kind = line.strip("[]")
    return found


CASES = cases()
# In a text with tags what a browser hides is not there, whatever a cell by itself would say of it.
HIDDEN_PARTS = {
    '<span style="display:none">3</span>4': "4",
    '<span style="display: none;">3</span> 4': "4",
    "<!-- 3 -->4": "4",
}


def said(reading: CellText) -> str:
    if reading.state is State.REPORTED:
        return f"{reading.sign}{reading.digits}{reading.unit or ''}"
    return {State.BLANK: ".", State.NOT_APPLICABLE: "/", State.UNREADABLE: "?"}[reading.state]


def test_there_are_many_of_each_kind():
    counts = Counter(kind for kind, _, _ in CASES)
    assert len(counts) == 6
    assert min(counts.values()) >= FEWEST
    assert max(Counter(CASES).values()) == 1


@pytest.mark.parametrize(("kind", "text", "verdict"), CASES)
def test_a_cell_says_it(kind, text, verdict):
    reading = read_value(text)
    assert said(reading) == verdict
    assert (reading.problem != "") is (verdict == "?")


@pytest.mark.parametrize(("kind", "text", "verdict"), CASES)
@pytest.mark.parametrize("place", range(len(ROW)))
@pytest.mark.parametrize("signs", [("| ", " | ", " |\n"), ("", "\t", "\n")], ids=["bars", "tabs"])
def test_a_cell_of_a_row_says_it_and_leaves_the_others_as_they_are(kind, text, verdict, place, signs):
    if "|" in text or "\n" in text or "\t" in text:
        pytest.skip("it parts cells")
    begin, between, end = signs
    others = ["2", "1", "9"]
    cells = [*others[:place], text, *others[place + 1 :]]
    rows = [COLUMNS, ("规章", *cells), ("行政规范性文件", "4", "0", "16")]
    report = gd.parse(HEAD + "".join(f"{begin}{between.join(row)}{end}" for row in rows))
    found = [report.cells[id] for id in ROW]
    cell = found.pop(place)
    if text in HIDDEN_PARTS:
        verdict = HIDDEN_PARTS[text]
    if verdict.isdigit():
        assert (cell.value, cell.raw.strip()) == (int(verdict), text.strip())
    elif verdict in ("?", ".", "/"):
        assert cell.value is None
    # Words in the first column, and a blank in the last, make a row doubtful.
    expected = [int(number) for at, number in enumerate(others) if at != place]
    doubtful = read_value(text).problem == "V501" or verdict == "."
    values = [other.value for other in found]
    assert values == expected or (doubtful and values == [None, None])
