"""What ``check`` and ``panel`` share: options for rules and for what they find, and how that is written."""

from collections.abc import Callable, Sequence
from typing import Final, Literal

import click

from gov_disclosure.checking.catalogue import chosen
from gov_disclosure.checking.panel.rule import PanelRule
from gov_disclosure.checking.rule import Rule
from gov_disclosure.cli.outputs import write
from gov_disclosure.cli.runs import Run, allow_unread_option
from gov_disclosure.model.errors import GovDisclosureError
from gov_disclosure.model.issues import Level
from gov_disclosure.model.messages import Language
from gov_disclosure.writing.findings import Listed, to_findings_csv, to_findings_json, to_sarif, to_text

Form = Literal["text", "json", "csv", "sarif"]
_Command = Callable[..., None]

_LEVELS: Final = click.Choice([level.value for level in Level])
_OPTIONS: Final = (
    click.option("--select", metavar="CODE", multiple=True, help="Rules whose code begins so. Default: all."),
    click.option("--ignore", metavar="CODE", multiple=True, help="Rules whose code begins so are left out."),
    click.option(
        "--to", "form", type=click.Choice(["text", "json", "csv", "sarif"]), default="text", show_default=True
    ),
    click.option(
        "--level", type=_LEVELS, default="warning", show_default=True, help="The least that is shown."
    ),
    click.option(
        "--fail-on", type=_LEVELS, default="error", show_default=True, help="The least that gives exit code 1."
    ),
    click.option(
        "--lang", type=click.Choice(["zh", "en"]), default="zh", show_default=True, help="Of messages."
    ),
    allow_unread_option,
)


def finding_options(command: _Command) -> _Command:
    """A command with the options for rules, levels, language and form."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def codes(
    select: tuple[str, ...], ignore: tuple[str, ...], among: Sequence[Rule] | Sequence[PanelRule]
) -> list[str]:
    """The codes of the rules that are selected and not ignored.

    Raises:
        click.UsageError: no rule has such a code.
    """
    try:
        ignored = {rule.code for rule in chosen(ignore, among)}
        return [rule.code for rule in chosen(select or None, among) if rule.code not in ignored]
    except GovDisclosureError as error:
        raise click.UsageError(str(error)) from error


def write_found(
    found: Sequence[Listed],
    run: Run,
    form: Form,
    output: str | None,
    lang: Language,
    catalogue: Sequence[Rule] | Sequence[PanelRule],
    shown: Level,
) -> None:
    """Write the findings of a level or above it in a form, to a path or to standard output."""
    match form:
        case "text":
            text = to_text(found, lang, shown)
        case "json":
            text = to_findings_json(found, shown, run.unread())
        case "csv":
            text = to_findings_csv(found, shown, run.unread())
        case "sarif":
            text = to_sarif(found, lang, catalogue, shown, run.unread())
    write(text, output, wanted=run.has_read)
