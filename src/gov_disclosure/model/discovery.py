"""What stands in a folder: the objects that its modules define, found without a list of them."""

import pkgutil
from collections.abc import Iterable
from importlib import import_module
from typing import Protocol, TypeVar


class Coded(Protocol):
    """What has a code and stands in a catalogue."""

    @property
    def code(self) -> str:
        """A letter for the family and three digits."""


_C = TypeVar("_C", bound=Coded)


def discovered(package: str, path: Iterable[str], name: str, kind: type[_C]) -> tuple[_C, ...]:
    """What each module of a package defines under a name, one object or several, by code.

    ``path`` is where the modules are looked for.

    Raises:
        TypeError: a module defines another kind of object.
        ValueError: two objects have one code.
    """
    homes: dict[str, str] = {}
    found: list[_C] = []
    for module in pkgutil.iter_modules(path):
        home = f"{package}.{module.name}"
        defined = getattr(import_module(home), name)
        for one in defined if isinstance(defined, tuple) else (defined,):
            if not isinstance(one, kind):
                raise TypeError(f"the {name} of {home} is no {kind.__name__}")
            if one.code in homes:
                raise ValueError(f"{homes[one.code]} and {home} both have a {one.code}")
            homes[one.code] = home
            found.append(one)
    return tuple(sorted(found, key=lambda one: one.code))
