"""A fitted index as bytes, and back; and whatever was fitted from where it is kept."""

import io
import json
import logging
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, TypeVar
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from bot.matching.columns import Columns
from bot.matching.nearest import Nearest
from bot.matching.style import Style
from bot.matching.vocabulary import Vocabulary
from bot.matching.weights import Weights
from bot.ports import IndexCache

DAMAGE = (
    AttributeError,
    EOFError,
    IndexError,
    KeyError,
    OSError,
    RuntimeError,  # from zipfile, for what it cannot unpack
    TypeError,
    BadZipFile,
    zlib.error,
)
"""What reading half a file, or another one, ends in."""

T = TypeVar("T")
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Fitted:
    """What fitting gives: the words, the style they were read in, the weights, the phrases."""

    vocabulary: Vocabulary
    style: Style
    weights: Weights
    nearest: Nearest


Kept = tuple[str, str, bool]
"""A phrase: its label, its text, and whether it was heard."""


def kept(cache: IndexCache, key: str, revive: Callable[[bytes], T], made: str) -> T | None:
    """What the cache holds under the key, by a ``revive`` that raises ValueError for damage.

    ``made`` says, for the log, what has to be done again then: "fitted".
    """
    if not (data := cache.load(key)):
        return None
    try:
        return revive(data)
    except ValueError as error:
        log.warning("What was kept is unusable and is %s again: %s", made, error)
        return None


def dump(labels: Sequence[str], phrases: Sequence[Kept], fitted: Fitted) -> bytes:
    """What was fitted on phrases, as bytes."""
    vocabulary = fitted.vocabulary
    about = {
        "labels": labels,
        "phrases": phrases,
        "weights": vocabulary.weights,
        "telling": vocabulary.telling,
        "spellings": vocabulary.spellings,
        "style": asdict(fitted.style),
    }
    file = io.BytesIO()
    arrays: dict[str, Any] = {
        "about": np.frombuffer(json.dumps(about).encode(), dtype=np.uint8),
        "bias": fitted.weights.bias,
        **_arrays("weights", fitted.weights.columns),
        **_arrays("nearest", fitted.nearest.columns),
    }
    np.savez_compressed(file, **arrays)
    return file.getvalue()


def load(data: bytes) -> tuple[list[str], list[Kept], Fitted]:
    """What `dump` was given; raises ValueError for anything else."""
    try:
        return _loaded(data)
    except DAMAGE as error:
        raise ValueError("These bytes are no index.") from error


def _loaded(data: bytes) -> tuple[list[str], list[Kept], Fitted]:
    with np.load(io.BytesIO(data), allow_pickle=False) as kept:
        about = json.loads(kept["about"].tobytes())
        labels = list(about["labels"])
        phrases = [(str(label), str(text), bool(heard)) for label, text, heard in about["phrases"]]
        weights = Weights(_columns("weights", kept, len(labels)), kept["bias"])
        columns = _columns("nearest", kept, len(phrases))
    vocabulary = Vocabulary(about["weights"], about["spellings"], about["telling"])
    style = Style(**about["style"] | {"runs": tuple(about["style"]["runs"])})
    nearest = Nearest(columns, [label for label, *_ in phrases])
    return labels, phrases, Fitted(vocabulary, style, weights, nearest)


def _arrays(name: str, columns: Columns) -> dict[str, NDArray[Any]]:
    return {
        f"{name}_places": columns.places,
        f"{name}_starts": columns.starts,
        f"{name}_rows": columns.rows,
        f"{name}_values": columns.values.astype(np.float16),
    }


def _columns(name: str, kept: Mapping[str, NDArray[Any]], count: int) -> Columns:
    return Columns(
        kept[f"{name}_places"],
        kept[f"{name}_starts"],
        kept[f"{name}_rows"],
        kept[f"{name}_values"].astype(np.float32),
        count,
    )
