"""Documents of Word 97 put together by hand: compound files, their streams, and the pages of properties in them."""

import struct
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import gov_disclosure as gd
from gov_disclosure.layouts.documents import Text
from gov_disclosure.model.grid import Grid, GridCell
from gov_disclosure.writing.rendering.document import blocks_of

SECTOR = 512
WIDTH = 900
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def compound(streams: Mapping[str, bytes]) -> bytes:
    """A compound file; what is short is filled up, so that no stream needs sectors that are shorter."""
    contents = {name: data.ljust(4096, b"\0") for name, data in streams.items()}
    chains: list[int] = []
    body = b""
    starts = {}
    for name, data in contents.items():
        starts[name] = len(chains)
        count = -(-len(data) // SECTOR)
        chains += [len(chains) + at + 1 for at in range(count - 1)] + [_END]
        body += data.ljust(count * SECTOR, b"\0")
    directory_start = len(chains)
    entries = [_entry("Root Entry", 5, child=1), *(
        _entry(name, 2, right=at + 2 if at + 1 < len(contents) else _FREE, start=starts[name], size=len(data))
        for at, (name, data) in enumerate(contents.items())
    )]  # fmt: skip
    directory = b"".join(entries)
    count = -(-len(directory) // SECTOR)
    chains += [len(chains) + at + 1 for at in range(count - 1)] + [_END]
    body += directory.ljust(count * SECTOR, b"\0")
    tables = 1
    while tables * SECTOR // 4 < len(chains) + tables:
        tables += 1
    first = len(chains)
    chains += [_FAT] * tables
    fat = struct.pack(f"<{len(chains)}I", *chains).ljust(tables * SECTOR, b"\xff")
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<IIIIIIIII", 0, tables, directory_start, 0, 4096, _END, 0, _END, 0)
    head += struct.pack(f"<{tables}I", *range(first, first + tables))
    return head.ljust(SECTOR, b"\xff") + body + fat


def _entry(name, kind, *, right=_FREE, child=_FREE, start=_END, size=0) -> bytes:
    code = (name + "\0").encode("utf-16-le")
    return (
        code.ljust(64, b"\0") + struct.pack("<HBB", len(code), kind, 1) + struct.pack("<III", _FREE, right, child)
        + bytes(36) + struct.pack("<IQ", start if kind == 2 else _END, size)
    )  # fmt: skip


# --- Properties -------------------------------------------------------------------------------------------


def sprm(code: int, *operand: int) -> bytes:
    """A modifier; its operand as bytes."""
    return struct.pack("<H", code) + bytes(operand)


HIDDEN, STRUCK, RAISED = sprm(0x083C, 1), sprm(0x0837, 1), sprm(0x2A48, 1)
DELETED, INSERTED = sprm(0x0800, 1), sprm(0x0801, 1)
IN_TABLE, ENDS_ROW = sprm(0x2416, 1), sprm(0x2417, 1)
INNER = sprm(0x6649, 2, 0, 0, 0)
ENDS_INNER_CELL, ENDS_INNER_ROW = sprm(0x244B, 1), sprm(0x244C, 1)
TALL, GOES_DOWN, FIRST, ACROSS = 0x60, 0x20, 1, 2


def cells(edges: Sequence[int], flags: Sequence[int], left=0) -> bytes:
    """What a row says of its cells."""
    said = bytes([len(edges)]) + struct.pack(f"<{len(edges) + 1}h", left, *edges)
    said += b"".join(struct.pack("<H18x", flag) for flag in flags)
    return struct.pack("<HH", 0xD608, len(said) + 1) + said


class Part(NamedTuple):
    """A stretch of text, and how it looks."""

    text: str
    look: bytes = b""


class Line(NamedTuple):
    """A paragraph: what it says, its mark, and what is said of it."""

    parts: Sequence[Part]
    mark: str = "\r"
    settings: bytes = b""
    look: bytes = b""
    """Of its mark."""


def line(text: str = "", look: bytes = b"") -> Line:
    return Line([Part(text, look)] if text else [])


def cell(*parts: Part | str, settings=IN_TABLE) -> Line:
    return Line([Part(one) if isinstance(one, str) else one for one in parts], "\x07", settings)


def row(
    *contents: Line | str, edges: Sequence[int] = (), flags: Sequence[int] = (), more=b"", left=0, look=b""
) -> list[Line]:
    """The lines of a row."""
    edges = edges or [left + WIDTH * (at + 1) for at in range(len(contents))]
    made = [one if isinstance(one, Line) else cell(one) for one in contents]
    end = IN_TABLE + ENDS_ROW + cells(edges, flags or [0] * len(edges), left) + more
    return [*made, Line([], "\x07", end, look)]


# --- Files ------------------------------------------------------------------------------------------------


def doc(
    lines: Iterable[Line],
    *,
    in_bytes=False,
    parts=None,
    data=b"",
    flags=0,
    version=0xC1,
    sign=0xA5EC,
    shared=b"",
    prm=0,
) -> bytes:
    """A file of paragraphs; ``parts`` are tables by their pairs."""
    width, encoding = (1, "cp1252") if in_bytes else (2, "utf-16-le")
    text, looks, settings = b"", [], []
    for one in lines:
        start = len(text)
        for said, look in (*one.parts, (one.mark, one.look)):
            code = said.encode(encoding)
            looks.append((len(text), len(text) + len(code), look))
            text += code
        settings.append((start, len(text), b"\0\0" + one.settings))
    at = 2048
    main = bytearray(at) + text
    main += bytes(-len(main) % SECTOR)
    found = dict(parts or {})
    for pair, runs, make in ((12, looks, _look), (13, settings, _setting)):
        pages = _pages([(at + a, at + b, said) for a, b, said in runs], make, 1 if pair == 12 else 13)
        places = [start for start, _ in pages] + [at + len(text)]
        first = len(main) // SECTOR
        found[pair] = struct.pack(f"<{len(places)}I", *places) + struct.pack(
            f"<{len(pages)}I", *range(first, first + len(pages))
        )
        main += b"".join(page for _, page in pages)
    where = at * 2 | 0x40000000 if in_bytes else at
    pieces = struct.pack("<II", 0, len(text) // width) + struct.pack("<HIH", 0, where, prm)
    found[33] = (
        (b"\x01" + struct.pack("<H", len(shared)) + shared if shared else b"")
        + b"\x02"
        + struct.pack("<I", len(pieces))
        + pieces
    )
    table = b""
    struct.pack_into("<HH", main, 0, sign, version)
    struct.pack_into("<H", main, 0x0A, 0x0200 | flags)
    struct.pack_into("<i", main, 0x4C, len(text) // width)
    for pair, content in found.items():
        behind = content if isinstance(content, bytes) else b"".join(content)
        struct.pack_into(
            "<II", main, 0x9A + 8 * pair, len(table), len(content if isinstance(content, bytes) else content[0])
        )
        table += behind
    return compound({"WordDocument": bytes(main), "1Table": table, **({"Data": data} if data else {})})


def _look(said: bytes) -> bytes:
    return bytes([len(said)]) + said if said else b""


def _setting(said: bytes) -> bytes:
    said += bytes(len(said) % 2)
    return bytes([0, len(said) // 2]) + said


def _pages(runs, make, width) -> list[tuple[int, bytes]]:
    """The runs on as many pages as they need."""
    pages, rest = [], list(runs)
    while rest:
        count, used = 0, 0
        while count < len(rest):
            size = len(make(rest[count][2]))
            size += size % 2
            if used + size + 4 * (count + 2) + width * (count + 1) > SECTOR - 1:
                break
            count, used = count + 1, used + size
        taken, rest = rest[:count], rest[count:]
        page = bytearray(SECTOR)
        page[-1] = count
        struct.pack_into(f"<{count + 1}I", page, 0, *(start for start, _, _ in taken), taken[-1][1])
        at = SECTOR - 2
        for index, (_, _, said) in enumerate(taken):
            content = make(said)
            if content:
                at -= len(content) + len(content) % 2
                page[at : at + len(content)] = content
                page[4 * (count + 1) + width * index] = at // 2
        pages.append((taken[0][0], bytes(page)))
    return pages


# --- Whole reports ----------------------------------------------------------------------------------------


def lines_of(report: gd.Report, write=None) -> list[Line]:
    """The lines of a report; ``write`` makes the parts of a cell that has a value."""
    found: list[Line] = []
    for block in blocks_of(report, gd.Layout.HTML):
        if isinstance(block, Text):
            found += [line(one) for one in block.text.splitlines() if one.strip()]
        else:
            found += [*of_grid(block, write), line()]
    return found


def of_grid(grid: Grid, write=None) -> list[Line]:
    found: list[Line] = []
    for places in grid.rows:
        contents, edges, flags = [], [], []
        for at, one in enumerate(places):
            if not one.colspan:
                continue
            contents.append(_cell(one, write))
            edges.append(WIDTH * (at + one.colspan))
            flags.append(TALL if one.rowspan > 1 else 0 if one.rowspan else GOES_DOWN)
        found += row(*contents, edges=edges, flags=flags)
    return found


def _cell(one: GridCell, write) -> Line:
    text = one.text if one.rowspan else ""
    parts = write(text) if write and one.is_value and text else [Part(text.replace("\n", "\x0b"))]
    return Line([part for part in parts if part.text], "\x07", IN_TABLE)
