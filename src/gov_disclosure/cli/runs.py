"""The files of one call of the command line, and where it writes."""

import errno
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import Final, TextIO

import click
from rich.console import Console
from rich.progress import track

from gov_disclosure.api import read_decoded
from gov_disclosure.model.error_words import error_text
from gov_disclosure.model.errors import GovDisclosureError
from gov_disclosure.model.report import Report
from gov_disclosure.sources.encodings import SUFFIXES, Decoded, decode, read_text

STDIN: Final = "-"
"""What names standard input."""
# Below this many files a progress bar would only flicker.
_LONG_WORK = 20

_Decorator = Callable[[Callable[..., None]], Callable[..., None]]


def kept(context: click.Context, option: click.Parameter, path: str | None) -> str | None:
    """A path to write to, unless it is that of a file to be read.

    Raises:
        click.UsageError: it is.
    """
    read = _files(context.params.get("sources", ()))
    if path is not None and os.path.exists(path) and any(_is_same(path, name) for name in read):
        raise click.UsageError(f"{option.opts[-1]}: {error_text('overwrites', name=path)}")
    return path


def _is_same(path: str, source: str) -> bool:
    try:
        return os.path.samefile(path, source)
    except OSError:
        return False


# Eager, so that it is known when options for output are looked at.
sources_argument: _Decorator = click.argument(
    "sources", metavar="FILE...", nargs=-1, required=True, is_eager=True, type=click.Path(path_type=str)
)
output_option: _Decorator = click.option(
    "-o", "--output", metavar="OUT", type=click.Path(dir_okay=False), callback=kept,
    help="Default: standard output.",
)  # fmt: skip


class Run:
    """The files of one call: those that can't be read never stop it, and are named at its end."""

    def __init__(self, sources: tuple[str, ...], strict: bool) -> None:
        self.files: list[str] = list(_files(sources))
        self.single: bool = len(self.files) == 1 and not _is_folder(sources[0])
        self.strict = strict
        self.failures: list[tuple[str, GovDisclosureError | OSError]] = []

    def reports(self) -> Iterator[Report]:
        """Every report that can be read, in order."""
        return (report for report, _ in self.documents())

    def documents(self) -> Iterator[tuple[Report, str]]:
        """Every report that can be read, and its text."""
        console = Console(stderr=True)
        quiet = len(self.files) < _LONG_WORK or not console.is_terminal
        for name in track(self.files, console=console, description="", disable=quiet, transient=True):
            try:
                reports, text = _read(name, self.strict)
            except (GovDisclosureError, OSError) as error:
                self.failures.append((name, error))
                continue
            for report in reports:
                yield report, text

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
        if source != STDIN and _is_folder(source):
            found = (p for p in Path(source).rglob("*") if p.is_file() and p.suffix.lower() in SUFFIXES)
            yield from map(str, sorted(found))
        else:
            yield source


def _is_folder(source: str) -> bool:
    try:
        return Path(source).is_dir()
    except OSError:
        # No path that can be looked at; reading it says why.
        return False


def _read(name: str, strict: bool) -> tuple[tuple[Report, ...], str]:
    decoded = decoded_text(name)
    return read_decoded(decoded, name, strict=strict), decoded.text


def decoded_text(name: str) -> Decoded:
    """The text of a file, or of standard input.

    Raises:
        OSError, FileFormatError: as :func:`gov_disclosure.read`.
    """
    return decode(_standard_input(), STDIN) if name == STDIN else read_text(Path(name))


def _standard_input() -> bytes:
    # A process may be started without one.
    stream: TextIO | None = sys.stdin
    if stream is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    return stream.buffer.read()


@contextmanager
def output_to(path: str | None, option: str = "--output") -> Iterator[TextIO]:
    """A stream to the path that an option names, or to standard output."""
    try:
        if path is None:
            yield (stream := standard_output())
            stream.flush()
        else:
            with open(path, "w", encoding="utf-8", newline="", errors="replace") as stream:
                yield stream
    except BrokenPipeError:
        raise
    except OSError as error:
        raise click.UsageError(f"{option}: {error}") from error


def write(text: str, output: str | None, option: str = "--output") -> None:
    """Write a text to the path that an option names, or to standard output."""
    with output_to(output, option) as stream:
        stream.write(text)


def standard_output() -> TextIO:
    """Standard output as UTF-8 with line ends as written, whatever the terminal's locale.

    Raises:
        OSError: the process was started without one.
    """
    stream: TextIO | None = sys.stdout
    if stream is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(encoding="utf-8", newline="", errors="replace")
    return stream
