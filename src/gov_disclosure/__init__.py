"""Read 政府信息公开工作年度报告, the annual reports on open government information, into typed objects.

The public names stand in ``__init__.pyi``, for type checkers and this module alike. Each is imported with its
first use, so that ``import gov_disclosure`` is quick.
"""

import os
import re
from importlib import import_module
from typing import Any

_FROM = re.compile(r"^from ([\w.]+) import ([^()\n]+|\([^()]+\))$", re.MULTILINE)
_NAME = re.compile(r"\b(\w+) as \1\b")


def _modules() -> dict[str, str]:
    """The public names in order, each with the module that it stands in."""
    # Through the loader, so that a package in a zip file has them too.
    stub = __loader__.get_data(os.path.join(__path__[0], "__init__.pyi")).decode()
    found = ((name, module) for module, names in _FROM.findall(stub) for name in _NAME.findall(names))
    return dict(sorted(found))


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from importlib.metadata import version

        return version("gov-disclosure")
    if name == "__all__":
        return list(_modules())
    module = None if name.startswith("_") else _modules().get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = value = getattr(import_module(module), name)
    return value


def __dir__() -> list[str]:
    return [*_modules(), "__version__"]
