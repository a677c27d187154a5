"""The layouts, a module each: what stands in this folder is read and written."""

from typing import Final

from gov_disclosure.layouts.kind import LayoutKind
from gov_disclosure.model.discovery import discovered

LAYOUTS: Final[tuple[LayoutKind, ...]] = discovered(__name__, __path__, "LAYOUT", LayoutKind)
"""By name."""
