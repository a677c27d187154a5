"""What all tests share: Hypothesis profiles, and the reports of the project, parsed once."""

import os
from zlib import crc32

import pytest
from hypothesis import settings

import gov_disclosure as gd
from helpers.reports import read_all

# Examples of each law: in the quick command, in `.ci/run` (nox -s thorough), and for whoever has an hour. A change
# is judged by the same examples whenever it is; new ones are what `python -m fuzz` and the long profile look for.
settings.register_profile("quick", max_examples=20, deadline=None, derandomize=True)
settings.register_profile("thorough", max_examples=60, deadline=None, derandomize=True)
settings.register_profile("long", max_examples=3000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))


@pytest.fixture(scope="session")
def reports() -> dict[str, gd.Report]:
    """Every report of the project, parsed."""
    return read_all()


@pytest.fixture(scope="session")
def report(reports: dict[str, gd.Report]) -> gd.Report:
    """One plain report."""
    return reports["tika-2021"]


_MANY = 20
_ONE_OF = 4


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Of a test of very many cases the everyday run takes a fourth, always the same; the others are thorough."""
    cases: dict[str, list[pytest.Item]] = {}
    for item in items:
        cases.setdefault(item.nodeid.partition("[")[0], []).append(item)
    for of_one in cases.values():
        # A rule of the house holds for every file of it.
        if len(of_one) <= _MANY or of_one[0].get_closest_marker("every_case"):
            continue
        for item in of_one:
            # By its name, not by its number: every fourth would be of one edition where cases are made of pairs.
            if crc32(item.nodeid.encode()) % _ONE_OF:
                item.add_marker(pytest.mark.thorough)
