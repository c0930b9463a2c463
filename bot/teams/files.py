"""Files in replies: a bot cannot hand one over in Teams without being asked for it first.

What there is are calendar files, which our own server has too, and Teams can lead there.
"""

from dataclasses import replace

from bot.reply import OpenLink, Paragraph, Reply
from bot.wording.teams import FILE, NO_FILE


def linked(reply: Reply, public_url: str) -> Reply:
    """The reply with links in place of its files.

    ``public_url`` is where people find our server; where it is empty, the reply says that it has no
    file.
    """
    if not reply.files:
        return reply
    if not public_url:
        lacking = Paragraph(NO_FILE.say(reply.language))
        return replace(reply, files=(), parts=(*reply.parts, lacking))
    label = FILE.say(reply.language)
    links = (OpenLink(label, f"{public_url}/events/{file.name}") for file in reply.files)
    return replace(reply, files=(), actions=(*links, *reply.actions))
