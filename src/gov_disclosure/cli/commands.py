"""Commands: parse, show, render, blank, schema, rules; the others have modules of their own.

Exit codes: 0, every file was read; 2, wrong usage; 3, at least one was not, or was passed over though it may
be a report, and is named at the end.
"""

import json
from collections.abc import Sequence
from itertools import chain, islice
from typing import Final, Literal, TextIO

import click
from rich.console import Console

from gov_disclosure.cli.check import check_command
from gov_disclosure.cli.corpus import corpus_command
from gov_disclosure.cli.outputs import output_option, output_to, standard_output, write, write_bytes
from gov_disclosure.cli.panel import panel_command
from gov_disclosure.cli.runs import Run, allow_unread_option, sources_argument
from gov_disclosure.cli.show import show
from gov_disclosure.cli.trace import trace_command
from gov_disclosure.form.fields import Edition
from gov_disclosure.layouts.names import Layout
from gov_disclosure.model.blank import blank_form
from gov_disclosure.model.messages import Language
from gov_disclosure.model.report import Report
from gov_disclosure.writing.catalogue import to_catalogue
from gov_disclosure.writing.csv import Shape, to_csv
from gov_disclosure.writing.docx import document_bytes
from gov_disclosure.writing.json import to_json
from gov_disclosure.writing.rendering.document import render
from gov_disclosure.writing.schema import json_schema, table_schema

_DOCX: Final = "docx"
_layout = click.option(
    "--layout",
    type=click.Choice([*(layout.value for layout in Layout), _DOCX]),
    default="markdown",
    show_default=True,
    help="docx: a Word document.",
)
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
@sources_argument
@click.option("--to", "form", type=click.Choice(["json", "csv"]), default="json", show_default=True)
@click.option(
    "--shape", type=click.Choice(["long", "wide"]), default="long", show_default=True, help="Shape of CSV."
)
@output_option
@click.option("--bom", is_flag=True, help="Begin CSV with a byte order mark, for Excel.")
@click.option("--indent", type=click.IntRange(min=0), help="Indent JSON.")
@_strict
@allow_unread_option
def parse_command(
    sources: tuple[str, ...],
    form: Literal["json", "csv"],
    shape: Shape,
    output: str | None,
    bom: bool,
    indent: int | None,
    strict: bool,
    allow_unread: bool,
) -> None:
    """Write reports as JSON or CSV. FILE is a file, a folder, or - for standard input.

    A file with one report gives one JSON object; several reports or files, or a folder, give an array of them.
    """
    run = Run(sources, strict=strict, allow_unread=allow_unread)
    with output_to(output, wanted=run.has_read) as stream:
        if form == "csv":
            to_csv(run.reports(), stream, shape, bom=bom)
        else:
            _write_json(run, stream, indent)
    run.finish()


@app.command("show")
@sources_argument
@click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", show_default=True, help="Of messages.")
@click.option("--all-issues", is_flag=True, help="List issues of level info too.")
@_strict
@allow_unread_option
def show_command(
    sources: tuple[str, ...], lang: Language, all_issues: bool, strict: bool, allow_unread: bool
) -> None:
    """Print reports' tables for a person: blank, slash and missing told apart, issues below."""
    console = Console(file=standard_output(), soft_wrap=False)
    run = Run(sources, strict=strict, allow_unread=allow_unread)
    for report in run.reports():
        show(report, console, lang, all_issues=all_issues)
    run.finish()


@app.command("render")
@click.argument("source", metavar="FILE", type=click.Path(dir_okay=False, allow_dash=True))
@_layout
@output_option
def render_command(source: str, layout: str, output: str | None) -> None:
    """Write the reports of a file again, in another layout. FILE is a file, or - for standard input."""
    run = Run((source,))
    _render(list(run.reports()), layout, output)
    run.finish()


@app.command("blank")
@click.argument("edition", type=click.Choice([edition.value for edition in Edition]))
@_layout
@output_option
def blank_command(edition: str, layout: str, output: str | None) -> None:
    """Write the form of an edition with every cell blank."""
    _render([blank_form(edition)], layout, output)


@app.command("schema")
@click.argument("kind", type=click.Choice(["json", "long", "wide"]))
def schema_command(kind: Literal["json", "long", "wide"]) -> None:
    """Print the JSON Schema of parse --to json, or the Table Schema of a shape of CSV."""
    schema = json_schema() if kind == "json" else table_schema(kind)
    click.echo(json.dumps(schema, ensure_ascii=False, indent=2))


@app.command("rules")
@click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", show_default=True, help="Of the page.")
@output_option
def rules_command(lang: Language, output: str | None) -> None:
    """Write the catalogue of the rules of check and panel, each with an example."""
    write(to_catalogue(lang), output)


app.add_command(check_command)
app.add_command(corpus_command)
app.add_command(panel_command)
app.add_command(trace_command)


def _render(reports: Sequence[Report], layout: str, output: str | None) -> None:
    if not reports:
        return
    if layout == _DOCX:
        write_bytes(document_bytes(reports), output)
    else:
        write("\n".join([render(report, layout) for report in reports]), output)


def _write_json(run: Run, stream: TextIO, indent: int | None) -> None:
    reports = run.reports()
    first = list(islice(reports, 2)) if run.single else []
    if run.single and len(first) < 2:
        stream.writelines(f"{to_json(report, indent=indent)}\n" for report in first)
        return
    stream.write("[")
    for number, report in enumerate(chain(first, reports)):
        stream.write((",\n" if number else "\n") + to_json(report, indent=indent))
    stream.write("\n]\n")
