"""The command ``check``: what the rules find of reports, printed, written for programs, and shown on a page."""

from collections.abc import Iterable

import click

from gov_disclosure.checking.check import examine
from gov_disclosure.checking.rules import RULES
from gov_disclosure.cli.folders import STDIN
from gov_disclosure.cli.found import Form, codes, finding_options, write_found
from gov_disclosure.cli.outputs import kept, output_option, write
from gov_disclosure.cli.runs import Run, sources_argument
from gov_disclosure.cli.search_time import SearchTime
from gov_disclosure.cli.summary import say_summary
from gov_disclosure.model.issues import Level
from gov_disclosure.model.messages import Language
from gov_disclosure.model.report import Report
from gov_disclosure.model.source_view import SourceView
from gov_disclosure.sources.source_views import view_of
from gov_disclosure.writing.findings import Checked

_Shown = tuple[Report, SourceView, Checked]


@click.command(
    "check",
    epilog="Exit codes: 0, nothing found of the level of --fail-on; 1, something; 2, wrong usage; "
    "3, a file was not read, was passed over though it may be a report, or has nothing that could be checked.",
)
@sources_argument
@finding_options
@output_option
@click.option(
    "--html",
    metavar="OUT",
    type=click.Path(dir_okay=False),
    callback=kept,
    help="Write also a page of HTML: tables, all findings at their cells, and the source text.",
)
def check_command(
    sources: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    form: Form,
    level: str,
    fail_on: str,
    lang: Language,
    allow_unread: bool,
    output: str | None,
    html: str | None,
) -> None:
    """Check reports: sums, and sentences against tables. FILE is a file, a folder, or - for standard input."""
    wanted = codes(select, ignore, RULES)
    run = Run(sources, allow_unread=allow_unread)
    # A report and what its file shows are kept for the page alone.
    shown: list[_Shown] = []
    found: list[Checked] = []
    time = SearchTime(alone=run.single)
    for report, document in run.documents():
        with time.of_report() as seconds:
            findings, coverage = examine(report, wanted, seconds=seconds)
        issues = sum(one.level.reaches(Level.WARNING) for one in report.issues)
        found.append(Checked(report.source or STDIN, findings, coverage, issues))
        shown += [(report, view_of(document), found[-1])] if html else []
    write_found(found, run, form, output, lang, RULES, Level(level))
    if html:
        _write_page(shown, run, html, lang)
    if form == "text" and found:
        say_summary(found, lang, shown=Level(level))
    levels = [finding.level for one in found for finding in one.findings]
    run.finish(
        found=any(one.reaches(Level(fail_on)) for one in levels),
        unchecked=[one.source for one in found if one.coverage.is_empty],
    )


def _write_page(shown: Iterable[_Shown], run: Run, path: str, lang: Language) -> None:
    # Only here is Jinja needed, which takes its time to import.
    try:
        from gov_disclosure.writing.page.page import Page, to_html

        pages = [Page(report, one.findings, view, one.coverage) for report, view, one in shown]
        page = to_html(pages, lang, unread=run.unread())
    except ModuleNotFoundError as error:
        raise click.UsageError(f"--html: {error}") from error
    write(page, path, "--html", wanted=run.has_read)
