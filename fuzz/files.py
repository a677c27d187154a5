"""Reports as files, and damaged ones: bytes changed, lost, doubled or moved, in the file or in a part of it."""

import io
import zipfile
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any, Final, cast

import gov_disclosure as gd
from gov_disclosure.testing.samples.choices import Choices

# The writers of the tests, which say nothing of their types.
_word, _rtf, _old_word, _workbooks = (
    cast(Any, import_module(f"tests.helpers.{name}")) for name in ("word", "rtf", "old_word", "workbooks")
)
Write = Callable[[gd.Report], bytes]

FORMATS: Final[Mapping[str, Write]] = {
    "docx": lambda report: _word.docx(_word.body_of(report)),
    "rtf": lambda report: _rtf.rtf(_rtf.body_of(report)),
    "rtf_bytes": lambda report: _rtf.rtf(_rtf.in_hex(_rtf.body_of(report))),
    "doc": lambda report: _old_word.doc(_old_word.lines_of(report)),
    "xlsx": lambda report: _workbooks.xlsx(_workbooks.sheet_of(report)),
}
"""How a report is written as a file, by the name of its format."""
_ZIP: Final = b"PK\x03\x04"
_SIZES: Final = (1, 2, 8, 64, 300)


def damaged(choices: Choices, data: bytes) -> bytes:
    """A file with some of its bytes changed; what is packed is damaged as it stands, or in a part."""
    if not data.startswith(_ZIP) or choices.chance(4):
        return _changed(choices, data)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = choices.pick(list(parts))
    packed: bytes = _word.packed({**parts, name: _changed(choices, parts[name])})
    return packed


def _changed(choices: Choices, data: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(choices.integer(1, 5)):
        at = choices.integer(0, max(len(changed) - 1, 0))
        end = at + choices.pick(_SIZES)
        match choices.integer(0, 4):
            case 0:
                changed[at:end] = bytes(choices.integer(0, 255) for _ in range(min(end - at, 8)))
            case 1:
                del changed[at:end]
            case 2:
                changed[at:at] = changed[at:end]
            case 3:
                other = choices.integer(0, max(len(changed) - 1, 0))
                changed[at:end] = changed[other : other + end - at]
            case _:
                changed[at : at + 1] = bytes(byte ^ 1 << choices.integer(0, 7) for byte in changed[at : at + 1])
    return bytes(changed)
