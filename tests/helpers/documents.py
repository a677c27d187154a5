"""Reports as Word and HTML documents, their tables with the merged cells of the form: what converters are given.

``report(edition, kind)`` makes up a report and its truth. Every number of kind ``full`` stands in one cell only,
and every sum of the form holds; kind ``gaps`` has blanks and slashes in a third of its cells.
"""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from html import escape
from pathlib import Path
from random import Random

from attrs import evolve, frozen

import gov_disclosure as gd
from gov_disclosure.form.fields import Field, fields_by_id, rows
from gov_disclosure.form.labels import column_label, heading_label, row_labels
from gov_disclosure.form.vocabulary import terminals

ISSUER = "青溪区人民政府"
OVERVIEW = [
    "青溪区认真做好政府信息公开工作，全年在区政府网站发布各类信息四百余条，回应群众留言。",
    "（一）主动公开。各镇街按季度核对公开目录，修订办事指南。",
    "（二）依申请公开。专人登记、专人答复，所有申请都在法定期限内办理。",
]
PROBLEMS = ["一是个别单位更新栏目不够及时。二是解读材料形式单一。下一步将加强培训和抽查。"]
MATTERS = ["本年度没有其他需要说明的情况。"]
APPLICANTS = 6
OUTCOMES = 4


@frozen
class Box:
    """A cell of a table, over as many rows and columns as it spans."""

    text: str
    rows: int = 1
    columns: int = 1
    is_value: bool = False


Table = list[list[Box]]


@frozen
class Made:
    """A made-up report."""

    title: str
    truth: gd.Truth
    tables: tuple[Table, Table, Table]


def report(edition: gd.Edition, kind: str) -> Made:
    """A report of one edition; the same each time."""
    random = Random(f"{edition} {kind}")
    written = {id: str(value) for id, value in numbers(edition, random).items()}
    if kind == "gaps":
        written = {id: random.choice(["", "/", text, text, text, text]) for id, text in written.items()}
    cells = {id: cell_of(id, text) for id, text in written.items()}
    return Made(
        title=f"{ISSUER}{2021 if edition == '2021' else 2020}年政府信息公开工作年度报告",
        truth=gd.Truth(edition=edition, cells=cells),
        tables=(proactive(edition, written), requests(edition, written), disputes(edition, written)),
    )


def cell_of(id: str, text: str) -> gd.Cell:
    if text in ("", "/"):
        return gd.Cell(id=id, state=gd.State.NOT_APPLICABLE if text else gd.State.BLANK)
    number = Decimal(text) if fields_by_id()[id].kind is gd.Kind.AMOUNT else int(text)
    return gd.Cell(id=id, value=number, state=gd.State.REPORTED)


def numbers(edition: gd.Edition, random: Random) -> dict[str, object]:
    """A number for each cell; those that are no sums occur once."""
    unused = iter(random.sample(range(11, 998), 600))
    found: dict[str, object] = {}
    for field in gd.form_fields(edition):
        if field.table == "proactive":
            found[field.id] = next(unused)
            if field.kind is gd.Kind.AMOUNT:
                found[field.id] = f"{next(unused)}.{random.randint(11, 99)}"
            elif field.kind is gd.Kind.CHANGE:
                found[field.id] = -next(unused)
    columns: dict[str, list[int]] = {
        row: [next(unused) for _ in range(APPLICANTS)] for row in rows(edition) if row.startswith("requests.")
    }
    results = [
        row for row in columns if row.startswith("requests.results.") and row != "requests.results.total"
    ]
    columns["requests.results.total"] = [sum(columns[row][at] for row in results) for at in range(APPLICANTS)]
    # 一 + 二 = 三 + 四, column by column.
    columns["requests.new_received"] = [
        columns["requests.results.total"][at]
        + columns["requests.carried_forward"][at]
        - columns["requests.carried_over"][at]
        for at in range(APPLICANTS)
    ]
    columns |= {
        row: [next(unused) for _ in range(OUTCOMES)] for row in rows(edition) if row.startswith("disputes.")
    }
    for row, values in columns.items():
        found |= zip((field.id for field in rows(edition)[row]), [*values, sum(values)], strict=True)
    return found


# --- The tables of the form -------------------------------------------------------------------------------


def word(file: str, terminal: str) -> str:
    """The form's own wording of a terminal."""
    return terminals(file)[terminal][0]


def values(fields: tuple[Field, ...], written: Mapping[str, str], width: int = 0) -> Iterator[Box]:
    """A row's values; the last one spans what is left of the width."""
    for at, field in enumerate(fields):
        last = at == len(fields) - 1
        yield Box(written[field.id], 1, width - at if last and width else 1, True)


def proactive(edition: gd.Edition, written: Mapping[str, str]) -> Table:
    blocks = {
        "ARTICLE_20_1": ["rules", "normative_documents"],
        "ARTICLE_20_5": ["licensing", "other_services"],
        "ARTICLE_20_6": ["penalties", "compulsion"],
        "ARTICLE_20_8": ["fees"],
        "ARTICLE_20_9": ["procurement"],
    }
    own = rows(edition)
    table: Table = []
    for article, names in blocks.items():
        there = [f"proactive.{name}" for name in names if f"proactive.{name}" in own]
        if not there:
            continue
        fields = own[there[0]]
        labels = [Box(column_label(f, edition)) for f in fields]
        labels[-1] = evolve(labels[-1], columns=4 - len(fields))
        table.append([Box(word("proactive", article), 1, 4)])
        table.append([Box(word("proactive", "INFORMATION")), *labels])
        table += [[Box(row_labels(row, edition)[1]), *values(own[row], written, 3)] for row in there]
    return table


def requests(edition: gd.Edition, written: Mapping[str, str]) -> Table:
    own = {row: fields for row, fields in rows(edition).items() if row.startswith("requests.")}
    kinds = [column_label(f, edition) for f in own["requests.new_received"]]
    table: Table = [
        [Box(word("requests", "BALANCE_NOTE"), 3, 3), Box(word("requests", "APPLICANTS"), 1, 7)],
        [Box(kinds[0], 2), Box(word("requests", "ORGANIZATIONS"), 1, 5), Box(kinds[-1], 2)],
        [Box(kind) for kind in kinds[1:-1]],
    ]
    results = word("requests", "REQUESTS_RESULTS")
    groups = [row_labels(row, edition)[0] for row in own]
    for row, (group, label) in zip(own, (row_labels(row, edition) for row in own), strict=True):
        boxes: list[Box] = []
        if group and results not in {box.text for line in table for box in line}:
            boxes.append(Box(results, sum(map(bool, groups))))
        if not group:
            boxes.append(Box(label, 1, 3))
        elif group == results:
            boxes.append(Box(label, 1, 2))
        else:
            if group not in {box.text for line in table for box in line}:
                boxes.append(Box(group, groups.count(group)))
            boxes.append(Box(label))
        table.append([*boxes, *values(own[row], written)])
    return table


def disputes(edition: gd.Edition, written: Mapping[str, str]) -> Table:
    own = {row: fields for row, fields in rows(edition).items() if row.startswith("disputes.")}
    reconsideration, direct, after = (row_labels(row, edition)[1] for row in own)
    outcomes = [column_label(f, edition) for f in own["disputes.reconsideration"]]
    return [
        [Box(reconsideration, 1, 5), Box(word("disputes", "LITIGATION"), 1, 10)],
        [*(Box(outcome, 2) for outcome in outcomes), Box(direct, 1, 5), Box(after, 1, 5)],
        [Box(outcome) for outcome in [*outcomes, *outcomes]],
        [box for fields in own.values() for box in values(fields, written)],
    ]


def parts(made: Made) -> Iterator[str | Table]:
    """Headings, paragraphs and tables, in order; a heading is a line of the form's own."""
    prose: Mapping[int, list[str]] = {1: OVERVIEW, 5: PROBLEMS, 6: MATTERS}
    for number in range(1, 7):
        yield heading_label(number)
        yield from prose.get(number, [])
        if number in (2, 3, 4):
            yield made.tables[number - 2]


# --- HTML -------------------------------------------------------------------------------------------------


def plain(box: Box) -> str:
    return escape(box.text) or "&nbsp;"


def bare(box: Box) -> str:
    return escape(box.text)


def broken(box: Box) -> str:
    """Short labels on two lines, as narrow columns have them."""
    text = escape(box.text)
    at = 2 if not box.is_value and 4 <= len(text) <= 6 else len(text)
    return f'<p style="text-align:center"><span>{"<br/>".join(filter(None, (text[:at], text[at:])))}</span></p>'


def padded(box: Box) -> str:
    return f"<p>&nbsp;{escape(box.text)}&nbsp;</p>" if box.is_value else broken(box)


HTML: Mapping[str, tuple[Callable[[Box], str], str, str]] = {
    "plain": (plain, "\n", "td"),
    "padded": (padded, "\n", "td"),
    "heads": (bare, "", "th"),
    "broken": (broken, "\n", "td"),
}
"""How cells are written: their content, what parts the tags, and the tag of the head's cells."""


def to_html(made: Made, style: str) -> str:
    """A page; ``style`` is one of ``HTML``, or ``unmerged`` for a grid without spans."""
    content, between, head = HTML["plain" if style == "unmerged" else style]
    out = [
        f'<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>{made.title}</title></head><body>'
    ]
    out.append(f"<h1>{made.title}</h1>")
    for part in parts(made):
        if isinstance(part, str):
            out.append(f"<p>{part}</p>")
            continue
        out.append('<table border="1" cellspacing="0">')
        for boxes in unmerged(part) if style == "unmerged" else part:
            tag = "td" if any(box.is_value for box in boxes) else head
            cells = (f"<{tag}{spans(box)}>{content(box)}</{tag}>" for box in boxes)
            out.append(f"<tr>{between}{between.join(cells)}{between}</tr>")
        out.append("</table>")
    return between.join([*out, "</body></html>"])


def spans(box: Box) -> str:
    return "".join(f' {name}="{n}"' for name, n in (("rowspan", box.rows), ("colspan", box.columns)) if n > 1)


def grid(table: Table) -> Iterator[tuple[int, int, Box]]:
    """Each box with its row and column."""
    taken: set[tuple[int, int]] = set()
    for row, boxes in enumerate(table):
        column = 0
        for box in boxes:
            while (row, column) in taken:
                column += 1
            taken |= {(row + down, column + right) for down in range(box.rows) for right in range(box.columns)}
            yield row, column, box


def width_of(table: Table) -> int:
    return sum(box.columns for box in table[0])


def unmerged(table: Table) -> Table:
    """The table with a cell for each place; what a box spans is empty."""
    places = {(row, column): box for row, column, box in grid(table)}
    return [
        [
            evolve(places[row, column], rows=1, columns=1) if (row, column) in places else Box("")
            for column in range(width_of(table))
        ]
        for row in range(len(table))
    ]


# --- Word -------------------------------------------------------------------------------------------------


def to_docx(made: Made, path: Path, *, landscape: bool = False, paragraphs: bool = False) -> None:
    """A Word document on A4; ``paragraphs`` breaks short labels over two paragraphs of their cell."""
    import docx
    from docx.enum.section import WD_ORIENTATION
    from docx.shared import Mm

    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = (Mm(297), Mm(210)) if landscape else (Mm(210), Mm(297))
    section.orientation = WD_ORIENTATION.LANDSCAPE if landscape else WD_ORIENTATION.PORTRAIT
    document.add_paragraph(made.title)
    for part in parts(made):
        if isinstance(part, str):
            document.add_paragraph(part)
            continue
        table = document.add_table(len(part), width_of(part), style="Table Grid")
        # Asking the table for each cell anew takes quadratic time.
        cells = [row.cells for row in table.rows]
        for row, column, box in grid(part):
            cell = cells[row][column]
            if box.rows * box.columns > 1:
                cell = cell.merge(cells[row + box.rows - 1][column + box.columns - 1])
            at = 2 if paragraphs and not box.is_value and 4 <= len(box.text) <= 6 else len(box.text)
            cell.paragraphs[0].text = box.text[:at]
            if box.text[at:]:
                cell.add_paragraph(box.text[at:])
    document.save(str(path))
