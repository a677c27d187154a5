"""What the project's pages take from the code is what the code gives: ``python docs/generate.py`` writes it."""

import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).parent.parent / "docs" / "generate.py"


def test_the_generated_parts_of_the_pages_are_up_to_date():
    run = subprocess.run([sys.executable, SCRIPT, "--check"], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout) == (0, ""), "run: python docs/generate.py"
