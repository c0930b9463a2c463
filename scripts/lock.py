#!/usr/bin/env python3
"""Write requirements/*.txt anew: exact versions with hashes, for every Python and system at once.

Usage: lock.py UV [OPTION…], where UV is the uv program. Versions that are already locked stay
unless an option such as ``--upgrade`` or ``--upgrade-package NAME`` says otherwise.
"""

import subprocess
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
OPTIONS = (
    "--universal",
    "--python-version=3.11",
    "--generate-hashes",
    "--only-binary=:all:",
    "--emit-build-options",
    "--no-emit-index-url",
    "--no-annotate",
    "--no-header",
    "--no-config",
    "--quiet",
)


def main(uv: str, *options: str) -> None:
    """Write every lock; ``options`` go to uv as they are."""
    project = tomllib.loads((HERE / "pyproject.toml").read_text("utf-8"))
    # Installing the bot itself without a network needs its build backend, so it is locked too.
    needed = [*project["build-system"]["requires"], *project["project"]["dependencies"]]
    extras = project["project"]["optional-dependencies"]
    platforms, postgres = [*extras["slack"], *extras["teams"]], extras["postgres"]
    dev, bench, semantic = (extras[extra] for extra in ("dev", "bench", "semantic"))

    def lock(name: str, needs: Sequence[str], *more: str) -> None:
        output = f"--output-file=requirements/{name}.txt"
        subprocess.run(  # noqa: S603 — the maintainer's own uv, without a shell
            [uv, "pip", "compile", "-", *OPTIONS, *options, *more, output],
            cwd=HERE,
            input="\n".join(needs).encode(),
            stdout=subprocess.DEVNULL,
            check=True,
        )

    # The widest first: the narrower ones take its versions, so that one environment serves all.
    lock("dev", [*needed, *platforms, *postgres, *dev])
    lock("run", [*needed, *platforms, *postgres], "--constraint=requirements/dev.txt")
    lock("core", needed, "--constraint=requirements/dev.txt")
    lock("bench", [*needed, *platforms, *postgres, *bench], "--constraint=requirements/dev.txt")
    lock("semantic", [*needed, *semantic], "--constraint=requirements/dev.txt")
    lock("uv", ["uv"])


if __name__ == "__main__":
    main(*sys.argv[1:])
