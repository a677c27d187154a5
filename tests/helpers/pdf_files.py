"""PDF files written by hand, object by object: a page is what is drawn on it, in points from the upper left corner."""

import hashlib
import zlib
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from helpers.second_renderer.form import Made, Table
from helpers.second_renderer.printing import places

WIDTH, HEIGHT = 595, 842
# Fonts that are not in the file: of Chinese characters their codes are those of Unicode.
_FONTS = (
    "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [<< /Type /Font "
    "/Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> "
    "/DW 1000 /W [1 [{widths}]] /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 "
    "/FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 850 /Descent -150 /CapHeight 700 /StemV 80 >> >>] >>"
).replace("{widths}", " ".join(["500"] * 95))


def text(x, y, said, size=9, *, mode=0, color="0 g", turned=(1, 0, 0, 1), font="F") -> str:
    """A text, the line that it stands on at ``y``."""
    a, b, c, d = turned
    code = said.encode("utf-16-be").hex() if font == "F" else said.encode("latin-1").hex()
    return f"q {color} BT /{font} {size} Tf {mode} Tr {a} {b} {c} {d} {x} {HEIGHT - y} Tm <{code}> Tj ET Q"


def line(x0, y0, x1, y1, width=0.5, color="0 G") -> str:
    return f"q {color} {width} w {x0} {HEIGHT - y0} m {x1} {HEIGHT - y1} l S Q"


def rect(left, top, right, bottom, color="0 g") -> str:
    """A rectangle that is filled."""
    return f"q {color} {left} {HEIGHT - bottom} {right - left} {bottom - top} re f Q"


def picture(left, top, right, bottom, name="I") -> str:
    return f"q {right - left} 0 0 {bottom - top} {left} {HEIGHT - bottom} cm /{name} Do Q"


def pdf(
    pages: Iterable[Sequence[str]],
    *,
    page="",
    first="",
    catalog="",
    extra: Iterable[str] = (),
    fonts="",
    password=None,
) -> bytes:
    """A file of pages.

    What ``page``, ``first`` and ``catalog`` say stands in the dictionaries of all pages, of the first and of the file;
    ``extra`` are objects from number 6 on.
    """
    contents = ["\n".join(drawn).encode("latin-1") for drawn in pages]
    extra = list(extra)
    start = 6 + len(extra)
    kids = " ".join(f"{start + 2 * number} 0 R" for number in range(len(contents)))
    objects: list[tuple[str, bytes | None]] = [
        (f"<< /Type /Catalog /Pages 2 0 R {catalog} >>", None),
        (f"<< /Type /Pages /Kids [{kids}] /Count {len(contents)} >>", None),
        (_FONTS, None),
        ("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>", None),
        (
            "<< /Type /XObject /Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceGray",
            b"\x20\x80\x80\x20",
        ),
        *((one, None) for one in extra),
    ]
    for number, content in enumerate(contents):
        objects.append(
            (
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {start + 2 * number + 1} 0 R "
                f"/Resources << /Font << /F 3 0 R /H 4 0 R {fonts} >> /XObject << /I 5 0 R >> /Properties << /L 6 0 R >> >> "
                f"{page} {'' if number else first} >>",
                None,
            )
        )
        objects.append(("<< /Filter /FlateDecode", zlib.compress(content)))
    return _file(objects, _Lock(password) if password is not None else None)


def _file(objects: Sequence[tuple[str, bytes | None]], lock: "_Lock | None") -> bytes:
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    offsets = []
    for number, (head, stream) in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{head}".encode("latin-1")
        if stream is not None:
            stream = lock.locked(stream, number) if lock else stream
            out += f" /Length {len(stream)} >>\nstream\n".encode() + stream + b"\nendstream"
        out += b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(offsets) + 1}\n0000000000 65535 f \n".encode()
    for offset in offsets:
        out += f"{offset:010} 00000 n \n".encode()
    trailer = lock.trailer if lock else ""
    out += f"trailer\n<< /Size {len(offsets) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode(
        "latin-1"
    )
    return bytes(out)


class _Lock:
    """Encryption as PDF 1.3 has it, with RC4 and a key of 40 bits; all strings of these files are in streams."""

    _PAD = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")

    def __init__(self, password: str) -> None:
        user = (password.encode() + self._PAD)[:32]
        owner = _rc4(hashlib.md5(user).digest()[:5], user)
        self.key = hashlib.md5(user + owner + (0xFFFFFFFC).to_bytes(4, "little") + b"id").digest()[:5]
        self.trailer = (
            f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{owner.hex()}> /U <{_rc4(self.key, self._PAD).hex()}> >> "
            f"/ID [<{b'id'.hex()}> <{b'id'.hex()}>]"
        )

    def locked(self, stream: bytes, number: int) -> bytes:
        key = hashlib.md5(self.key + number.to_bytes(3, "little") + b"\0\0").digest()[:10]
        return _rc4(key, stream)


def _rc4(key: bytes, data: bytes) -> bytes:
    state, j = list(range(256)), 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


# --- Reports ----------------------------------------------------------------------------------------------


class Slot(NamedTuple):
    """A cell on a page."""

    page: int
    left: float
    top: float
    right: float
    bottom: float
    said: str
    is_value: bool

    @property
    def start(self) -> tuple[float, float]:
        """Where its first line is written."""
        return self.left + 2, self.top + 9


_COLUMNS = {4: [120] * 4, 10: [44, 76, 150, *[34] * 7], 15: [34] * 15}
_SIZE = 8
_LEFT = 50


def drawn(
    made: Made, *, ruled: Callable[[Slot], Iterable[str]] | None = None
) -> tuple[list[list[str]], list[Slot]]:
    """The pages of a report, each a list of what is drawn, and its cells."""
    pages: list[list[str]] = [[]]
    slots: list[Slot] = []
    y = 60.0
    for part in (made.title, *made.parts):
        if isinstance(part, str):
            for at in range(0, len(part), 40):
                y = _room(pages, y, 20)
                pages[-1].append(text(_LEFT, y + 14, part[at : at + 40], 11))
                y += 20
        else:
            y = _drawn_table(part, pages, slots, y, ruled or framed) + 10
    return pages, slots


def framed(slot: Slot) -> Iterable[str]:
    """The four lines around a cell."""
    left, top, right, bottom = slot[1:5]
    yield line(left, top, right, top)
    yield line(left, bottom, right, bottom)
    yield line(left, top, left, bottom)
    yield line(right, top, right, bottom)


def _room(pages: list[list[str]], y: float, height: float) -> float:
    if y + height > HEIGHT - 60:
        pages.append([])
        return 60.0
    return y


def _lines(said: str, width: float) -> list[str]:
    """The text in lines that fit."""
    lines, used = [""], 0.0
    for sign in said:
        wide = _SIZE * (1 if sign >= "\u2e80" or sign in "“”" else 0.5)
        if used + wide > width - 4:
            lines.append("")
            used = 0.0
        lines[-1] += sign
        used += wide
    return lines


def _drawn_table(table: Table, pages, slots, y: float, ruled) -> float:
    grid = places(table)
    columns = _COLUMNS[len(grid[0])]
    edges = [_LEFT + sum(columns[:number]) for number in range(len(columns) + 1)]
    heights = []
    for row in grid:
        tall = [
            len(_lines(place.box.text, edges[c + place.box.columns] - edges[c]))
            for c, place in enumerate(row)
            if place.starts_row and place.starts_column and place.box.rows == 1
        ]
        heights.append(max(tall, default=1) * 10 + 4)
    y = _room(pages, y, sum(heights[:6]))
    tops = []
    for height in heights:
        if y + height > HEIGHT - 60:
            pages.append([])
            y = 60.0
        tops.append((len(pages) - 1, y))
        y += height
    for r, row in enumerate(grid):
        for c, place in enumerate(row):
            if place.starts_row and place.starts_column:
                for page, top, bottom in _stretches(tops, heights, r, place.box.rows):
                    first = page == tops[r][0]
                    said = place.box.text if first else ""
                    slot = Slot(
                        page, edges[c], top, edges[c + place.box.columns], bottom, said, place.box.is_value
                    )
                    pages[page] += ruled(slot)
                    for number, one in enumerate(_lines(said, slot.right - slot.left)):
                        if one:
                            pages[page].append(text(slot.left + 2, top + 9 + 10 * number, one, _SIZE))
                    slots.append(slot)
    return y


def _stretches(tops, heights, row: int, rows: int):
    """A cell's parts by pages."""
    members = range(row, row + rows)
    for page in sorted({tops[number][0] for number in members}):
        own = [number for number in members if tops[number][0] == page]
        yield page, tops[own[0]][1], tops[own[-1]][1] + heights[own[-1]]
