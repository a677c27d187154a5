"""The command corpus: a folder of reports against its truths and against floors that only rise.

Exit codes: 0, no number is wrong and no document is below its floor; 1, otherwise, or if a truth is malformed
or there is no document; 2, wrong usage.
"""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

import click
from rich import box
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from gov_disclosure.cli.outputs import standard_output, write
from gov_disclosure.model.error_words import error_text
from gov_disclosure.model.errors import GovDisclosureError
from gov_disclosure.model.messages import Language
from gov_disclosure.model.shown import visible
from gov_disclosure.sources.encodings import decode
from gov_disclosure.testing.corpus import Comparison, Found, Tally, Wrong, by_layout, compare_all, find, tally
from gov_disclosure.testing.corpus_words import corpus_text
from gov_disclosure.testing.floors import Difference, Floors, differences, from_floors, raised, to_floors
from gov_disclosure.writing.cells import MARKS

_UNKNOWN_LAYOUT = "—"
_folder = click.Path(exists=True, file_okay=False, path_type=Path)

Say = Callable[..., str]


@click.command("corpus", epilog=__doc__ and __doc__.split("\n\n")[1])
@click.argument("folders", metavar="FOLDER...", nargs=-1, required=True, type=_folder)
@click.option(
    "--truths", multiple=True, type=_folder, help="Where the .cells files are. Default: beside the texts."
)
@click.option(
    "--floors", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path), help="Stored result."
)
@click.option("--update", is_flag=True, help="Raise the floors to what is right now, unless a number is wrong.")
@click.option("--lower", is_flag=True, help="With --update: let floors fall too.")
@click.option(
    "--jobs", type=click.IntRange(min=1), help="Processes. Default: as many as pay, up to one a core."
)
@click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", show_default=True)
def corpus_command(
    folders: tuple[Path, ...],
    truths: tuple[Path, ...],
    floors: Path | None,
    update: bool,
    lower: bool,
    jobs: int | None,
    lang: Language,
) -> None:
    """Count right, lost and wrong cells of reports by layout, and what changed against stored floors.

    A text and its truth have the same name: report.txt, report.cells.
    """
    if (update and not floors) or (lower and not update):
        raise click.UsageError("--update needs --floors FILE, and --lower needs --update.")

    say = partial(_say, lang)
    try:
        found = find(folders, truths)
        stored = _stored(floors, new=update)
    except (GovDisclosureError, OSError) as error:
        raise click.ClickException(str(error)) from error
    comparisons = compare_all(found.documents, jobs)
    changes = [] if stored is None else list(differences(comparisons, stored))
    is_clean = not found.malformed and not any(comparison.wrong for comparison in comparisons)
    if update and floors and is_clean and comparisons:
        write(to_floors(raised(comparisons, stored or {}, lower=lower)), str(floors), "--floors")
    _print(found, comparisons, changes, say)
    if update and not is_clean:
        click.echo(say("not_updated", path=floors), err=True)
    if not comparisons:
        raise click.ClickException(error_text("no_files"))
    is_kept = lower or not any(change.is_loss for change in changes)
    sys.exit(0 if is_clean and is_kept else 1)


def _say(lang: Language, name: str, /, **facts: object) -> str:
    return corpus_text(name, lang, **facts)


def _stored(path: Path | None, *, new: bool) -> Floors | None:
    """The floors of a file; ``None`` if none was asked for, no floors if it is yet to be written."""
    if path is None:
        return None
    if new and not path.exists():
        return {}
    return from_floors(decode(path.read_bytes(), str(path)).text)


def _print(found: Found, comparisons: Sequence[Comparison], changes: Sequence[Difference], say: Say) -> None:
    """The table, what is wrong, gains and losses; and on standard error what could not be compared."""
    if comparisons:
        Console(file=standard_output()).print(_table(comparisons, say))
    for line in (*_wrong_lines(comparisons, say), *_change_lines(changes, say)):
        click.echo(visible(line))
    for line in _unmatched_lines(found, comparisons, say):
        click.echo(line, err=True)


def _table(comparisons: Sequence[Comparison], say: Say) -> Table:
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0))
    table.add_column(say("layout"), overflow="fold")
    for name in ("documents", "right", "lost", "wrong", "empty_right", "empty_otherwise"):
        table.add_column(say(name), justify="right", no_wrap=True)
    for layout, counts in by_layout(comparisons).items():
        table.add_row(escape(visible(layout or _UNKNOWN_LAYOUT)), *_numbers(counts))
    table.add_section()
    table.add_row(say("all"), *_numbers(tally(comparisons)))
    return table


def _numbers(counts: Tally) -> list[str]:
    return [
        str(count)
        for count in (
            counts.documents,
            counts.right,
            counts.lost,
            counts.wrong,
            counts.empty_right,
            counts.empty_otherwise,
        )
    ]


def _wrong_lines(comparisons: Sequence[Comparison], say: Say) -> Iterator[str]:
    for comparison in comparisons:
        for cell in comparison.wrong:
            yield say("wrong_cell", document=comparison.document, **_wrong_facts(cell))


def _wrong_facts(cell: Wrong) -> Mapping[str, object]:
    truth = MARKS[cell.truth.state] if cell.truth.value is None else cell.truth.value
    return {"id": cell.id, "truth": truth, "value": cell.value, "raw": cell.raw, "place": cell.location}


def _change_lines(changes: Sequence[Difference], say: Say) -> Iterator[str]:
    """Gains and losses, document by document."""
    for difference in changes:
        yield from _difference_lines(difference, say)


def _difference_lines(difference: Difference, say: Say) -> Iterator[str]:
    document, before, after = difference.document, difference.before, difference.after
    if before is None:
        yield say("new", document=document, after=after)
    elif after is None:
        yield say("gone", document=document, before=before)
    else:
        yield f"{document}: {before} → {after}"
    for change in difference.changes:
        sign = "+" if change.after > change.before else "-"
        yield f"  {sign} {change.row}: {change.before} → {change.after}"


def _unmatched_lines(found: Found, comparisons: Sequence[Comparison], say: Say) -> Iterator[str]:
    for comparison in comparisons:
        if comparison.failure:
            yield error_text("not_read", name=comparison.document, reason=comparison.failure)
    for name, reason in found.malformed.items():
        yield error_text("not_read", name=name, reason=reason)
    for name in found.without_truth:
        yield say("without_truth", name=name)
    for name in found.without_text:
        yield say("without_text", name=name)
