"""Values that show themselves on two lines of a prompt at the most, whatever is in them."""

from reprlib import Repr
from typing import Any, Final

LONGEST: Final = 240
"""Two lines of 120 characters."""

_SHORT: Final = Repr()
_SHORT.maxstring = _SHORT.maxother = 80
_SHORT.maxtuple = 4


class Brief:
    """The attributes of a value by name as long as there is room for them; long ones are cut."""

    __slots__ = ()

    def __repr__(self) -> str:
        name = type(self).__name__
        said: list[str] = []
        room = LONGEST - len(f"{name}(, …)")
        for attribute in (attribute.name for attribute in self._attributes()):
            part = f"{attribute}={_SHORT.repr(getattr(self, attribute))}"
            room -= len(part) + len(", ")
            if room < 0:
                said.append("…")
                break
            said.append(part)
        return f"{name}({', '.join(said)})"

    def _attributes(self) -> tuple[Any, ...]:
        return getattr(type(self), "__attrs_attrs__", ())
