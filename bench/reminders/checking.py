"""What was to be said against what the chat has. Everything here is pure."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bench.reminders.chat import Recorded
from bench.reminders.trial import Expected


@dataclass(frozen=True, slots=True)
class Verdict:
    """How it went.

    ``doubled`` counts every message beyond the first, ``strange`` those that nobody was to get,
    ``keys_amiss`` the texts in a channel whose hidden key is missing or not theirs alone.
    ``lateness`` is the seconds from due to recorded, sorted. ``repeated`` are the moments, in
    seconds since 1970, at which the messages of each text that is doubled came in.
    """

    expected: int
    recorded: int
    lost: int
    doubled: int
    strange: int
    keys_amiss: int
    lateness: Sequence[float]
    repeated: Sequence[Sequence[float]]

    @property
    def good(self) -> bool:
        """Whether everybody got everything once."""
        return not (self.lost or self.doubled or self.strange or self.keys_amiss)


def verdict(expected: Expected, recorded: Sequence[Recorded]) -> Verdict:
    """Compare; by what was said where, and not by the keys alone, which are the store's own."""
    found = Counter((message.channel, message.text) for message in recorded)
    wanted = [message for message in recorded if (message.channel, message.text) in expected]
    lateness = [
        message.at - expected[message.channel, message.text].timestamp() for message in wanted
    ]
    return Verdict(
        expected=len(expected),
        recorded=len(recorded),
        lost=sum(place not in found for place in expected),
        doubled=sum(found.values()) - len(found),
        strange=len(recorded) - len(wanted),
        keys_amiss=_keys_amiss(recorded),
        lateness=sorted(lateness),
        repeated=_repeated(recorded),
    )


def _repeated(recorded: Sequence[Recorded]) -> list[list[float]]:
    arrived: dict[tuple[str, str], list[float]] = {}
    for message in recorded:
        arrived.setdefault((message.channel, message.text), []).append(message.arrived)
    return [sorted(moments) for moments in arrived.values() if len(moments) > 1]


def _keys_amiss(recorded: Sequence[Recorded]) -> int:
    pairs = {(message.channel, message.text, message.key) for message in recorded}
    places = Counter((channel, text) for channel, text, _ in pairs)
    keys = Counter(key for _, _, key in pairs)
    wrong = {
        (channel, text)
        for channel, text, key in pairs
        if not key or keys[key] > 1 or places[channel, text] > 1
    }
    return len(wrong)
