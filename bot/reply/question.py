"""What comes in: a `Question`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.reply.people import Address, Audience, Language


class Intent(StrEnum):
    """What the person did, where the platform already knows it."""

    ASK = "ask"  # typed something; `Question.text` says what
    CHOICE = "choice"  # pressed one of the offered entries; `Question.entry` says which
    OTHERS = "others"  # wants the entries that came second; `Question.entries` says which
    EVENTS = "events"  # asked for the list; `Question.text` may narrow it: month, place, past
    HELP = "help"  # asked what the bot can do
    WHO = "who"  # asked whom there is to ask
    PRIVACY = "privacy"  # asked what becomes of what people write
    COMMAND = "command"  # `Question.text` is what follows a command: one of ours, or a question
    REMIND = "remind"  # pressed "remind me" on the event in `Question.entry`
    STOP_REMINDING = "stop-reminding"  # of the event in `Question.entry`; of all where it is empty
    REMINDERS = "reminders"  # a command about reminders; `Question.text` is what follows it
    CALENDAR = "calendar"  # wants the event in `Question.entry` in their calendar
    RIGHT = "right"  # says that an answer that rested on `Question.entries` was right
    WRONG = "wrong"  # says that it was not; `Question.text` is what they had asked
    HOME = "home"  # opened the bot's own page
    SETTING = "setting"  # set the setting `Question.entry` to `Question.text` on that page
    FORWARD = "forward"  # wants `Question.text` passed on to people; `Question.entry` is the area
    FORWARDED = "forwarded"  # filled in the form for that; `Question.fields` says how
    TAKE = "take"  # takes on the passed-on question in `Question.entry`
    RESPOND = "respond"  # wants to answer it
    RESPONDED = "responded"  # filled in the form for that; `Question.fields` says how


@dataclass(frozen=True, slots=True)
class Question:
    """One thing a person asked or did.

    ``text`` is as typed, without the mention of the bot. ``at`` is aware: the moment of asking,
    which is also the day from which "upcoming" counts. ``locale`` is the person's own language
    where the platform tells it. ``asker`` and ``conversation`` are opaque keys, unique across
    platforms and workspaces, never shown or logged; empty where nothing is to be remembered.
    ``about`` are the ids of the entries that the last reply in this conversation rested on and
    ``audience`` is what the asker has said of themselves before; adapters leave both alone.
    ``mine`` and ``here`` are where the asker, and the channel this is asked in, can be written to
    later, and ``there`` is this very conversation, with its thread; None where that cannot be.
    ``name`` is what people call the asker, ``guest`` whether they belong to another organisation
    than the workspace. ``page`` counts from 0. ``explain`` asks for `Reply.explanation`, which
    takes time.
    """

    text: str
    at: datetime
    intent: Intent = Intent.ASK
    entry: str = ""
    locale: Language | None = None
    asker: str = ""
    conversation: str = ""
    about: tuple[str, ...] = ()
    audience: Audience | None = None
    explain: bool = False
    mine: Address | None = None
    here: Address | None = None
    there: Address | None = None
    entries: tuple[str, ...] = ()
    page: int = 0
    fields: Mapping[str, str] = field(default_factory=dict)
    name: str = field(default="", repr=False)
    guest: bool = False
