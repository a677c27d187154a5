"""Rows of table three in which a cell holds the numbers of several columns."""

import pytest

import gov_disclosure as gd

TITLE = "柳湾镇2022年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n"
HEAD = "自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计\n"
ROWS = {
    "new_received": (("一、本年新收政府信息公开", "申请数量"), (9, 4, 0, 0, 0, 1, 14)),
    "carried_over": (("二、上年结转政府信息公开", "申请数量"), (2, 0, 0, 0, 0, 0, 2)),
    "carried_forward": (("四、结转下年度", "继续办理"), (3, 11, 0, 20, 0, 0, 34)),
}
RULE = "| --- | --- | --- | --- | --- | --- | --- | --- |\n"


def cells(numbers: tuple[int, ...], at: int, count: int) -> list[str]:
    """The numbers as texts of cells, a few of them in one."""
    texts = [str(number) for number in numbers]
    return [*texts[:at], " ".join(texts[at : at + count]), *texts[at + count :]]


def values(report: gd.Report, row: str) -> tuple[object, ...]:
    return tuple(cell.value for id, cell in report.cells.items() if id.startswith(f"requests.{row}."))


@pytest.mark.parametrize("rule", ["", RULE])
@pytest.mark.parametrize("before", [0, 1, 2])
@pytest.mark.parametrize(("at", "count"), [(0, 2), (1, 2), (2, 3), (5, 2)])
def test_below_the_first_half_of_their_label_and_above_the_second(at, count, before, rule):
    text = TITLE + HEAD
    for (above, below), numbers in ROWS.values():
        row = [*[" "] * before, *cells(numbers, at, count)]
        text += f"{above}\n| {' | '.join(row)} |\n{rule}{below}\n"
    report = gd.parse(text)
    assert {row: values(report, row) for row in ROWS} == {row: numbers for row, (_, numbers) in ROWS.items()}
    assert "T424" in {issue.code for issue in report.issues}


@pytest.mark.parametrize(("at", "count"), [(0, 2), (1, 3), (5, 2)])
def test_behind_their_label(at, count):
    rows = "".join(
        f"| {''.join(label)} | {' | '.join(cells(numbers, at, count))} |\n" for label, numbers in ROWS.values()
    )
    report = gd.parse(TITLE + HEAD + rows)
    assert {row: values(report, row) for row in ROWS} == {row: numbers for row, (_, numbers) in ROWS.items()}


def test_numbers_that_do_not_add_up_are_refused():
    row = "| 一、本年新收政府信息公开申请数量 | 9 4 | 0 | 0 | 0 | 1 | 15 |\n"
    report = gd.parse(TITLE + HEAD + row)
    assert values(report, "new_received") == (None,) * 7
