"""The command ``check``: what the rules find of reports, printed, written for programs, and shown on a page."""

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Literal

import click
from attrs import evolve

from gov_disclosure.cli.runs import STDIN, Run, output_option, sources_argument, write
from gov_disclosure.errors import GovDisclosureError
from gov_disclosure.findings import Finding
from gov_disclosure.issues import Level
from gov_disclosure.messages import Language
from gov_disclosure.report import Report
from gov_disclosure.rules import check, selected
from gov_disclosure.serialize.findings import Checked, to_findings_csv, to_findings_json, to_sarif, to_text

_Document = tuple[Report, str, tuple[Finding, ...]]
_LEVELS = click.Choice([level.value for level in Level])


@click.command(
    "check",
    epilog="Exit codes: 0, nothing found of the level of --fail-on; 1, something; 2, wrong usage; "
    "3, a file was not read.",
)
@sources_argument
@click.option("--select", metavar="CODE", multiple=True, help="Rules whose code begins so. Default: all.")
@click.option("--ignore", metavar="CODE", multiple=True, help="Rules whose code begins so are left out.")
@click.option(
    "--to", "form", type=click.Choice(["text", "json", "csv", "sarif"]), default="text", show_default=True
)
@click.option("--level", type=_LEVELS, default="warning", show_default=True, help="The least that is shown.")
@click.option(
    "--fail-on", type=_LEVELS, default="error", show_default=True, help="The least that gives exit code 1."
)
@click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", show_default=True, help="Of messages.")
@output_option
@click.option(
    "--html",
    metavar="OUT",
    type=click.Path(dir_okay=False),
    help="Write also a page of HTML: tables, all findings at their cells, and the source text.",
)
def check_command(
    sources: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    form: Literal["text", "json", "csv", "sarif"],
    level: str,
    fail_on: str,
    lang: Language,
    output: str | None,
    html: str | None,
) -> None:
    """Check reports: sums, and sentences against tables. FILE is a file, a folder, or - for standard input."""
    try:
        ignored = selected(ignore)
        wanted = [rule.code for rule in selected(select or None) if rule not in ignored]
    except GovDisclosureError as error:
        raise click.UsageError(str(error)) from error
    run = Run(sources, strict=False)
    # A report and its text are kept for the page alone.
    documents: list[_Document] = []
    found = []
    for report, text in run.documents():
        findings = check(report, wanted)
        found.append(Checked(report.source or STDIN, findings))
        documents += [(report, text, findings)] if html else []
    shown = [
        evolve(one, findings=tuple(f for f in one.findings if f.level.reaches(Level(level)))) for one in found
    ]
    writers: Mapping[str, Callable[[Sequence[Checked]], str]] = {
        "text": partial(to_text, lang=lang),
        "json": to_findings_json,
        "csv": to_findings_csv,
        "sarif": partial(to_sarif, lang=lang),
    }
    write(writers[form](shown), output)
    if html:
        _write_page(documents, html, lang)
    run.finish(code=3)
    sys.exit(any(finding.level.reaches(Level(fail_on)) for one in found for finding in one.findings))


def _write_page(documents: Iterable[_Document], path: str, lang: Language) -> None:
    # Only here is Jinja needed, which takes its time to import.
    try:
        from gov_disclosure.serialize.page import Page, to_html

        page = to_html([Page(report, findings, text) for report, text, findings in documents], lang)
    except ModuleNotFoundError as error:
        raise click.UsageError(f"--html: {error}") from error
    write(page, path, "--html")
