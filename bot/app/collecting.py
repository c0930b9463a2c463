"""What stays for as long as the bot runs, set aside from what comes and goes with every answer."""

import gc


def set_aside() -> None:
    """Set aside all there is by now, so that looking for what is unused leaves it out.

    The knowledge base and what was learnt from it are a quarter of a million objects. To look
    through them takes an eighth of a second, in which nobody is answered and no receipt is sent.
    What was set aside before and is not used any more goes first.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def take_back() -> None:
    """Set nothing aside any more."""
    gc.unfreeze()
