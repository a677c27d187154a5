"""The first report that a process reads: ``python bench/first_parse.py`` prints what it costs of the processor.

Behind ``import gov_disclosure`` a process has yet to load what reads, and to compile its patterns. What is
measured is the package that the interpreter has, of a wheel or of a checkout.
"""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from shutil import copytree, ignore_patterns
from statistics import median
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parent.parent
REPORT = ROOT / "examples" / "reports" / "tika-2021.txt"
AIM = "≤ 150 ms"
_NO_BYTECODE = "PYTHONDONTWRITEBYTECODE"
_CODE = f"""
import time, gov_disclosure
start = time.process_time()
gov_disclosure.read({str(REPORT)!r})
print(time.process_time() - start)
"""


def first_parse(times: int = 9) -> float:
    """Median of the seconds of CPU time that the first report costs, where the modules are compiled."""
    environment = {name: value for name, value in os.environ.items() if name != _NO_BYTECODE}
    # The first process compiles them for the others.
    return median([_run(environment) for _ in range(times + 1)][1:])


def first_parse_without_bytecode(times: int = 9) -> float:
    """The same where every process compiles every module of the package for itself."""
    with TemporaryDirectory() as folder:
        copytree(ROOT / "src", folder, ignore=ignore_patterns("__pycache__"), dirs_exist_ok=True)
        environment = {**os.environ, "PYTHONPATH": folder, _NO_BYTECODE: "1"}
        return median(_run(environment) for _ in range(times))


def _run(environment: Mapping[str, str]) -> float:
    return float(subprocess.check_output([sys.executable, "-c", _CODE], env=environment))


if __name__ == "__main__":
    print(f"first parse of a process, CPU time: {first_parse() * 1e3:.0f} ms (aim: {AIM})")
