"""The command ``check``: what the rules find of reports, printed, written for programs, and shown on a page."""

from collections.abc import Iterable

import click
from attrs import evolve

from gov_disclosure.checking.check import check
from gov_disclosure.checking.findings import Finding
from gov_disclosure.checking.rules import RULES
from gov_disclosure.cli.found import Form, codes, conclude, finding_options, write_found
from gov_disclosure.cli.runs import STDIN, Run, kept, output_option, sources_argument, write
from gov_disclosure.model.issues import Level
from gov_disclosure.model.messages import Language
from gov_disclosure.model.report import Report
from gov_disclosure.writing.findings import Checked

_Document = tuple[Report, str, tuple[Finding, ...]]


@click.command(
    "check",
    epilog="Exit codes: 0, nothing found of the level of --fail-on; 1, something; 2, wrong usage; "
    "3, a file was not read.",
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
    output: str | None,
    html: str | None,
) -> None:
    """Check reports: sums, and sentences against tables. FILE is a file, a folder, or - for standard input."""
    wanted = codes(select, ignore, RULES)
    run = Run(sources, strict=False)
    # A report and its text are kept for the page alone.
    documents: list[_Document] = []
    found, issues = [], 0
    for report, text in run.documents():
        findings = check(report, wanted)
        issues += sum(one.level.reaches(Level.WARNING) for one in report.issues)
        found.append(Checked(report.source or STDIN, findings))
        documents += [(report, text, findings)] if html else []
    shown = [
        evolve(one, findings=tuple(f for f in one.findings if f.level.reaches(Level(level)))) for one in found
    ]
    write_found(shown, form, output, lang, RULES)
    if html:
        _write_page(documents, html, lang)
    levels = [finding.level for one in found for finding in one.findings]
    conclude(run, levels, form, lang, shown=Level(level), fail_on=Level(fail_on), issues=issues)


def _write_page(documents: Iterable[_Document], path: str, lang: Language) -> None:
    # Only here is Jinja needed, which takes its time to import.
    try:
        from gov_disclosure.writing.page.page import Page, to_html

        page = to_html([Page(report, findings, text) for report, text, findings in documents], lang)
    except ModuleNotFoundError as error:
        raise click.UsageError(f"--html: {error}") from error
    write(page, path, "--html")
