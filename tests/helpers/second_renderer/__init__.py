"""A second renderer: the form printed as tools print it, written from `fields.csv` and from looking at them.

It imports nothing of the library, so that what writes and what reads cannot share a mistake.
"""

from helpers.second_renderer.form import MODES, Made, make
from helpers.second_renderer.printing import WAYS, print_in

__all__ = ["MODES", "WAYS", "Made", "make", "print_in"]
