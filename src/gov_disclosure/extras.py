"""Extras: what is said where a package is absent that an optional part needs."""

from collections.abc import Iterator
from contextlib import contextmanager

from gov_disclosure.messages import error_text


@contextmanager
def needed(package: str, message: str) -> Iterator[None]:
    """Import a package within, and name the extra that it comes with if it is absent.

    Raises:
        ModuleNotFoundError: with the ``message`` of that key.
    """
    try:
        yield
    except ModuleNotFoundError as error:
        if error.name != package:
            raise
        raise ModuleNotFoundError(error_text(message), name=package) from error
