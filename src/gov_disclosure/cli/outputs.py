"""Where a call of the command line writes: to a path, whole or not at all, or to standard output."""

import errno
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import StringIO, TextIOWrapper
from typing import TextIO

import click

from gov_disclosure.cli.folders import files_of
from gov_disclosure.model.error_words import error_text
from gov_disclosure.model.shown import visible
from gov_disclosure.writing.whole import bytes_written_whole, written_whole

_Decorator = Callable[[Callable[..., None]], Callable[..., None]]


def kept(context: click.Context, option: click.Parameter, path: str | None) -> str | None:
    """A path to write to, unless it is that of a file to be read.

    Raises:
        click.UsageError: it is.
    """
    if path is not None and os.path.exists(path):
        read = files_of(context.params.get("sources", ())).to_read
        if any(_is_same(path, name) for name in read):
            raise click.UsageError(f"{option.opts[-1]}: {error_text('overwrites', name=path)}")
    return path


def _is_same(path: str, source: str) -> bool:
    try:
        return os.path.samefile(path, source)
    except (OSError, ValueError):
        return False


output_option: _Decorator = click.option(
    "-o", "--output", metavar="OUT", type=click.Path(dir_okay=False), callback=kept,
    help="Default: standard output.",
)  # fmt: skip


@contextmanager
def output_to(
    path: str | None, option: str = "--output", *, wanted: Callable[[], bool] = lambda: True
) -> Iterator[TextIO]:
    """A stream to the path that an option names, or to standard output.

    A file is there when all of it is written, and only if ``wanted`` says so then.
    """
    try:
        if path is None:
            stream = standard_output()
            yield _AtTerminal(stream) if stream.isatty() else stream
            stream.flush()
        else:
            with written_whole(path, wanted=wanted) as stream:
                yield stream
    except BrokenPipeError:
        raise
    except OSError as error:
        raise click.UsageError(f"{option}: {error}") from error


class _AtTerminal(StringIO):
    """Standard output that is a terminal: what it would obey is written as an escape, unlike in a file."""

    def __init__(self, stream: TextIO) -> None:
        super().__init__()
        self._stream = stream

    def write(self, text: str) -> int:
        """Write a text that a terminal can only show."""
        return self._stream.write(visible(text, keep="\n\t"))


def write(
    text: str, output: str | None, option: str = "--output", *, wanted: Callable[[], bool] = lambda: True
) -> None:
    """Write a text to the path that an option names, or to standard output."""
    with output_to(output, option, wanted=wanted) as stream:
        stream.write(text)


def write_bytes(data: bytes, output: str | None, option: str = "--output") -> None:
    """Write bytes to the path that an option names, or to standard output, unless that is a terminal.

    Raises:
        click.UsageError: it is one, or they can't be written.
    """
    try:
        if output is not None:
            bytes_written_whole(output, data)
            return
        stream = standard_output()
        if stream.isatty():
            raise click.UsageError(f"{option}: {error_text('terminal')}")
        stream.flush()
        stream.buffer.write(data)
        stream.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise click.UsageError(f"{option}: {error}") from error


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
