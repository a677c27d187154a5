"""The package of a Word document: its parts, opened so that no file can cost more than its limits."""

import io
import zipfile
import zlib
from abc import ABC, abstractmethod
from collections.abc import Mapping
from posixpath import dirname, join, normpath
from typing import Final
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from attrs import define, frozen

from gov_disclosure.model.error_words import error_text
from gov_disclosure.model.errors import FileFormatError
from gov_disclosure.sources.word.stylesheet import StyleSheet
from gov_disclosure.sources.word.trees import broken, parsed

# A report's largest part has some hundred thousand bytes.
_MOST_BYTES: Final = 512 << 20
_MOST_OF_PART: Final = 128 << 20
_MOST_MEMBERS: Final = 20_000
# Text with tags is packed to a tenth, at the most to a fiftieth; what is packed so much better is a bomb.
_MOST_RATIO: Final = 250
_MAY_BE_DENSE: Final = 4 << 20
_ENCRYPTED: Final = 1
_MEMBER: Final = b"PK\x01\x02"
_MAIN: Final = "word/document.xml"
ZIP_ERRORS: Final = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)
"""What the standard library raises of an archive that is broken, or of a kind that it does not read."""


@frozen
class Relation:
    """What a part says of another one."""

    kind: str
    """The end of its address: styles, numbering, aFChunk."""
    part: str


@define(eq=False)
class Parts(ABC):
    """The parts of a document, however they are packed."""

    name: str
    """Of the file, for what is said of it."""

    @abstractmethod
    def has(self, part: str) -> bool:
        """Whether there is such a part."""

    @abstractmethod
    def data(self, part: str) -> bytes:
        """The bytes of a part.

        Raises:
            FileFormatError: it is locked, broken or too large.
        """

    @abstractmethod
    def tree(self, part: str) -> Element:
        """A part as a tree of elements.

        Raises:
            FileFormatError: it is too large, or no XML, or declares a document type.
        """

    @abstractmethod
    def sheet(self, part: str) -> StyleSheet:
        """The styles that a part defines.

        Raises:
            FileFormatError: as :meth:`tree`.
        """

    def main(self, usual: str = _MAIN) -> str:
        """The name of the part that holds the document, or the one that usually does.

        Raises:
            FileFormatError: it has none.
        """
        named = [one.part for one in self.relations("").values() if one.kind == "officeDocument"]
        found = next((part for part in (*named, usual) if self.has(part)), None)
        if found is None:
            raise broken(self.name, usual)
        return found

    def relations(self, part: str) -> Mapping[str, Relation]:
        """What a part names, by the ids that it uses; the package itself is the part without a name.

        What stands outside of the package is left out.
        """
        folder, _, file = part.rpartition("/")
        listed = join(folder, "_rels", f"{file}.rels")
        if not self.has(listed):
            return {}
        return {
            one.get("Id", ""): Relation(
                one.get("Type", "").rpartition("/")[2], _within(dirname(part), one.get("Target", ""))
            )
            for one in self.tree(listed)
            if one.tag == "rel:Relationship" and one.get("TargetMode") != "External"
        }


@define(eq=False)
class Package(Parts):
    """An open package."""

    archive: zipfile.ZipFile
    members: Mapping[str, zipfile.ZipInfo]
    """By their names in small letters, which tell no two parts apart."""
    unpacked: int = 0

    @classmethod
    def of(cls, data: bytes, name: str) -> "Package":
        """The package that a file's bytes are.

        Raises:
            FileFormatError: they are none, or one of too many parts.
        """
        if data.count(_MEMBER) > _MOST_MEMBERS:
            raise broken(name, "zip")
        try:
            archive = zipfile.ZipFile(io.BytesIO(data))
        except ZIP_ERRORS as error:
            raise broken(name, error) from error
        members: dict[str, zipfile.ZipInfo] = {}
        for member in archive.infolist():
            part = _part_name(member.filename)
            if part in members:
                # Programs would not agree which of them is shown.
                raise broken(name, f"{part} × 2")
            members[part] = member
        return cls(name, archive, members)

    def has(self, part: str) -> bool:  # noqa: D102
        return part.lower() in self.members

    def tree(self, part: str) -> Element:  # noqa: D102
        return parsed(self.data(part), self.name, part)

    def sheet(self, part: str) -> StyleSheet:  # noqa: D102
        return StyleSheet.of(self.data(part), self.name, part)

    def data(self, part: str) -> bytes:  # noqa: D102
        member = self.members[part.lower()]
        if member.flag_bits & _ENCRYPTED:
            raise FileFormatError(error_text("locked", name=self.name))
        most = min(_MOST_OF_PART, _MOST_BYTES - self.unpacked)
        most = min(most, max(_MAY_BE_DENSE, _MOST_RATIO * member.compress_size))
        try:
            with self.archive.open(member) as stream:
                # What the archive says of a part's size may be a lie.
                found = stream.read(most + 1)
        except ZIP_ERRORS as error:
            raise broken(self.name, error) from error
        if len(found) > most:
            raise broken(self.name, f"{part} > {most >> 20} MB")
        self.unpacked += len(found)
        return found


def _part_name(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def _within(folder: str, target: str) -> str:
    """The part that a target names, seen from a folder."""
    target = unquote(target.replace("\\", "/"))
    return normpath(target.lstrip("/") if target.startswith("/") else join(folder, target))
