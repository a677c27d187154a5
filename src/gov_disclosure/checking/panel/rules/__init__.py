"""The rules across reports, a module each: what stands in this folder is the catalogue."""

from typing import Final

from gov_disclosure.checking.panel.rule import PanelRule
from gov_disclosure.model.discovery import discovered

PANEL_RULES: Final[tuple[PanelRule, ...]] = discovered(__name__, __path__, "RULE", PanelRule)
"""The catalogue, in order of codes: no rule stands outside of it."""
