"""The command ``trace``: what each stage of reading makes of a text: why a cell is as it is."""

import sys

import click

from gov_disclosure.api import stages_of
from gov_disclosure.cli.outputs import output_option, output_to
from gov_disclosure.cli.runs import document_at
from gov_disclosure.model.error_words import error_text
from gov_disclosure.model.errors import GovDisclosureError
from gov_disclosure.model.messages import Language
from gov_disclosure.tracing import STAGES, stage_lines


@click.command(
    "trace", epilog="Exit codes: 0, the file was read; 2, wrong usage; 3, it was not read, or is no report."
)
@click.argument("source", metavar="FILE", type=click.Path(dir_okay=False, allow_dash=True))
@click.option("--stage", type=click.Choice(list(STAGES)), help="Default: all, each under its name.")
@click.option(
    "--lang", type=click.Choice(["zh", "en"]), default="zh", show_default=True, help="Of reasons and messages."
)
@output_option
def trace_command(source: str, stage: str | None, lang: Language, output: str | None) -> None:
    """Print what each stage of reading makes of a text, and for each row that is refused the reason.

    FILE is a file, or - for standard input. Stages: pieces, the cells and lines that the layout sets apart;
    lexemes, labels and the values between them; tree, as the grammar has them; rows, under their columns or
    refused; cells.
    """
    try:
        reports = stages_of(document_at(source))
    except (GovDisclosureError, OSError) as error:
        click.echo(error_text("not_read", name=source, reason=error), err=True)
        sys.exit(3)
    with output_to(output) as stream:
        for number, stages in enumerate(reports, 1):
            which = f", report {number}" if len(reports) > 1 else ""
            for name in [stage] if stage else STAGES:
                lines = [f"== {name}{which}"] if which or not stage else []
                stream.writelines(f"{line}\n" for line in (*lines, *stage_lines(stages, name, lang)))
    sys.exit(3 if all(stages.report is None for stages in reports) else 0)
