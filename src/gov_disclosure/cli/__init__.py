"""The command line, ``gov-disclosure``; needs the extra ``cli`` (click and rich)."""

import sys


def main() -> None:
    """Run the command line, or say what to install."""
    try:
        from gov_disclosure.cli.commands import app
    except ModuleNotFoundError as error:
        if error.name not in ("click", "rich"):
            raise
        sys.exit(
            f"gov-disclosure: 缺少 {error.name}，请先安装 / {error.name} is needed, install it with:\n"
            '    pip install "gov-disclosure[cli]"'
        )
    app(prog_name="gov-disclosure")
