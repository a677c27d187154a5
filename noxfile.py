"""The steps of ``.ci/run`` as tasks: ``nox -l`` lists them, ``nox -s lint types`` runs two.

Each runs in an environment of its own; ``nox --no-venv -s …`` runs it in the one that is active.
"""

import os

import nox

nox.options.sessions = ["lint", "types", "tests"]
nox.options.reuse_existing_virtualenvs = True


def install(session: nox.Session, extra: str) -> None:
    """Install the project with an extra, where the task has an environment of its own."""
    if session.venv_backend != "none":
        session.install("-e", f".[{extra}]")


@nox.session
def tests(session: nox.Session) -> None:
    """The everyday tests: an answer in two minutes."""
    install(session, "test")
    session.run("python", "-m", "pytest", *session.posargs)


@nox.session
def thorough(session: nox.Session) -> None:
    """All tests: the everyday ones with the floor of branch coverage; the others, the laws on more examples."""
    install(session, "dev")
    command = ["python", "-m", "pytest", "-q", "-n", "2"]
    session.run(*command, "--cov", *session.posargs)
    profile = os.environ.get("HYPOTHESIS_PROFILE", "thorough")
    session.run(*command, "-m", "thorough or hypothesis", *session.posargs, env={"HYPOTHESIS_PROFILE": profile})


@nox.session
def lint(session: nox.Session) -> None:
    """Format and lint, the limit of branches in a function among it."""
    install(session, "dev")
    session.run("ruff", "format", "--check", ".")
    session.run("ruff", "check", ".")


@nox.session
def types(session: nox.Session) -> None:
    """Types: strict, and complete in all that is public."""
    install(session, "dev")
    session.run("mypy")
    complete = ["pyright", "--verifytypes", "gov_disclosure", "--ignoreexternal"]
    shown = session.run(*complete, success_codes=[0, 1], silent=True)
    session.log("\n".join(str(shown).splitlines()[-4:]))
    if "completeness score: 100%" not in str(shown):
        session.error("types are not complete")


@nox.session
def corpus(session: nox.Session) -> None:
    """No cell of the project's reports is wrong, and none lost against the floors."""
    install(session, "dev")
    folders = ["examples/reports", "tests/fixtures", "--truths", "tests/goldens"]
    session.run("gov-disclosure", "corpus", *folders, "--floors", "tests/floors.json", "--lang", "en")


@nox.session
def converters(session: nox.Session) -> None:
    """Reports through real converters, those that are installed."""
    install(session, "dev,converters")
    files = ["-n", "2", "--dist", "loadfile", "tests/test_converters.py", "tests/test_determined.py"]
    session.run("python", "-m", "pytest", "-q", *files, *session.posargs)


@nox.session
def benchmark(session: nox.Session) -> None:
    """The benchmark's tables."""
    install(session, "dev")
    session.run("python", "bench/run.py")
    session.run("python", "bench/fresh.py", "360")
    session.run("python", "bench/stages.py", "240")
    session.run("python", "bench/curve.py")
    session.run("python", "bench/localize.py")
    session.run("python", "bench/files.py")


@nox.session(venv_backend="none")
def ci(session: nox.Session) -> None:
    """Everything, as it runs before a change lands."""
    session.run("bash", ".ci/run", external=True)
