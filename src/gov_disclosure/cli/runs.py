"""The files of one call of the command line, what became of each, and the exit code that tells it."""

import errno
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, NoReturn, TextIO

import click
from rich.console import Console
from rich.progress import track

from gov_disclosure.api import read_document
from gov_disclosure.cli.folders import STDIN, PassedOver, files_of, is_folder, is_read
from gov_disclosure.form.fields import State
from gov_disclosure.model.error_words import error_text
from gov_disclosure.model.errors import GovDisclosureError
from gov_disclosure.model.report import Report
from gov_disclosure.sources.document import Document
from gov_disclosure.sources.file_kinds import LARGEST, FileKind, kind_of, read_bytes, within_limit
from gov_disclosure.sources.formats import document_of
from gov_disclosure.writing.findings import Unread

if TYPE_CHECKING:
    from gov_disclosure.sources.archives import Member

# Below this many files a progress bar would only flicker.
_LONG_WORK = 20
# So many files of a kind are named; the others are counted.
_MOST_NAMED = 20
_FOUND, _UNREAD = 1, 3

_Decorator = Callable[[Callable[..., None]], Callable[..., None]]

# Eager, so that it is known when options for output are looked at.
sources_argument: _Decorator = click.argument(
    "sources", metavar="FILE...", nargs=-1, required=True, is_eager=True, type=click.Path(path_type=str)
)
allow_unread_option: _Decorator = click.option(
    "--allow-unread",
    is_flag=True,
    help="What was not read, was passed over or could not be checked does not change the exit code.",
)


class Run:
    """The files of one call: those that can't be read never stop it, and are named at its end."""

    def __init__(self, sources: tuple[str, ...], *, strict: bool = False, allow_unread: bool = False) -> None:
        files = files_of(sources)
        self.files: list[str] = files.to_read
        self.single: bool = len(self.files) == 1 and not is_folder(sources[0])
        self.strict: bool = strict
        self.allow_unread: bool = allow_unread
        self.passed: list[PassedOver] = files.passed
        self.failures: list[tuple[str, Exception]] = files.failures
        self.tried: int = 0
        """How many files were opened, those of archives among them."""
        self.delivered: int = 0
        """How many reports were read."""

    def reports(self) -> Iterator[Report]:
        """Every report that can be read, in order."""
        return (report for report, _ in self.documents())

    def documents(self) -> Iterator[tuple[Report, Document]]:
        """Every report that can be read, and the document of its file."""
        console = Console(stderr=True)
        quiet = len(self.files) < _LONG_WORK or not console.is_terminal
        for name in track(self.files, console=console, description="", disable=quiet, transient=True):
            try:
                data = bytes_at(name)
                if kind_of(data) is not FileKind.ZIP:
                    yield from self._read(name, data, is_alone=self.single)
                    continue
                yield from self._read_archive(name, data)
            except (GovDisclosureError, OSError) as error:
                self.tried += 1
                self.failures.append((name, error))

    def _read_archive(self, name: str, data: bytes) -> Iterator[tuple[Report, Document]]:
        """The reports of the files in an archive, each of which is taken like one of a folder."""
        # What opens archives takes its time to import, and few runs have one.
        from gov_disclosure.sources.archives import members

        for member in members(data, name):
            yield from self._read_member(member)

    def _read_member(self, member: "Member") -> Iterator[tuple[Report, Document]]:
        """The reports of a file in an archive, which is taken like one of a folder."""
        if member.problem:
            self.tried += 1
            self.failures.append((member.name, member.problem))
            return
        kind = kind_of(member.data)
        if is_read(kind, PurePath(member.name)):
            yield from self._read(member.name, member.data, is_alone=False)
        else:
            self.passed.append(PassedOver(member.name, kind))

    def _read(self, name: str, data: bytes, *, is_alone: bool) -> Iterator[tuple[Report, Document]]:
        """The reports of a file."""
        self.tried += 1
        try:
            document = document_of(data, name)
            reports = read_document(document, name, strict=self.strict)
        except GovDisclosureError as error:
            self.failures.append((name, error))
            return
        if not is_alone and all(map(_is_blank_form, reports)):
            self.passed.append(PassedOver(name, FileKind.OWN))
            return
        self.delivered += len(reports)
        for report in reports:
            yield report, document

    def has_read(self) -> bool:
        """Whether there is a report to write of; without any, what stands at an output is better."""
        return self.delivered > 0

    def unread(self) -> list[Unread]:
        """What was not read although it may hold a report."""
        failed = [Unread(name, str(reason)) for name, reason in self.failures]
        passed = [
            Unread(one.name, error_text("unsupported", kind=one.kind.value))
            for one in self.passed
            if one.kind.may_be_report
        ]
        return failed + passed

    def finish(self, *, found: bool = False, unchecked: Iterable[str] = ()) -> NoReturn:
        """Name what was not read, and end with the exit code.

        0: all was read and nothing was found; 1: something was; 3: something was not read, or was passed over
        although it may be a report, or, of ``unchecked``, has nothing that could be checked.
        """
        if not (self.delivered or self.failures):
            click.echo(error_text("no_files"), err=True)
        for name, reason in self.failures:
            click.echo(error_text("not_read", name=name, reason=reason), err=True)
        files = max(len(self.files), self.tried)
        if self.failures and files > 1:
            click.echo(f"{len(self.failures)} / {files}", err=True)
        for line in _passed_over(self.passed):
            click.echo(line, err=True)
        empty = list(unchecked)
        for name in empty:
            click.echo(error_text("nothing_checked", name=name), err=True)
        unread = bool(self.unread() or empty) or not self.delivered
        sys.exit(_UNREAD if unread and not self.allow_unread else _FOUND if found else 0)


def _passed_over(passed: Iterable[PassedOver]) -> Iterator[str]:
    """A line for each kind of files that are not read: how many there are, and their names."""
    kinds = list(FileKind)
    in_order = sorted(passed, key=lambda one: (kinds.index(one.kind), one.name))
    for kind, of_kind in groupby(in_order, key=lambda one: one.kind):
        names = [one.name for one in of_kind]
        shown = [*names[:_MOST_NAMED], *(["…"] if len(names) > _MOST_NAMED else [])]
        yield error_text("passed_over", count=len(names), kind=kind.value, names=", ".join(shown))


def _is_blank_form(report: Report) -> bool:
    """Whether a report is a form that nobody has filled in."""
    empty = (State.BLANK, State.MISSING)
    return report.issuer is None and all(cell.state in empty for cell in report.cells.values())


def document_at(name: str) -> Document:
    """The document of a file, or of standard input.

    Raises:
        OSError, FileFormatError: as :func:`gov_disclosure.read`.
    """
    return document_of(bytes_at(name), name)


def bytes_at(name: str) -> bytes:
    """The bytes of a file, or of standard input.

    Raises:
        OSError, FileFormatError: as :func:`gov_disclosure.read`.
    """
    return _standard_input() if name == STDIN else read_bytes(Path(name))


def _standard_input() -> bytes:
    # A process may be started without one.
    stream: TextIO | None = sys.stdin
    if stream is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    return within_limit(stream.buffer.read(LARGEST + 1), STDIN)
