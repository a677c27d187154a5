"""``python -m gov_disclosure`` is the command line."""

from gov_disclosure.cli import main

if __name__ == "__main__":
    main()
