"""People in the Playground: each writes, presses what stands in cards, and fills them in."""

from dataclasses import dataclass, replace
from typing import Any

from bot.teams.pressing import FIELD
from tests.end_to_end.playground.client import Client
from tests.end_to_end.playground.tenant import BOT, CHANNELS, NAME, PERSONAL, TENANT, Member
from tests.end_to_end.playground.wire import ADAPTIVE, Exchange, Post, Wire
from tests.fakes.teams_cards import buttons, inputs, shown

Json = dict[str, Any]
SENTENCE = "application/vnd.microsoft.activity.message"
MENTION = f"<at>{NAME}</at>"


@dataclass(frozen=True)
class Seen:
    """A card as it stands now in a message of the bot's."""

    conversation: str
    id: str
    card: Json

    @property
    def text(self) -> str:
        """What people read."""
        return shown(self.card)

    @property
    def labels(self) -> list[str]:
        """What can be pressed."""
        return [title for title, _ in buttons(self.card)]


def seen(post: Post) -> Seen:
    """A message as people see it first; a new one in a channel begins a thread."""
    begins = post.conversation in CHANNELS
    return Seen(thread(post) if begins else post.conversation, post.id, post.card)


def thread(post: Post) -> str:
    """The thread that hangs below a message in a channel."""
    return f"{post.conversation};messageid={post.id}"


class Person:
    """A member with their Teams open."""

    def __init__(self, member: Member, client: Client, wire: Wire) -> None:
        self.name = member.name
        self.account, self.user = member.account, member.user
        self._client = client
        self._wire = wire

    # Writing

    async def writes(self, text: str, conversation: str = PERSONAL) -> str:
        """Write a message; the conversation in which it is answered: in channels its thread."""
        return await self._write({"text": text}, conversation)

    async def mentions(self, text: str, conversation: str) -> str:
        """Write a message that mentions the bot; the conversation in which it is answered."""
        mention = {"mentioned": {"id": BOT, "name": NAME}, "text": MENTION}
        return await self._write({"text": f"{MENTION} {text}", "mentions": [mention]}, conversation)

    async def _write(self, message: Json, conversation: str) -> str:
        whole = {"type": "text", "textFormat": "plain", "from": {"id": self.account}, **message}
        written = await self._client.post(
            f"/_conversation/v1/conversations/{conversation}/messages", whole
        )
        return str(written.get("postConversationId", conversation))

    # Pressing

    async def presses(self, card: Seen, label: str, number: int = 0, **filled: str) -> Seen:
        """Press a button, the first with this label if there are more; the card that then stands.

        ``filled`` is what is filled in before, by the names of the fields.
        """
        answer = await self.invokes(card, card_action(card.card, label, number, filled))
        assert answer["type"] == ADAPTIVE, answer
        return replace(card, card=answer["value"])

    async def presses_for_all(self, card: Seen, label: str) -> str:
        """Press a button after which the card stays as it is; what is said besides."""
        answer = await self.invokes(card, card_action(card.card, label, 0, {}))
        assert answer["type"] == SENTENCE, answer
        return str(answer["value"])

    async def invokes(self, card: Seen, value: Json) -> Json:
        """Send what a client sends that presses something; what the bot answers."""
        pressed = {
            "name": "adaptiveCard/action",
            "value": value,
            "from": {"id": self.account},
            "conversation": {"id": card.conversation},
            "replyToId": card.id,
        }
        return await self._client.post("/_conversation/v1/invoke", pressed)

    async def looks_up(self, conversation: str, value: Json) -> Json:
        """Send what is typed into the message extension; what the bot answers."""
        typed = {"name": "composeExtension/query", "value": value}
        who = {"from": {"id": self.account}, "conversation": {"id": conversation}}
        return await self._client.post("/_conversation/v1/invoke", typed | who)

    # The app

    async def installs(self, conversation: str) -> None:
        """Add the bot to a conversation."""
        await self._client.post(f"/_debug/conversation/{conversation}/installation", {})

    async def uninstalls(self, conversation: str) -> Exchange:
        """Take the bot out of a conversation; what it answers to the news of it."""
        told = await self._client.template(conversation, "uninstall")
        return await self._deliver(told | {"from": self._sender})

    async def sends(self, conversation: str, kind: str, **more: object) -> Exchange:
        """Let Teams deliver any activity, with whatever is in it; what the bot answers."""
        begun = await self._client.template(conversation)
        whole = {"type": kind, "from": self._sender, "channelData": {"tenant": {"id": TENANT}}}
        return await self._deliver(begun | whole | more)

    async def _deliver(self, activity: Json) -> Exchange:
        await self._client.post("/_internal/v1/customActivities", activity)
        return await self._wire.answered(activity["id"])

    @property
    def _sender(self) -> Json:
        return {"id": self.account, "name": self.name, "aadObjectId": self.user}


def card_action(card: Json, label: str, number: int, filled: dict[str, str]) -> Json:
    """What Teams says was pressed: the button's own data, with all that stands in the fields."""
    data = [carried for title, carried in buttons(card) if title == label][number]
    given = {f"{FIELD}{name}": text for name, text in filled.items()}
    begun = inputs(card)
    assert given.keys() <= begun.keys(), "no such field"
    action = {"type": "Action.Execute", "title": label, "verb": "rain"}
    return {"action": action | {"data": {**data, **begun, **given}}}
