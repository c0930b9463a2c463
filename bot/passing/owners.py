"""Whom questions go to."""

from collections.abc import Sequence
from dataclasses import replace

from bot.assistant.lookup import Lookup
from bot.passing.model import Channel
from bot.reply import Address, Language
from bot.wording import passing as say


class Owners:
    """The channels of the settings."""

    def __init__(self, channels: Sequence[Channel] = ()) -> None:
        self._channels = tuple(channels)

    def of(self, asker: Address) -> tuple[Channel, ...]:
        """The channels that somebody's questions may go to, with their workspace.

        Those of the asker's own workspace, or of the own platform where no workspace is named
        there: then it has only the one. For areas that these leave open, those of the other
        platforms too. Nobody's, where others' workspaces are named on the own platform alone.
        """
        here = [one for one in self._channels if one.address.platform == asker.platform]
        own = _own(here, asker.workspace)
        if here and not own:
            return ()
        covered = {one.area for one in own}
        elsewhere = [one for one in self._channels if one not in here and one.area not in covered]
        return (*own, *_of_one(elsewhere))


def _own(here: Sequence[Channel], workspace: str) -> tuple[Channel, ...]:
    """Those of a platform that are for a workspace, with it."""
    if own := [one for one in here if workspace and one.address.workspace == workspace]:
        return tuple(own)
    if any(one.address.workspace for one in here):
        return ()
    return tuple(replace(one, address=replace(one.address, workspace=workspace)) for one in here)


def _of_one(elsewhere: Sequence[Channel]) -> list[Channel]:
    """Those of them that are certainly not one workspace's own among several."""
    named = {(one.address.platform, one.address.workspace) for one in elsewhere}
    platforms = [platform for platform, workspace in named if workspace]
    return [
        one
        for one in elsewhere
        if not one.address.workspace or platforms.count(one.address.platform) == 1
    ]


def nearest(channels: Sequence[Channel], area: str) -> Channel:
    """The channel of an area, or the one of all others, or the first."""
    of_area = [one for one in channels if one.area == area]
    of_others = [one for one in channels if not one.area]
    return (of_area or of_others or list(channels))[0]


def area_name(area: str, lookup: Lookup, language: Language) -> str:
    """What an area is called; empty for none, and for one that is no longer known."""
    role = lookup.roles.get(area)
    return role.label(language) if role else ""


def called(
    channel: Channel, channels: Sequence[Channel], lookup: Lookup, language: Language
) -> str:
    """What those in one of the channels are called."""
    alone = len(channels) == 1
    fallback = (say.THOSE_FOR if alone else say.ALL_ELSE).say(language)
    return area_name(channel.area, lookup, language) or fallback


def unknown_areas(channels: Sequence[Channel], lookup: Lookup) -> tuple[str, ...]:
    """The areas of channels that no role of the knowledge base stands for."""
    areas = dict.fromkeys(one.area for one in channels if one.area)
    return tuple(area for area in areas if area not in lookup.roles)
