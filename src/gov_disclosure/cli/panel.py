"""The command panel: reports of different years and issuers against each other.

Exit codes: 0, nothing found of the level of --fail-on; 1, something; 2, wrong usage; 3, a file was not read,
or was passed over though it may be a report.
"""

import csv
import io
from collections.abc import Iterable
from pathlib import Path

import click

from gov_disclosure.checking.panel.check import examine_panel
from gov_disclosure.checking.panel.findings import PanelFinding
from gov_disclosure.checking.panel.rules import PANEL_RULES
from gov_disclosure.cli.found import Form, codes, finding_options, write_found
from gov_disclosure.cli.outputs import output_option
from gov_disclosure.cli.runs import Run, sources_argument
from gov_disclosure.cli.summary import say_panel_summary
from gov_disclosure.model.error_words import error_text
from gov_disclosure.model.errors import GovDisclosureError
from gov_disclosure.model.issues import Level
from gov_disclosure.model.messages import Language
from gov_disclosure.writing.findings import PanelChecked

_COLUMNS = ["parent", "child"]


@click.command("panel", epilog=__doc__ and __doc__.split("\n\n")[1])
@sources_argument
@click.option(
    "--children",
    metavar="CSV",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Whose figures are the sum of whose: names of issuers in the columns parent and child.",
)
@finding_options
@output_option
def panel_command(
    sources: tuple[str, ...],
    children: Path | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    form: Form,
    level: str,
    fail_on: str,
    lang: Language,
    allow_unread: bool,
    output: str | None,
) -> None:
    """Hold reports of different years and issuers against each other.

    FILE is a file, a folder, or - for standard input.
    """
    run = Run(sources, allow_unread=allow_unread)
    wanted = codes(select, ignore, PANEL_RULES)
    try:
        found, coverage = examine_panel(run.reports(), children=_children(children), rules=wanted)
    except GovDisclosureError as error:
        raise click.UsageError(str(error)) from error
    listed = [*_by_source(found, str(children)), PanelChecked("", (), coverage)]
    write_found(listed, run, form, output, lang, PANEL_RULES, Level(level))
    if form == "text" and run.has_read():
        say_panel_summary(found, coverage, lang, shown=Level(level))
    run.finish(
        found=any(one.level.reaches(Level(fail_on)) for one in found),
        # One report alone is held against none.
        unchecked=sources if coverage.reports == 1 else (),
    )


def _children(path: Path | None) -> dict[str, list[str]]:
    """The children of each parent that a table names; empty lines say nothing."""
    found: dict[str, list[str]] = {}
    if path is None:
        return found
    rows = csv.reader(io.StringIO(_text(path), newline=""), strict=True)
    try:
        if next(rows, None) != _COLUMNS:
            raise csv.Error
        for row in filter(None, rows):
            if len(row) != len(_COLUMNS):
                raise csv.Error
            parent, child = map(str.strip, row)
            found.setdefault(parent, []).append(child)
    except csv.Error as error:
        raise GovDisclosureError(error_text("children_file", path=path, line=rows.line_num or 1)) from error
    return found


def _text(path: Path) -> str:
    """The text of a table, whose few names would not tell in what other encoding than UTF-8 it is."""
    data = path.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise GovDisclosureError(error_text("children_file", path=path, line=line)) from error


def _by_source(found: Iterable[PanelFinding], otherwise: str) -> list[PanelChecked]:
    """The findings by the first report of each; what is about no report belongs to the file that names it."""
    groups: dict[str, list[PanelFinding]] = {}
    for finding in found:
        groups.setdefault(finding.source or otherwise, []).append(finding)
    return [PanelChecked(source, tuple(findings)) for source, findings in groups.items()]
