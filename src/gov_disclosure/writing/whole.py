"""Files that are written whole or not at all: beside their place first, and put there when all is written.

What stood there stays where writing is broken off, be it by an error, a full disk or a killed process; of two
runs that write to one place the last to end stands there, whole.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from errno import EACCES, EINVAL
from io import BufferedWriter, TextIOWrapper
from os import PathLike
from pathlib import Path
from secrets import token_hex
from typing import TextIO

# A name may have 255 bytes; a character in UTF-8 up to four.
_LONGEST_NAME = 40


@contextmanager
def written_whole(path: str | PathLike[str], *, wanted: Callable[[], bool] = lambda: True) -> Iterator[TextIO]:
    """A stream of UTF-8 whose text stands at the path when the block ends, and not before.

    ``wanted`` is asked at the end: where it says no, what stood there stays. What is no regular file (a pipe, a
    device) is written at once; a link leads to the file that is replaced.

    Raises:
        OSError: it can't be written.
    """
    with _whole(path, wanted) as stream:
        text = TextIOWrapper(stream, encoding="utf-8", newline="", errors="replace")
        try:
            yield text
        finally:
            # The stream is closed by what has opened it.
            text.detach()


def bytes_written_whole(
    path: str | PathLike[str], data: bytes, *, wanted: Callable[[], bool] = lambda: True
) -> None:
    """Put bytes at a path, as :func:`written_whole` puts a text there.

    Raises:
        OSError: they can't be written.
    """
    with _whole(path, wanted) as stream:
        stream.write(data)


@contextmanager
def _whole(path: str | PathLike[str], wanted: Callable[[], bool]) -> Iterator[BufferedWriter]:
    target = _target(path)
    if target.exists() and not target.is_file():
        with open(target, "wb") as stream:
            yield stream
        return
    beside = target.with_name(f".{target.name[:_LONGEST_NAME]}.{token_hex(8)}.part")
    try:
        with open(beside, "xb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        if wanted():
            if target.exists():
                beside.chmod(target.stat().st_mode)
            beside.replace(target)
    finally:
        with suppress(OSError):
            beside.unlink()


def _target(path: str | PathLike[str]) -> Path:
    """The place itself, links followed; one that may not be written over is an error at once."""
    try:
        target = Path(os.path.realpath(path))
        if target.exists() and not os.access(target, os.W_OK):
            raise PermissionError(EACCES, os.strerror(EACCES), str(target))
    except ValueError as error:
        # A path with a NUL, or with half of a character in it.
        raise OSError(EINVAL, os.strerror(EINVAL), str(path)) from error
    return target
