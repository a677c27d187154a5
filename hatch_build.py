"""Puts the parse tables into the wheel; an editable install makes and keeps them for itself."""

import sys
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CustomBuildHook(BuildHookInterface[Any]):
    """Writes each table to a folder of its own, from where the wheel takes it: the checkout stays as it is."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the tables."""
        if self.target_name != "wheel" or version == "editable":
            return
        sys.path.insert(0, str(Path(self.root) / "src"))
        from gov_disclosure.form.grammars import STARTS, load_lark
        from gov_disclosure.form.ready import FOLDER, fingerprint, written
        from gov_disclosure.form.tables import table_of

        self._folder = folder = Path(mkdtemp())
        for name in STARTS:
            file = folder / f"{name}.json"
            file.write_text(written(table_of(load_lark(name)), fingerprint()), encoding="utf-8")
            build_data["force_include"][str(file)] = f"gov_disclosure/{FOLDER}/{name}.json"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Take the folder away."""
        if folder := getattr(self, "_folder", None):
            rmtree(folder)
