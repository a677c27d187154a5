"""Tables that a build has made of the grammars, so that no process need. They are JSON: nothing is run."""

import json
from hashlib import sha256
from importlib.resources import files
from typing import Any, Final

from gov_disclosure.form.plain import Rule, Table

# To be raised when what is written here changes its form.
_FORM: Final = b"1"
FILES: Final = ("report", "narrative", "headings", "proactive", "requests", "disputes")
"""The files of both grammars."""
FOLDER: Final = "tables"
"""Where they stand in the package."""


def fingerprint() -> str:
    """What tells these grammars from others: a hash of all their files."""
    whole = sha256(_FORM)
    for name in FILES:
        text = (files("gov_disclosure") / "grammar" / f"{name}.lark").read_bytes()
        # A checkout may have other line ends.
        whole.update(text.replace(b"\r\n", b"\n"))
    return whole.hexdigest()


def written(table: Table, made_from: str) -> str:
    """A table as the text of its file."""
    return json.dumps({"made_from": made_from, **table._asdict()}, separators=(",", ":"))


def ready_table(name: str) -> Table | None:
    """The table of a grammar, if a build has left one that was made from these very grammars."""
    try:
        text = (files("gov_disclosure") / FOLDER / f"{name}.json").read_bytes()
        data: Any = json.loads(text)
        if data["made_from"] != fingerprint():
            return None
        return Table(data["start"], data["end"], tuple(map(_rule, data["rules"])), tuple(data["states"]))
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _rule(data: Any) -> Rule:
    origin, size, name, single, keep = data
    return Rule(origin, size, name, single, tuple((at, inlined) for at, inlined in keep))
