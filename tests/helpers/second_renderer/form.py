"""The form's three tables as boxes with spans, and figures for their cells: from `tests/data/fields.csv` alone."""

import csv
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from random import Random

from attrs import frozen

FIELDS = Path(__file__).parent.parent.parent / "data" / "fields.csv"

ARTICLES = {
    "rules": "（一）", "normative_documents": "（一）", "licensing": "（五）", "other_services": "（五）",
    "penalties": "（六）", "compulsion": "（六）", "fees": "（八）", "procurement": "（九）",
}  # fmt: skip
BALANCE = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
RESULTS = "三、本年度办理结果"
HEADINGS = (
    "一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况", "五、存在的主要问题及改进情况", "六、其他需要报告的事项",
)  # fmt: skip
PROSE = {
    0: "本局按季度核对公开目录，修订办事指南，培训经办人员。",
    4: "有的栏目更新不够及时，下一步将加强抽查。",
    5: "没有其他需要报告的事项。",
}
ISSUER = "柳渡县水务局"


@frozen
class Field:
    """A line of `fields.csv`."""

    id: str
    table: str
    row: str
    label: str
    head: str
    type: str


@frozen
class Box:
    """A cell over the rows and columns that it spans."""

    text: str
    rows: int = 1
    columns: int = 1
    is_value: bool = False


Table = Sequence[Sequence[Box]]


@frozen
class Made:
    """A made-up report: its parts in order, and the text of each of its cells."""

    title: str
    parts: tuple[str | Table, ...]
    truth: Mapping[str, str]


def fields(edition: str) -> list[Field]:
    with FIELDS.open(encoding="utf-8", newline="") as file:
        return [
            Field(line["id"], line["table"], line["row"], line["label_row"], line["label_column"], line["type"])
            for line in csv.DictReader(file)
            if line["edition"] == edition
        ]


def rows_of(table: str, own: Sequence[Field]) -> dict[str, list[Field]]:
    found: dict[str, list[Field]] = {}
    for field in own:
        if field.table == table:
            found.setdefault(field.row, []).append(field)
    return found


def make(edition: str, mode: str, seed: int) -> Made:
    """A report on an edition; the same each time."""
    own = fields(edition)
    truth = MODES[mode](own, Random(f"{edition} {mode} {seed}"))
    tables = (proactive(own, truth), requests(own, truth), disputes(own, truth))
    parts: list[str | Table] = []
    for number, heading in enumerate(HEADINGS):
        parts += [heading, tables[number - 1] if 1 <= number <= 3 else PROSE[number]]
    year = 2022 if edition == "2021" else 2020
    return Made(f"{ISSUER}{year}年政府信息公开工作年度报告", tuple(parts), truth)


# --- Figures ----------------------------------------------------------------------------------------------


def distinct(own: Sequence[Field], random: Random) -> dict[str, str]:
    """Each number once in all the report; no sum holds."""
    counts = iter(random.sample([*range(3, 1900), *range(31_000, 31_400)], len(own) * 2))
    found: dict[str, str] = {}
    for field in own:
        number = next(counts)
        found[field.id] = {
            "count": str(number),
            "change": str(number if number % 2 else -number),
            "amount": f"{next(counts)}.{number}",
        }[field.type]
    return found


def with_sums(own: Sequence[Field], random: Random) -> dict[str, str]:
    """Each number that is no sum once; every sum of the form holds."""
    found = distinct(own, random)
    rows = rows_of("requests", own)
    parts = {row: [int(found[field.id]) for field in cells[:-1]] for row, cells in rows.items()}
    results = [row for row in rows if row.startswith("results.") and row != "results.total"]
    for at in range(6):
        done = sum(parts[row][at] for row in results)
        parts["results.total"][at] = done
        parts["new_received"][at] = done + parts["carried_forward"][at] - parts["carried_over"][at]
    for row, cells in rows_of("disputes", own).items():
        rows[row], parts[row] = cells, [int(found[field.id]) for field in cells[:-1]]
    for row, cells in rows.items():
        numbers = [*parts[row], sum(parts[row])]
        found |= {field.id: str(number) for field, number in zip(cells, numbers, strict=True)}
    return found


def with_gaps(own: Sequence[Field], random: Random) -> dict[str, str]:
    """Each number once, and one cell in four empty."""
    return {id: text if random.random() < 0.75 else "" for id, text in distinct(own, random).items()}


MODES: Mapping[str, Callable[[Sequence[Field], Random], dict[str, str]]] = {
    "distinct": distinct,
    "sums": with_sums,
    "gaps": with_gaps,
}


# --- Tables -----------------------------------------------------------------------------------------------


def proactive(own: Sequence[Field], truth: Mapping[str, str]) -> Table:
    table: list[list[Box]] = []
    article, heads = "", list[str]()
    for row, cells in rows_of("proactive", own).items():
        if ARTICLES[row] != article:
            article, heads = ARTICLES[row], []
            table.append([Box(f"第二十条第{article}项", columns=4)])
        if [field.head for field in cells] != heads:
            heads = [field.head for field in cells]
            table.append([Box("信息内容"), *stretched([Box(head) for head in heads], 3)])
        table.append([Box(cells[0].label), *stretched(values(cells, truth), 3)])
    return table


def stretched(boxes: Sequence[Box], width: int) -> list[Box]:
    """The boxes, the last one over all that is left of the width."""
    *before, last = boxes
    return [*before, Box(last.text, 1, width - len(before), last.is_value)]


def values(cells: Sequence[Field], truth: Mapping[str, str]) -> list[Box]:
    return [Box(truth[field.id], is_value=True) for field in cells]


def requests(own: Sequence[Field], truth: Mapping[str, str]) -> Table:
    rows = rows_of("requests", own)
    person, *organizations, total = [field.head for field in rows["new_received"]]
    table: list[list[Box]] = [
        [Box(BALANCE, 3, 3), Box("申请人情况", 1, 7)],
        [Box(person, 2), Box("法人或其他组织", 1, 5), Box(total, 2)],
        [Box(head) for head in organizations],
    ]
    of_results = [row for row in rows if row.startswith("results.")]
    for row, cells in rows.items():
        labels = list(labels_of(row, cells[0].label, rows))
        if row == of_results[0]:
            labels.insert(0, Box(RESULTS, len(of_results)))
        table.append([*labels, *values(cells, truth)])
    return table


def labels_of(row: str, label: str, rows: Mapping[str, object]) -> Iterator[Box]:
    """The labels that begin beside a row, but for that of all results."""
    if not row.startswith("results."):
        yield Box(label, 1, 3)
        return
    group, space, own = label.partition(" ")
    siblings = [name for name in rows if name.rpartition(".")[0] == row.rpartition(".")[0]]
    if not space or group == RESULTS or len(siblings) == 1:
        yield Box(own or group, 1, 2)
        return
    if row == siblings[0]:
        yield Box(group, len(siblings))
    yield Box(own)


def disputes(own: Sequence[Field], truth: Mapping[str, str]) -> Table:
    rows = rows_of("disputes", own)
    outcomes = [field.head for field in rows["reconsideration"]]
    return [
        [Box("行政复议", 1, 5), Box("行政诉讼", 1, 10)],
        [*(Box(outcome, 2) for outcome in outcomes), Box("未经复议直接起诉", 1, 5), Box("复议后起诉", 1, 5)],
        [Box(outcome) for outcome in (*outcomes, *outcomes)],
        [box for cells in rows.values() for box in values(cells, truth)],
    ]
