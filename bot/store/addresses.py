"""Addresses as text, for columns that hold one."""

import json

from bot.reply import Address, AddressKind


def packed(address: Address | None) -> str | None:
    """The address as JSON; None stays None."""
    if address is None:
        return None
    thread = [address.thread] if address.thread else []
    return json.dumps([address.platform, address.workspace, address.kind, address.id, *thread])


def unpacked(text: str) -> Address:
    """The address that was packed."""
    platform, workspace, kind, id_, *thread = json.loads(text)
    return Address(platform, workspace, AddressKind(kind), id_, *thread)
