"""Puts the parse tables into the wheel, and beside the modules of a checkout that is installed to be edited."""

import sys
from contextlib import suppress
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CustomBuildHook(BuildHookInterface[Any]):
    """Writes the tables to a folder of their own, from where the wheel takes them; git ignores a checkout's."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the tables."""
        if self.target_name != "wheel":
            return
        source = Path(self.root) / "src"
        sys.path.insert(0, str(source))
        from gov_disclosure.form.ready import FOLDER

        if version == "editable":
            # Where nothing can be written, the first process makes them for itself.
            with suppress(OSError):
                _write_tables(source / "gov_disclosure" / FOLDER)
            return
        self._folder = folder = Path(mkdtemp())
        for file in _write_tables(folder):
            build_data["force_include"][str(file)] = f"gov_disclosure/{FOLDER}/{file.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Take the folder away."""
        if folder := getattr(self, "_folder", None):
            rmtree(folder)


def _write_tables(folder: Path) -> list[Path]:
    from gov_disclosure.form.grammars import STARTS, load_lark
    from gov_disclosure.form.ready import fingerprint, written
    from gov_disclosure.form.tables import table_of

    folder.mkdir(exist_ok=True)
    files = [folder / f"{name}.json" for name in STARTS]
    for file in files:
        file.write_text(written(table_of(load_lark(file.stem)), fingerprint()), encoding="utf-8")
    return files
