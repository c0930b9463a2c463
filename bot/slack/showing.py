"""Where a reply is shown: in a conversation, to one person there, in a window, on the own page."""

import logging
from collections.abc import Mapping

from slack_sdk.web.async_client import AsyncWebClient

from bot.reply import File, Language, Outcome, Paragraph, Reply
from bot.slack import views
from bot.slack.account import UNREACHABLE, told
from bot.slack.asked import Asked, Place, ViewKind
from bot.slack.members import Members
from bot.slack.pen import NOBODY
from bot.slack.render import Message, message, sentence
from bot.slack.send import NotPostedError, post, telling, whisper
from bot.wording.slack import FILE_NOT_SENT, FILE_SENT

log = logging.getLogger(__name__)


class Showing:
    """Shows replies in one workspace. Everything raises `NotPostedError`."""

    def __init__(self, client: AsyncWebClient) -> None:
        self._client = client
        self._members = Members(client)

    async def show(self, asked: Asked, reply: Reply) -> None:
        """Show a reply where the question came from."""
        if reply.home and asked.view:
            await self._publish(asked.user, reply)
        elif asked.view or reply.form:
            await self._window(asked, reply)
        else:
            drawn = message(reply, await self._mentioned(asked, reply))
            await self._say(asked, drawn, private=reply.private)
        for file in reply.files:
            await self._hand_over(asked, file, reply)

    async def tell(self, asked: Asked, told: str, language: Language) -> None:
        """Tell whoever asked one sentence, where they look for it."""
        if asked.view and asked.view.kind is ViewKind.MODAL:
            alone = Reply(Outcome.UNKNOWN, language, (Paragraph(told),))
            await self._window(asked, alone)
        else:
            await self._say(asked, sentence(told), private=True)

    async def _say(self, asked: Asked, drawn: Message, *, private: bool) -> None:
        """Write a message in the conversation, where it is ``private`` to the asker alone."""
        place = asked.place
        if asked.view:
            await post(self._client, Place(asked.user), drawn)
        elif private and not place.direct:
            await whisper(self._client, place, asked.user, drawn)
        else:
            await post(self._client, place, drawn)

    async def _mentioned(self, asked: Asked, reply: Reply) -> Mapping[str, str]:
        """Those to mention: nobody where others read along, for a mention there calls people."""
        alone = asked.place.alone or asked.place.direct
        return await self._members.of(reply) if alone or reply.private else NOBODY

    async def _publish(self, user: str, reply: Reply) -> None:
        with telling():
            await self._client.views_publish(user_id=user, view=views.home(reply))

    async def _window(self, asked: Asked, reply: Reply) -> None:
        """In the window that it came from, or a new one while there is time to open one."""
        drawn = views.window(reply, views.Kept.of(asked, reply))
        try:
            with telling():
                if asked.view and asked.view.kind is ViewKind.MODAL:
                    await self._client.views_update(view_id=asked.view.id, view=drawn)
                else:
                    await self._client.views_open(trigger_id=asked.trigger, view=drawn)
        except NotPostedError as error:
            if reply.form or not error.certain:
                raise
            await self._say(asked, message(reply), private=True)

    async def _hand_over(self, asked: Asked, file: File, reply: Reply) -> None:
        """Put a file into the conversation with the asker, whatever it was asked in."""
        direct = asked.place.direct and not asked.view
        try:
            channel = asked.place.channel if direct else await self._conversation(asked.user)
            await self._client.files_upload_v2(
                channel=channel,
                thread_ts=asked.place.thread or None if direct else None,
                filename=file.name,
                title=file.name,
                content=file.content,
                snippet_type=None,
            )
        except UNREACHABLE as error:
            log.warning("A file was not handed over: %s", told(error))
            await self._say(asked, sentence(FILE_NOT_SENT.say(reply.language)), private=True)
        else:
            if not direct:
                await self._say(asked, sentence(FILE_SENT.say(reply.language)), private=True)

    async def _conversation(self, user: str) -> str:
        opened = await self._client.conversations_open(users=user)
        channel = opened.get("channel")
        return str(channel.get("id", "")) if isinstance(channel, dict) else ""
