"""Archives (.zip) of files: each member by its path, opened so that none can cost more than its limits."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final

from attrs import define, frozen

from gov_disclosure.model.error_words import error_text
from gov_disclosure.model.errors import FileFormatError
from gov_disclosure.sources.file_kinds import LARGEST, FileKind, kind_of
from gov_disclosure.sources.word.package import ZIP_ERRORS
from gov_disclosure.sources.word.trees import broken

_DEEPEST: Final = 2
_MOST_BYTES: Final = 512 << 20
_MOST_MEMBERS: Final = 20_000
# What is packed so much better than texts are is a bomb; so is no small file.
_MOST_RATIO: Final = 250
_MAY_BE_DENSE: Final = 4 << 20
_ENCRYPTED: Final = 1
_IS_UTF_8: Final = 0x800


@frozen(eq=False)
class Member:
    """A file in an archive."""

    name: str
    """The path of the archive, and its own in that."""
    data: bytes = b""
    problem: FileFormatError | None = None
    """Why it can't be read."""


@define(eq=False)
class _Budget:
    unpacked: int = 0
    count: int = 0


def members(data: bytes, name: str) -> Iterator[Member]:
    """The files of an archive in order of their paths, with those of archives in it.

    Raises:
        FileFormatError: it is broken, or has more members than any folder of reports.
    """
    yield from _members(data, name, 1, _Budget())


def _members(data: bytes, name: str, depth: int, budget: _Budget) -> Iterator[Member]:
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except ZIP_ERRORS as error:
        raise broken(name, error) from error
    infos = archive.infolist()
    budget.count += len(infos)
    if budget.count > _MOST_MEMBERS:
        raise broken(name, f"> {_MOST_MEMBERS}")
    named = sorted(((_name_of(info), info) for info in infos), key=lambda pair: pair[0])
    for inner, info in named:
        # A name that ends so is a folder's; a file may have lost its name.
        if inner and not inner.endswith("/") and not _is_hidden(inner):
            yield from _member(archive, info, f"{name}/{inner}", depth, budget)


def _member(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, depth: int, budget: _Budget
) -> Iterator[Member]:
    try:
        data = _data(archive, info, name, budget)
        if kind_of(data) is not FileKind.ZIP:
            yield Member(name, data)
        elif depth < _DEEPEST:
            yield from _members(data, name, depth + 1, budget)
        else:
            yield Member(name, problem=broken(name, "zip in zip in zip"))
    except FileFormatError as error:
        yield Member(name, problem=error)


def _data(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, budget: _Budget) -> bytes:
    if info.flag_bits & _ENCRYPTED:
        raise FileFormatError(error_text("locked", name=name))
    most = min(LARGEST, _MOST_BYTES - budget.unpacked, max(_MAY_BE_DENSE, _MOST_RATIO * info.compress_size))
    try:
        with archive.open(info) as stream:
            # What the archive says of a file's size may be a lie.
            data = stream.read(most + 1)
    except ZIP_ERRORS as error:
        raise broken(name, error) from error
    if len(data) > most:
        raise FileFormatError(error_text("too_large", name=name, most=max(most, 0) >> 20))
    budget.unpacked += len(data)
    return data


def _name_of(info: zipfile.ZipInfo) -> str:
    """The path of a member; programs on Chinese systems write it in GBK and do not say so."""
    name = info.filename
    if not info.flag_bits & _IS_UTF_8 and not name.isascii():
        for encoding in ("utf-8", "gb18030"):
            try:
                name = name.encode("cp437").decode(encoding)
                break
            except UnicodeError:
                continue
    return name.replace("\\", "/").lstrip("/")


def _is_hidden(name: str) -> bool:
    """Whether a file is none of those that a person has put there."""
    return any(part.startswith((".", "__MACOSX")) for part in PurePosixPath(name).parts if part != "..")
