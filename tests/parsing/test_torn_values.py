"""Values that go on in the next line, and lines behind values that do not belong to them."""

import pytest

import gov_disclosure as gd
from helpers.edited import Layout, document, numbered

TITLE = "柳湾镇2022年政府信息公开工作年度报告\n二、主动公开政府信息情况\n"
HEAD = ["第二十条第（五）项", "信息内容", "本年处理决定数量"]
LICENSING, PENALTIES = "proactive.licensing.decisions", "proactive.penalties.decisions"
BEHIND = ["第二十条第（六）项", "信息内容", "本年处理决定数量", "行政处罚", "5"]
MORE = [
    "千件",
    "万件",
    "余",
    "%",
    "→40",
    "—40",
    "应为40",
    "（应为40）",
    "上年12",
    "2021年",
    "左右",
    "暂估",
    ".5",
    ".５",
]
OTHERS = [
    "柳湾镇人民政府",
    "件",
    "（件）",
    "第 3 页",
    "3/12",
    "2023/1/10",
    "以上数据由办公室整理。",
    "注：含下放事项",
    "[bookmark: _GoBack]",
]


def values(text: str) -> list[object]:
    cells = gd.parse(text).cells
    return [cells[LICENSING].value, cells[PENALTIES].value]


@pytest.mark.parametrize(
    ("more", "between"),
    # Behind an empty line a word that says nothing of numbers is none of the value's.
    [(more, between) for more in MORE for between in ("\n", "\n\n") if (more, between) != ("暂估", "\n\n")],
)
def test_a_value_that_goes_on_in_the_next_line_is_unreadable(more, between):
    text = TITLE + "\n".join([*HEAD, "行政许可", f"37{between}{more}", *BEHIND])
    assert values(text) == [None, 5]


@pytest.mark.parametrize("more", MORE)
@pytest.mark.parametrize(
    "row", ["行政许可\t37\n{}\n", "| 行政许可 | 37\n{} |\n", "行政许可 37\n{}\n", "行政许可 | 37\n{}\n"]
)
def test_so_is_the_last_value_of_a_row(row, more):
    sign = {"\t": "\t", "|": "|"}.get(row.strip("| 行政许可")[:1], " ")
    head = "".join(f"{line}\n" for line in (HEAD[0], f"{HEAD[1]}{sign}{HEAD[2]}"))
    assert gd.parse(TITLE + head + row.format(more)).cells[LICENSING].value is None


@pytest.mark.parametrize("more", ["38", "千件", "→40", "（应为40）", "38\n5", "上年12"])
def test_lines_below_a_cell_that_a_tab_begins_are_its_own(more):
    head = "".join(f"\t{cell}\n\n" if at == 0 else f"\t{cell}\n" for at, cell in enumerate(HEAD))
    text = f"{TITLE}{head}\n\t行政许可\n\t1\n{more}\n\n\t第二十条第（六）项\n"
    cell = gd.parse(text).cells[LICENSING]
    assert (cell.value, cell.state) == (None, gd.State.UNREADABLE)
    assert cell.raw.endswith(f"1\n{more}")
    last = ["2", "1", "1"]
    for at in range(3):
        torn = "".join(f"\t{number}\n{'38' * (place == at)}\n" for place, number in enumerate(last)).replace(
            "\n\n", "\n"
        )
        rules = f"{TITLE}\t信息内容\n\t本年制发件数\n\t本年废止件数\n\t现行有效件数\n\n\t规章\n{torn}\n"
        cells = [cell.value for id, cell in gd.parse(rules).cells.items() if id.startswith("proactive.rules")]
        assert cells == [None if place == at else int(number) for place, number in enumerate(last)]


@pytest.mark.parametrize("other", OTHERS)
def test_other_lines_behind_a_value_cost_nothing(other):
    assert values(TITLE + "\n".join([*HEAD, "行政许可", "37", other, *BEHIND])) == [37, 5]


def test_a_page_on_long_lines_may_be_broken_in_a_number():
    text = document(numbered(), Layout.SPACES)
    lines = " ".join(text.split())
    at = lines.index(" 四、政府信息公开行政复议") - 1
    broken = gd.parse(f"{lines[:at]}\n{lines[at:]}")
    truth = gd.parse(lines).cells
    last = "requests.carried_forward.total"
    assert truth[last].value is not None
    assert broken.cells[last].value is None
    assert all(cell.value in (None, truth[id].value) for id, cell in broken.cells.items())
