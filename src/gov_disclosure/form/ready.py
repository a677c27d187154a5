"""Tables that were made of the grammars before, so that no process need. They are JSON: nothing is run.

A build leaves them in the wheel, and in a checkout that is installed to be edited. After a change of a grammar
the first process that needs one keeps it beside the bytecode, as Python does with what it compiles.
"""

import json
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from importlib.util import cache_from_source
from pathlib import Path
from pkgutil import get_data
from typing import Any, Final
from zlib import crc32

from gov_disclosure.form.plain import Rule, Table

# To be raised when what is written here changes its form.
_FORM: Final = b"2"
FILES: Final = ("report", "narrative", "headings", "proactive", "requests", "disputes")
"""The files of both grammars."""
FOLDER: Final = "tables"
"""Where they stand in the package."""


def file_of_package(name: str) -> bytes:
    """What a file of the package holds, which may stand in a zip file too.

    Raises:
        OSError: there is no such file.
    """
    # importlib.resources would load what makes temporary files, of which none is made.
    data = get_data("gov_disclosure", name)
    if data is None:
        raise FileNotFoundError(name)
    return data


def fingerprint() -> str:
    """What tells these grammars from others: a hash of all their files."""
    parts = [_FORM]
    for name in FILES:
        text = file_of_package(f"grammar/{name}.lark")
        # A checkout may have other line ends.
        parts.append(text.replace(b"\r\n", b"\n"))
    # It tells changes, not forgeries, and the library of cryptographic hashes takes its time to load.
    whole = b"\0".join(parts)
    return f"{crc32(whole):08x}-{len(whole)}"


def written(table: Table, made_from: str) -> str:
    """A table as the text of its file."""
    return json.dumps({"made_from": made_from, **table._asdict()}, separators=(",", ":"))


def ready_table(name: str) -> Table | None:
    """The table of a grammar, if one is at hand that was made from these very grammars."""
    for read in (partial(file_of_package, f"{FOLDER}/{name}.json"), _beside_bytecode(name).read_bytes):
        table = _table(read)
        if table is not None:
            return table
    return None


def keep(name: str, table: Table) -> None:
    """Keep a table for the next process, unless Python is told to keep nothing or can't write there."""
    if sys.dont_write_bytecode:
        return
    path = _beside_bytecode(name)
    unfinished = path.with_suffix(f".{os.getpid()}")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_text(written(table, fingerprint()), encoding="utf-8")
        unfinished.replace(path)


def _beside_bytecode(name: str) -> Path:
    return Path(cache_from_source(__file__)).with_name(f"{name}.table.json")


def _table(read: Callable[[], bytes]) -> Table | None:
    try:
        data: Any = json.loads(read())
        if data["made_from"] != fingerprint():
            return None
        return Table(data["start"], data["end"], tuple(map(_rule, data["rules"])), tuple(data["states"]))
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _rule(data: Any) -> Rule:
    origin, size, name, single, keep = data
    return Rule(origin, size, name, single, tuple((at, inlined) for at, inlined in keep))
