"""The command line, ``gov-disclosure``; needs the extra ``cli`` (click and rich)."""

import signal
import sys

from gov_disclosure.model.error_words import error_text


def main() -> None:
    """Run the command line, or say what to install."""
    try:
        from gov_disclosure.cli.commands import app
    except ModuleNotFoundError as error:
        if error.name not in ("click", "rich"):
            raise
        sys.exit(error_text("extra", package=error.name))
    # What is being written is taken back where the process is asked to end.
    signal.signal(signal.SIGTERM, lambda number, _: sys.exit(128 + number))
    try:
        app(prog_name="gov-disclosure")
    except OSError as error:
        # What is left can't be written: a full disk, a closed output.
        print(f"gov-disclosure: {error}", file=sys.stderr)
        sys.exit(2)
