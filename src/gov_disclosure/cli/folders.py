"""The files of a call: those that are named, and in folders those that can be read, in order of their paths."""

import os
from collections.abc import Iterator
from pathlib import Path, PurePath

from attrs import field, frozen

from gov_disclosure.model.error_words import error_text
from gov_disclosure.model.errors import FileFormatError
from gov_disclosure.sources.file_kinds import FileKind, kind_of_file
from gov_disclosure.sources.formats import format_of

# Tables of other things often stand beside reports.
_TABLES = (".csv", ".tsv")

STDIN = "-"
"""What names standard input."""


@frozen
class PassedOver:
    """A file of a folder that is not read, for its kind."""

    name: str
    kind: FileKind


@frozen
class Files:
    """What a call names, and what its folders hold."""

    to_read: list[str] = field(factory=list)
    passed: list[PassedOver] = field(factory=list)
    failures: list[tuple[str, Exception]] = field(factory=list)
    """What can't even be looked at: broken links, closed folders."""


def files_of(sources: tuple[str, ...]) -> Files:
    """The files that the sources name; what their folders hold beside is told by its content."""
    files = Files()
    for source in sources:
        if source == STDIN or not is_folder(source):
            files.to_read.append(source)
            continue
        closed: list[OSError] = []
        for path in sorted(_walked(source, closed)):
            _take(path, files)
        files.failures.extend((str(error.filename), error) for error in closed)
    return files


def is_folder(source: str) -> bool:
    """Whether a path is that of a folder; one that can't be looked at is none: reading it says why."""
    try:
        return Path(source).is_dir()
    except (OSError, ValueError):
        return False


def _walked(source: str, closed: list[OSError]) -> Iterator[Path]:
    """All that is no folder below a path; hidden folders, which hold no reports, are left out."""
    for folder, folders, names in os.walk(source, onerror=closed.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(folder, name) for name in names if not name.startswith("."))


def _take(path: Path, files: Files) -> None:
    name = str(path)
    if path.is_symlink() and not path.exists():
        files.failures.append((name, FileFormatError(error_text("broken_link", path=name))))
        return
    try:
        kind = kind_of_file(path)
    except (OSError, FileFormatError) as error:
        files.failures.append((name, error))
        return
    if is_read(kind, path):
        files.to_read.append(name)
    else:
        files.passed.append(PassedOver(name, kind))


def is_read(kind: FileKind, path: PurePath) -> bool:
    """Whether a file of a folder is read; of texts those that are named so: programs may hold such words."""
    found = format_of(kind)
    if kind is FileKind.ZIP:
        # What is in it is told file by file.
        return True
    if kind in (FileKind.TEXT, FileKind.OTHER):
        texts = format_of(FileKind.TEXT)
        named = texts is not None and path.suffix.lower() in texts.suffixes
        return named and (kind is FileKind.TEXT or path.suffix.lower() not in _TABLES)
    return found is not None
