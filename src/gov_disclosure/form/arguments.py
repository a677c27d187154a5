"""Arguments of public functions: one of a wrong type is refused where it is given, by its name."""

from collections.abc import Collection, Iterable, Iterator
from typing import TypeVar

_T = TypeVar("_T")


def require(name: str, value: object, *kinds: type) -> None:
    """Refuse a value that is of none of the types.

    Raises:
        TypeError: it is of none.
    """
    if not isinstance(value, kinds):
        raise TypeError(f"{name} must be {_either(kinds)}, not {type(value).__name__}")


def each(name: str, values: Iterable[object], kind: type[_T]) -> Iterator[_T]:
    """Values of one type: those that are at hand are looked at now, the others as they come.

    Raises:
        TypeError: there are none, or one is of another type.
    """
    if isinstance(values, (str, bytes)) or not isinstance(values, Iterable):
        raise TypeError(f"{name} must be several {kind.__name__}, not {type(values).__name__}")
    if isinstance(values, Collection):
        for value in values:
            require(f"each of {name}", value, kind)
    return _as_they_come(name, values, kind)


def _as_they_come(name: str, values: Iterable[object], kind: type[_T]) -> Iterator[_T]:
    for value in values:
        if not isinstance(value, kind):
            require(f"each of {name}", value, kind)
            continue
        yield value


def _either(kinds: tuple[type, ...]) -> str:
    return " or ".join(kind.__name__ for kind in kinds)
