"""Labels with a slip of the pen: told by numeral, neighbours and wording, or not at all."""

import pytest

import gov_disclosure as gd
from gov_disclosure.form.folding import fold
from gov_disclosure.form.similarity import mistyped

HEAD = (
    "柳湾镇2022年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n"
    "\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n"
)
BEFORE, BEHIND = "4.保护第三方合法权益", "6.属于四类过程性信息"
KEY = "requests.results.denied.internal_affairs"


def table(*labels: str) -> str:
    return HEAD + "\n".join(f"{label}\t{n}\t0\t0\t0\t0\t0\t{n}" for n, label in enumerate(labels, 1)) + "\n"


def read(text: str) -> dict[str, int]:
    """The total of every row that was read."""
    cells = gd.parse(text).cells
    return {
        id.removesuffix(".total").removeprefix("requests."): cell.value
        for id, cell in cells.items()
        if id.endswith(".total") and cell.value is not None
    }


@pytest.mark.parametrize(
    ("written", "label"),
    [
        ("5.属于三类内容事务信息", "INTERNAL_AFFAIRS"),
        ("5.属三类内部事务信息", "INTERNAL_AFFAIRS"),
        ("5.属于三类内部的事务信息", "INTERNAL_AFFAIRS"),
        ("2.其他法律行政止公开", "PROHIBITED_BY_LAW"),
        ("3.危及“三安全一稳”", "SECURITY_AND_STABILITY"),
        # Another numeral, or none.
        ("4.属于三类内容事务信息", ""),
        ("属于三类内容事务信息", ""),
        # Another word, its opposite, another year's.
        ("7.属于行政处罚案卷", ""),
        ("5.网上提交", ""),
        ("4.有正当理由大量反复申请", ""),
        ("3.补正后申请内容仍明确", ""),
        ("二、本年结转政府信息公开申请数量", ""),
        ("5.属于三类外部事务信息", ""),
        # A digit that has run into it, too much that is lost, and too short a word.
        ("5.属于三类内部事务信息0", ""),
        ("5.要求行政机关确认", ""),
        ("（七）总数", ""),
        # What is a label is no slip.
        ("5.属于三类内部事务信息", ""),
    ],
)  # fmt: skip
def test_what_is_a_slip_of_a_label(written, label):
    assert mistyped(fold(written)).rpartition("DENIED_")[2].rpartition("CESSED_")[2] == label


def test_a_label_with_a_slip_between_its_neighbours_is_read_and_named():
    report = gd.parse(table(BEFORE, "5.属于三类内容事务信息", BEHIND))
    assert report.cells[f"{KEY}.total"].value == 2
    found = [issue for issue in report.issues if issue.code == "T422"]
    assert [issue.level for issue in found] == [gd.Level.WARNING]
    assert "“5.属于三类内容事务信息”" in found[0].message.zh
    assert "5.属于三类内部事务信息”" in found[0].message.zh
    assert f"{KEY}.total" in found[0].cells
    assert not [issue for issue in report.issues if issue.code == "T408"]


@pytest.mark.parametrize("join", ["\t", "\n", " | "])
def test_in_every_layout(join):
    text = table(BEFORE, "5.属于三类内容事务信息", "6.属于四类过程姓信息", "7.属于行政执法案卷").replace(
        "\t", join
    )
    found = {key.rpartition(".")[2]: value for key, value in read(text).items()}
    assert found.items() >= {"third_party_rights": 1, "internal_affairs": 2, "process_information": 3}.items()


def test_the_first_label_and_the_last():
    rows = [
        "一、本年新收政府信息公升申请数量",
        "二、上年结转政府信息公开申请数量",
        "（七）总计",
        "四、结转下年度继续办里",
    ]
    behind = "四、政府信息公开行政复议、行政诉讼情况\n无\n"
    assert read(table(*rows) + behind)["new_received"] == 1
    assert read(table(*rows) + behind)["carried_forward"] == 4
    # Nothing stands behind the last one.
    assert "carried_forward" not in read(table(*rows))


@pytest.mark.parametrize(
    "labels",
    [
        # A row of the office's own between them, before or behind.
        (BEFORE, "5.属于三类内容事务信息", "其中：人事管理", BEHIND),
        (BEFORE, "行政许可（不予许可）", "5.属于三类内容事务信息", BEHIND),
        # Two that may be the one.
        (BEFORE, "5.属于三类内容事务信息", "5.属于三类内务事务信息", BEHIND),
        # The label is there, elsewhere.
        (BEFORE, "5.属于三类内容事务信息", BEHIND, "5.属于三类内部事务信息"),
        # A neighbour is lost.
        ("3.危及“三安全一稳定”", "5.属于三类内容事务信息", BEHIND),
        # In another place.
        (BEFORE, BEHIND, "5.属于三类内容事务信息", "7.属于行政执法案卷"),
        # Another's label.
        (BEFORE, "5.网上提交", BEHIND),
    ],
)
def test_what_is_not_certain_is_not_taken_for_a_label(labels):
    report = gd.parse(table(*labels))
    own = labels.index("5.属于三类内部事务信息") + 1 if "5.属于三类内部事务信息" in labels else None
    assert report.cells[f"{KEY}.total"].value in (None, own)
    assert "T422" not in {issue.code for issue in report.issues}


def test_a_label_that_may_go_on_elsewhere_is_no_slip():
    text = table(BEFORE, "5.属于三类内部事务", BEHIND).replace("\t2\t", "\t\t\t\t\t\t\t\n的信息\t2\t", 1)
    assert KEY.removeprefix("requests.") not in read(text)
