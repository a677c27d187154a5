"""Streams that unpack to more than any page says: told before a page is read, as nobody could stop it then."""

import re
import zlib
from typing import Final

# A page of a report is drawn in a hundredth of this; pictures and fonts may be larger.
_MOST: Final = 16 << 20
# What is packed into less can't unpack to that much.
_LEAST_PACKED: Final = _MOST // 1040
_STREAM: Final = re.compile(rb"stream\r?\n")
_END: Final = b"endstream"
_FLATE: Final = re.compile(rb"/(?:FlateDecode|Fl)\b")
_BEFORE: Final = 400
_CHUNK: Final = 1 << 16
# What draws a page is numbers and names; a picture and a font are bytes of any kind.
_DRAWS: Final = bytes(range(0x20, 0x7F)) + b"\t\n\r\f"
_SHARE: Final = 0.99


def is_bomb(data: bytes) -> bool:
    """Whether a stream of the file would draw a page without end."""
    at = 0
    while match := _STREAM.search(data, at):
        start = match.end()
        end = data.find(_END, start)
        end = len(data) if end < 0 else end
        times = len(_FLATE.findall(data, max(match.start() - _BEFORE, at), start))
        if times > 1 or end - start > _LEAST_PACKED:
            packed = data[start:end]
            for _ in range(min(times, 4) - 1):
                packed = _unpacked(packed, _MOST)
            if times and _draws_without_end(packed):
                return True
            if not times and len(packed) > _MOST and _is_drawing(packed[_MOST : _MOST + _CHUNK]):
                return True
        at = end + len(_END)
    return False


def _unpacked(data: bytes, most: int) -> bytes:
    try:
        return zlib.decompressobj().decompress(data, most)
    except zlib.error:
        return b""


def _draws_without_end(packed: bytes) -> bool:
    inflate = zlib.decompressobj()
    rest, size = packed, 0
    try:
        while rest and not inflate.eof:
            chunk = inflate.decompress(rest, _CHUNK)
            rest = inflate.unconsumed_tail
            size += len(chunk)
            if size > _MOST:
                return _is_drawing(chunk)
    except zlib.error:
        pass
    return False


def _is_drawing(chunk: bytes) -> bool:
    return len(chunk.translate(None, _DRAWS)) <= (1 - _SHARE) * len(chunk)
