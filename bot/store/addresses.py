"""Addresses as text, for columns that hold one."""

import json

from bot.reply import Address, AddressKind


def packed(address: Address | None) -> str | None:
    """The address as JSON; None stays None."""
    if address is None:
        return None
    return json.dumps([address.platform, address.workspace, address.kind, address.id])


def unpacked(text: str) -> Address:
    """The address that was packed."""
    platform, workspace, kind, id_ = json.loads(text)
    return Address(platform, workspace, AddressKind(kind), id_)
