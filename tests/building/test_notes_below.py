"""Notes straight below a table between bars: lines that speak, with figures of their own, cost no row."""

import pytest
from attrs import evolve

import gov_disclosure as gd

BARS = [gd.Layout.MARKDOWN, gd.Layout.PIPES, gd.Layout.PIPE_ROWS, gd.Layout.PIPE_CELLS]
NOTES = [
    "注：以上数据截至2022年12月31日。",
    "注：现行有效15件，其中规章12件。",
    "注1：12件",
    "截至2022年12月31日，共办结申请13件。",
    "说明：1.数据不含垂管单位。\n2.收费单位为万元，保留4位小数。",
    "数据来源：本机关统计台账，2022年。",
    "[bookmark: _GoBack]",
]


def report() -> gd.Report:
    """A report with a number in each cell, all different but for the sums."""
    form = gd.blank_form("2021")
    numbers = iter(range(11, 400))
    cells: dict[str, gd.Cell] = {}
    part: list[int] = []
    for id in form.cells:
        if id.endswith(".amount"):
            continue
        value = sum(part) if id.endswith(".total") else next(numbers)
        part = [] if id.endswith(".total") or id.startswith("proactive") else [*part, value]
        cells[id] = gd.Cell(id=id, value=value, state=gd.State.REPORTED)
    return evolve(form, cells={**form.cells, **cells}, title="石桥县水务局2022年政府信息公开工作年度报告")


@pytest.mark.parametrize("layout", BARS)
@pytest.mark.parametrize("note", NOTES)
def test_a_note_costs_nothing(note, layout):
    whole = report()
    text = gd.render(whole, layout)
    for heading in ("三、收到", "四、政府", "五、存在"):
        end = text.rindex("\n", 0, text.index(heading)) + 1
        text = f"{text[:end].rstrip()}\n{note}\n\n{text[end:]}"
    again = gd.parse(text)
    lost = [id for id, cell in whole.cells.items() if again.cells[id].value != cell.value]
    assert lost == []


@pytest.mark.parametrize("torn", ["12", "12 3", "3件", "1\n2"])
def test_numbers_below_a_row_may_be_torn_off_it(torn):
    table = "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n| 规章 | 10 | 11 | 12 |\n"
    text = f"石桥县水务局2022年政府信息公开工作年度报告\n二、主动公开政府信息情况\n{table}{torn}\n"
    assert gd.parse(text).proactive.rules.issued is None
