"""A way from a document to text: a tool with one set of options, on one kind of document."""

import importlib.util
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from attrs import frozen

Convert = Callable[[Path], str]


@frozen
class Way:
    """What stands in one line of `tests/data/converters.csv`."""

    tool: str
    options: str
    document: str
    convert: Convert
    needs: tuple[str, ...]
    """Packages and programs."""

    @property
    def name(self) -> str:
        return " ".join(filter(None, (self.tool, self.options, f"({self.document})")))


PROGRAMS = ("elinks", "java", "links", "lynx", "mutool", "pdftohtml", "pdftotext", "soffice", "w3m")
"""What is called as a program; all else is a package."""


def lacking(needs: tuple[str, ...]) -> list[str]:
    """What is not installed: packages (``html2text.py``, if a program has its name too), programs and files."""
    return [name for name in needs if not _is_there(name)]


def _is_there(name: str) -> bool:
    if "/" in name:
        return os.path.exists(name)
    if name in PROGRAMS:
        return shutil.which(name) is not None
    # A program of another environment that is called as a package is does not help.
    return importlib.util.find_spec(name.removesuffix(".py")) is not None


def program(*command: str) -> Convert:
    """A program that prints a file as text; {} stands for the file."""

    def convert(path: Path) -> str:
        arguments = [part.replace("{}", str(path)) for part in command]
        env = {**os.environ, "LC_ALL": "C.UTF-8", "HOME": str(path.parent)}
        done = subprocess.run(arguments, capture_output=True, check=True, env=env, timeout=60)
        return done.stdout.decode("utf-8", errors="replace")

    return convert
