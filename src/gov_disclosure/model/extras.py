"""Extras: what is said where a package is absent that an optional part needs."""

from collections.abc import Iterator
from contextlib import contextmanager

from gov_disclosure.model.error_words import error_text


@contextmanager
def require_extra(message: str, *packages: str) -> Iterator[None]:
    """Import packages within, and name the extra that they come with if one is absent.

    Raises:
        ModuleNotFoundError: with the ``message`` of that key.
    """
    try:
        yield
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in packages:
            raise
        raise ModuleNotFoundError(error_text(message), name=error.name) from error
