"""Commands: parse, show, check, render, blank, schema; and corpus, from its own module.

Exit codes: 0, every file was read; 1, at least one was not, and is named at the end; 2, wrong usage.
"""

import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from io import TextIOWrapper
from pathlib import Path
from typing import Literal, TextIO

import click
from attrs import evolve
from rich.console import Console
from rich.progress import track

from gov_disclosure.api import read, read_decoded
from gov_disclosure.cli.corpus import corpus_command
from gov_disclosure.cli.panel import panel_command
from gov_disclosure.cli.show import show
from gov_disclosure.errors import GovDisclosureError
from gov_disclosure.files import SUFFIXES, decode
from gov_disclosure.form import Edition
from gov_disclosure.issues import Level
from gov_disclosure.messages import Language, error_text
from gov_disclosure.rendering.blank import blank_form
from gov_disclosure.rendering.document import render
from gov_disclosure.rendering.layouts import Layout
from gov_disclosure.report import Report
from gov_disclosure.rules import Finding, check, selected
from gov_disclosure.serialize.csv import Shape, to_csv
from gov_disclosure.serialize.findings import Checked, to_findings_csv, to_findings_json, to_sarif, to_text
from gov_disclosure.serialize.json import to_json
from gov_disclosure.serialize.schema import json_schema, table_schema

STDIN = "-"
# Below this many files a progress bar would only flicker.
_LONG_WORK = 20

_sources = click.argument("sources", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=str))
_out = click.option(
    "-o", "--output", metavar="OUT", type=click.Path(dir_okay=False), help="Default: standard output."
)
_layout = click.option(
    "--layout", type=click.Choice([layout.value for layout in Layout]), default="markdown", show_default=True
)
_LEVELS = click.Choice([level.value for level in Level])
_strict = click.option(
    "--strict", is_flag=True, help="A report with an issue of level error counts as not read."
)


@click.group(
    context_settings={"help_option_names": ["-h", "--help"]}, epilog=__doc__ and __doc__.split("\n\n")[1]
)
@click.version_option(package_name="gov-disclosure")
def app() -> None:
    """读取政府信息公开工作年度报告 / Read annual reports on open government information."""


@app.command("parse")
@_sources
@click.option("--to", "form", type=click.Choice(["json", "csv"]), default="json", show_default=True)
@click.option(
    "--shape", type=click.Choice(["long", "wide"]), default="long", show_default=True, help="Shape of CSV."
)
@_out
@click.option("--bom", is_flag=True, help="Begin CSV with a byte order mark, for Excel.")
@click.option("--indent", type=click.IntRange(min=0), help="Indent JSON.")
@_strict
def parse_command(
    sources: tuple[str, ...],
    form: Literal["json", "csv"],
    shape: Shape,
    output: str | None,
    bom: bool,
    indent: int | None,
    strict: bool,
) -> None:
    """Write reports as JSON or CSV. FILE is a file, a folder, or - for standard input.

    One file gives one JSON object; several, or a folder, give an array of them.
    """
    run = _Run(sources, strict)
    with _output(output) as stream:
        if form == "csv":
            to_csv(run.reports(), stream, shape, bom=bom)
        else:
            _write_json(run, stream, indent)
    run.finish()


@app.command("show")
@_sources
@click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", show_default=True, help="Of messages.")
@click.option("--all-issues", is_flag=True, help="List issues of level info too.")
@_strict
def show_command(sources: tuple[str, ...], lang: Language, all_issues: bool, strict: bool) -> None:
    """Print reports' tables for a person: blank, slash and missing told apart, issues below."""
    console = Console(soft_wrap=False)
    run = _Run(sources, strict)
    for report in run.reports():
        show(report, console, lang, all_issues=all_issues)
    run.finish()


@app.command(
    "check",
    epilog="Exit codes: 0, nothing found of the level of --fail-on; 1, something; 2, wrong usage; "
    "3, a file was not read.",
)
@_sources
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
@_out
def check_command(
    sources: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    form: Literal["text", "json", "csv", "sarif"],
    level: str,
    fail_on: str,
    lang: Language,
    output: str | None,
) -> None:
    """Check the form's balance rules of reports. FILE is a file, a folder, or - for standard input."""
    try:
        ignored = selected(ignore)
        wanted = [rule.code for rule in selected(select or None) if rule not in ignored]
    except GovDisclosureError as error:
        raise click.UsageError(str(error)) from error
    run = _Run(sources, strict=False)
    found = [Checked(report.source or STDIN, check(report, wanted)) for report in run.reports()]
    shown = [evolve(one, findings=tuple(f for f in one.findings if _reaches(f, level))) for one in found]
    write: Mapping[str, Callable[[Sequence[Checked]], str]] = {
        "text": partial(to_text, lang=lang),
        "json": to_findings_json,
        "csv": to_findings_csv,
        "sarif": partial(to_sarif, lang=lang),
    }
    _write(write[form](shown), output)
    run.finish(code=3)
    sys.exit(any(_reaches(finding, fail_on) for one in found for finding in one.findings))


def _reaches(finding: Finding, level: str) -> bool:
    """Whether a finding is of a level or above it."""
    levels = list(Level)
    return levels.index(finding.level) <= levels.index(Level(level))


@app.command("render")
@click.argument("source", metavar="FILE", type=click.Path(dir_okay=False, allow_dash=True))
@_layout
@_out
def render_command(source: str, layout: str, output: str | None) -> None:
    """Write a report again, in another layout. FILE is a file, or - for standard input."""
    run = _Run((source,), strict=False)
    for report in run.reports():
        _write(render(report, layout), output)
    run.finish()


@app.command("blank")
@click.argument("edition", type=click.Choice([edition.value for edition in Edition]))
@_layout
@_out
def blank_command(edition: str, layout: str, output: str | None) -> None:
    """Write the form of an edition with every cell blank."""
    _write(render(blank_form(edition), layout), output)


@app.command("schema")
@click.argument("kind", type=click.Choice(["json", "long", "wide"]))
def schema_command(kind: Literal["json", "long", "wide"]) -> None:
    """Print the JSON Schema of parse --to json, or the Table Schema of a shape of CSV."""
    schema = json_schema() if kind == "json" else table_schema(kind)
    click.echo(json.dumps(schema, ensure_ascii=False, indent=2))


app.add_command(corpus_command)
app.add_command(panel_command)


class _Run:
    """The files of one call: those that can't be read never stop it, and are named at its end."""

    def __init__(self, sources: tuple[str, ...], strict: bool) -> None:
        self.files = list(_files(sources))
        self.single = len(self.files) == 1 and not Path(sources[0]).is_dir()
        self.strict = strict
        self.failures: list[tuple[str, str]] = []

    def reports(self) -> Iterator[Report]:
        """Every report that can be read, in order."""
        console = Console(stderr=True)
        quiet = len(self.files) < _LONG_WORK or not console.is_terminal
        for name in track(self.files, console=console, description="", disable=quiet, transient=True):
            try:
                yield _read(name, self.strict)
            except (GovDisclosureError, OSError) as error:
                self.failures.append((name, str(error)))

    def finish(self, code: int = 1) -> None:
        """Name the files that were not read; if there are any, end with the exit code."""
        if not self.files:
            click.echo(error_text("no_files"), err=True)
            sys.exit(code)
        for name, reason in self.failures:
            click.echo(error_text("not_read", name=name, reason=reason), err=True)
        if self.failures:
            click.echo(f"{len(self.failures)} / {len(self.files)}", err=True)
            sys.exit(code)


def _files(sources: tuple[str, ...]) -> Iterator[str]:
    for source in sources:
        path = Path(source)
        if source != STDIN and path.is_dir():
            found = (p for p in path.rglob("*") if p.is_file() and p.suffix.lower() in SUFFIXES)
            yield from map(str, sorted(found))
        else:
            yield source


def _read(name: str, strict: bool) -> Report:
    if name == STDIN:
        return read_decoded(decode(sys.stdin.buffer.read(), STDIN), STDIN, strict=strict)
    return read(name, strict=strict)


@contextmanager
def _output(path: str | None) -> Iterator[TextIO]:
    if path is None:
        yield _stdout()
        return
    with open(path, "w", encoding="utf-8", newline="", errors="replace") as stream:
        yield stream


def _write(text: str, output: str | None) -> None:
    with _output(output) as stream:
        stream.write(text)


def _stdout() -> TextIO:
    """Standard output as UTF-8 with line ends as written, whatever the terminal's locale."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="", errors="replace")
    return sys.stdout


def _write_json(run: _Run, stream: TextIO, indent: int | None) -> None:
    if run.single:
        stream.writelines(f"{to_json(report, indent=indent)}\n" for report in run.reports())
        return
    stream.write("[")
    for number, report in enumerate(run.reports()):
        stream.write((",\n" if number else "\n") + to_json(report, indent=indent))
    stream.write("\n]\n")
