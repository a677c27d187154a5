"""Where each cell has its line, some lines hold several: pdftohtml and pdfminer put close ones on one."""

import pytest

import gov_disclosure as gd

TITLE = "柳湾镇2022年政府信息公开工作年度报告"
HEADING = "三、收到和处理政府信息公开申请情况"
APPLICANTS = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
LABELS = {
    "new_received": "一、本年新收政府信息公开申请数量",
    "carried_over": "二、上年结转政府信息公开申请数量",
    "results.granted": "（一）予以公开",
    "results.partially_granted": "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
    "results.denied.state_secret": "1.属于国家秘密",
    "carried_forward": "四、结转下年度继续办理",
}


def numbers(place: int) -> list[int]:
    parts = [place * 100 + column for column in range(6)]
    return [*parts, sum(parts)]


def text(joined: dict[str, list[int]], gap: str = " ") -> str:
    """A report, its cells line by line; of some rows cells stand behind the one before, by number: 0 behind the label."""
    lines = [TITLE, HEADING, *APPLICANTS]
    for place, (key, label) in enumerate(LABELS.items(), 1):
        cells = [label]
        for column, number in enumerate(numbers(place)):
            if column in joined.get(key, ()):
                cells[-1] += f"{gap}{number}"
            else:
                cells.append(str(number))
        lines += cells
    return "\n".join(lines)


def read(report: str) -> dict[str, list[object]]:
    cells = gd.parse(report).cells.items()
    return {
        key: [cell.value for id, cell in cells if id.rpartition(".")[0] == f"requests.{key}"] for key in LABELS
    }


@pytest.mark.parametrize("gap", [" ", "   ", "\u3000"])
@pytest.mark.parametrize(
    "joined",
    [
        {},
        {"new_received": [2], "carried_over": [4, 5, 6], "carried_forward": [1, 2, 3, 4, 5, 6]},
        {
            "new_received": [2, 5],
            "results.granted": [0],
            "results.partially_granted": [0, 1],
            "carried_forward": [6],
        },
    ],
)
def test_each_cell_is_read_however_many_share_a_line(joined, gap):
    assert read(text(joined, gap)) == {key: numbers(place) for place, key in enumerate(LABELS, 1)}


def test_rows_that_stand_on_their_lines_are_assembled_as_ever():
    whole = {key: list(range(7)) for key in LABELS}
    assert read(text(whole)) == {key: numbers(place) for place, key in enumerate(LABELS, 1)}


def test_a_number_behind_a_word_that_is_no_label_is_no_cell():
    joined = {"new_received": [2], "carried_over": [4], "carried_forward": [5]}
    for other in ("浏览次数 128", "教育局 128", "其中网上 128"):
        lines = text(joined).splitlines()
        lines.insert(lines.index(LABELS["carried_over"]), other)
        assert 128 not in [value for row in read("\n".join(lines)).values() for value in row]


def test_a_lost_number_moves_no_other():
    joined = {"new_received": [2], "carried_over": [4, 5, 6], "carried_forward": [1, 2, 3, 4, 5, 6]}
    lines = text(joined).splitlines()
    expected = {key: numbers(place) for place, key in enumerate(LABELS, 1)}
    for at, line in enumerate(lines):
        if line.replace(" ", "").isdigit():
            for key, values in read("\n".join([*lines[:at], *lines[at + 1 :]])).items():
                assert all(value in (None, true) for value, true in zip(values, expected[key], strict=True))
