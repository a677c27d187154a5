"""A table that goes on where its head does not stand: rows that are alike tell their columns."""

import gov_disclosure as gd

HEAD = """三、收到和处理政府信息公开申请情况
<table>
<tr><td>（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）</td><td colspan="7">申请人情况</td></tr>
<tr><td></td><td>自然人</td><td>商业企业</td><td>科研机构</td><td>社会公益组织</td><td>法律服务机构</td><td>其他</td><td>总计</td></tr>
<tr><td>一、本年新收政府信息公开申请数量</td>{}</tr>
</table>
<table>
"""


def _cells(*texts: object) -> str:
    return "".join(f"<td>{text}</td>" for text in texts)


def _read(*rows: str) -> gd.Report:
    table = (
        HEAD.format(_cells(1, 2, 3, 4, 5, 6, 7)) + "".join(f"<tr>{row}</tr>\n" for row in rows) + "</table>\n"
    )
    return gd.parse(f"某县2022年政府信息公开工作年度报告\n{table}")


GRANTED = _cells("三、本年度办理结果", "（一）予以公开", "", 11, 12, 13, 14, 15, 16, 17)
PARTLY = _cells("", "（二）部分公开", "", 21, 22, 23, 24, 25, 26, 27)
SECRET = _cells("", "（三）不予公开", "1.属于国家秘密", 31, "", 33, 34, 35, 36, "")


def _values(report: gd.Report, row: str) -> list[object]:
    return [cell.value for id, cell in report.cells.items() if id.startswith(f"requests.{row}.")]


def test_rows_alike_are_read_on_a_page_with_more_columns():
    report = _read(GRANTED, PARTLY, SECRET)
    assert _values(report, "results.granted") == [11, 12, 13, 14, 15, 16, 17]
    assert _values(report, "results.denied.state_secret") == [31, None, 33, 34, 35, 36, None]


def test_a_row_that_is_alone_in_its_length_is_not():
    report = _read(_cells("二、上年结转政府信息公开申请数量", "", 11, 12, 13, 14, 15, 16, 17))
    assert _values(report, "carried_over") == [None] * 7


def test_rows_that_have_fewer_cells_than_columns_are_not():
    short = [
        _cells("", "（二）部分公开", 21, 22, 23, 24, 25, 26),
        _cells("", "（七）总计", 21, 22, 23, 24, 25, 26),
    ]
    report = _read(*short)
    assert _values(report, "results.partially_granted") == [None] * 7
