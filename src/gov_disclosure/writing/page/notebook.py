"""A report as a notebook shows it: its tables as the form has them, as HTML that needs nothing else.

It may stand beside others of its kind and in any theme: no ids, no scripts, no colours but for marks.
"""

from collections import Counter
from collections.abc import Iterator
from html import escape as escaped
from typing import Final

from gov_disclosure.form.fields import State
from gov_disclosure.form.labels import table_label
from gov_disclosure.model.issues import Issue, Level
from gov_disclosure.model.report import Report
from gov_disclosure.model.shown import visible
from gov_disclosure.writing.page.links import shortened, written
from gov_disclosure.writing.page.tables import tables_of
from gov_disclosure.writing.page.words import LEVELS, PAGE, STATES
from gov_disclosure.writing.rendering.headed import HeadedTable, LabelCell, Row

_STYLE: Final = """
.gov-disclosure table { border-collapse: collapse; margin: .4em 0 1em; font-size: 12px; }
.gov-disclosure caption { caption-side: top; text-align: left; font-weight: bold; padding: .3em 0;
  color: inherit; }
.gov-disclosure th, .gov-disclosure td { border: 1px solid rgba(128, 128, 128, .5); padding: 2px 6px;
  text-align: right; vertical-align: middle; }
.gov-disclosure th { font-weight: normal; text-align: left; white-space: normal; max-width: 16em; }
.gov-disclosure i { opacity: .65; }
.gov-disclosure .missing, .gov-disclosure .unreadable { background: rgba(220, 60, 40, .22); }
.gov-disclosure .issues { margin: 0; padding-left: 1.4em; font-size: 12px; }
"""


def to_notebook(report: Report) -> str:
    """The report's title, tables and issues, all text escaped."""
    parts = ['<div class="gov-disclosure" lang="zh-CN">', f"<style>{_STYLE}</style>", *_front(report)]
    for table in tables_of(report):
        parts += _table(table, report)
    return "\n".join([*parts, *_issues(report), "</div>"])


def _front(report: Report) -> Iterator[str]:
    edition = PAGE["edition_name"].zh.format(edition=report.edition) if report.edition else None
    facts = (report.issuer, report.year, edition, report.source)
    yield f"<p><b>{escape(report.title or PAGE['untitled'].zh)}</b><br>"
    yield f"{escape(' · '.join(str(fact) for fact in facts if fact is not None))}</p>"


def escape(text: str) -> str:
    """A text for a page, without a character that a page would obey."""
    return escaped(visible(text))


def _table(table: HeadedTable, report: Report) -> Iterator[str]:
    yield f"<table><caption>{escape(table_label(table.name))}</caption>"
    for block in table.blocks:
        yield "<tbody>"
        yield from (_row(row, report) for row in block)
        yield "</tbody>"
    yield "</table>"


def _row(row: Row, report: Report) -> str:
    cells: list[str] = []
    for place in row:
        spans = f' colspan="{place.colspan}"' if place.colspan > 1 else ""
        if isinstance(place, LabelCell):
            spans += f' rowspan="{place.rowspan}"' if place.rowspan > 1 else ""
            cells.append(f"<th{spans}>{escape(place.text)}</th>")
            continue
        cell = report.cells.get(place.field.id)
        state = cell.state if cell else State.MISSING
        if cell is not None and state is State.REPORTED:
            cells.append(f"<td{spans}>{written(cell.value)}{escape(cell.unit or '')}</td>")
            continue
        raw = f' title="{escape(shortened(cell.raw.strip()))}"' if cell and cell.raw.strip() else ""
        cells.append(f'<td{spans} class="{state}"{raw}><i>{STATES[state].zh}</i></td>')
    return f"<tr>{''.join(cells)}</tr>"


def _issues(report: Report) -> Iterator[str]:
    listed = [issue for issue in report.issues if issue.level is not Level.INFO]
    if not listed:
        yield f"<p>{PAGE['no_issues'].zh}</p>"
        return
    counts = Counter(issue.level for issue in listed)
    named = "，".join(f"{LEVELS[level].zh}{count}" for level, count in sorted(counts.items()))
    yield f"<details><summary>{PAGE['issues'].zh}：{named}</summary>"
    yield f'<ul class="issues">{"".join(map(_issue, listed))}</ul></details>'


def _issue(issue: Issue) -> str:
    place = f" {issue.location.said.zh}" if issue.location else ""
    return f"<li>{issue.code}{place} {escape(issue.message.zh)}</li>"
