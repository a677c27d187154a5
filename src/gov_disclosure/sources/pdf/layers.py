"""Whether a file has layers that may be switched off: what stands on such is not always seen."""

import re
import zlib
from typing import Final

_LAYERS: Final = b"/OCProperties"
_PACKED: Final = re.compile(rb"/ObjStm\b[^\0]{0,400}?stream\r?\n")
# The tables of a file are small; a bomb of them is none.
_MOST: Final = 1 << 22
_MOST_PACKED: Final = 2000


def has_layers(data: bytes) -> bool:
    """Whether layers are declared; of a file whose tables nobody can look into, too."""
    if _LAYERS in data:
        return True
    packed = list(_PACKED.finditer(data))[:_MOST_PACKED]
    if packed and b"/Encrypt" in data:
        return True
    return any(_LAYERS in _unpacked(data, match.end()) for match in packed)


def _unpacked(data: bytes, start: int) -> bytes:
    try:
        return zlib.decompressobj().decompress(data[start : start + _MOST], _MOST)
    except zlib.error:
        return b""
