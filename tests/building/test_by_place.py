"""Rows by the places of their head's columns."""

import gov_disclosure as gd


def test_a_head_with_columns_beyond_its_rows_is_no_error():
    head = "<tr><td colspan=4>信息内容</td><td>上一年项目数量</td><td>本年</td></tr>"
    names = "<tr><td>信息内容</td><td>本年新制作数量</td><td>本年新公开数量</td><td>对外公开总数量</td></tr>"
    rows = "<tr><td>规章</td><td>4</td><td>2436</td><td>5</td></tr><tr><td>规范性文件</td><td>6</td><td>7</td><td>8</td></tr>"
    cells = gd.parse(f"<table>{head}{names}{rows}</table>").cells
    written = {"rules": {4, 2436, 5}, "normative_documents": {6, 7, 8}}
    for id, cell in cells.items():
        assert cell.value is None or cell.value in written[id.split(".")[1]]
