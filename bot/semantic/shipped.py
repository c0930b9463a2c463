"""What was learnt from the shipped knowledge base, so that nobody has to wait for it.

One file, named by the key of what it was learnt from; ``bench/fit_confidence.py`` writes it.
"""

from importlib.resources import files

from bot.matching.opinion import Opinion
from bot.semantic.seconding import Learnt

ENDING = ".opinion.npz"


def shipped() -> Learnt:
    """The opinion that comes with the bot."""
    folder = files("bot.semantic").joinpath("data")
    (file,) = (one for one in folder.iterdir() if one.name.endswith(ENDING))
    return Learnt(file.name.removesuffix(ENDING), Opinion.load(file.read_bytes()))
