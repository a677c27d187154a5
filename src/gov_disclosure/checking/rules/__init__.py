"""The rules of one report, a module each: what stands in this folder is the catalogue."""

from typing import Final

from gov_disclosure.checking.rule import Rule
from gov_disclosure.model.discovery import discovered

RULES: Final[tuple[Rule, ...]] = discovered(__name__, __path__, "RULE", Rule)
"""The catalogue, in order of codes: no rule stands outside of it."""
