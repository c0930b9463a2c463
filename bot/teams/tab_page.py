"""The page in the tab: the bot's own page in HTML, with a way into its chat."""

from html import escape
from importlib.resources import files
from string import Template
from urllib.parse import urlencode

from bot.adapting.html.markup import element, link
from bot.adapting.html.parts import drawn
from bot.reply import (
    Action,
    AddToCalendar,
    AskBox,
    Intent,
    Language,
    OpenLink,
    Pressable,
    Reply,
)
from bot.teams.names import BOT, TAB
from bot.teams.still import still
from bot.wording import teams_tab as say

TEAMS_JS = "https://res.cdn.office.net/teams-js/2.58.0/js/MicrosoftTeams.min.js"
INTEGRITY = "sha384-sMo/EOqQPa1OCup2/VBRum7oFeOS22kvs8WGDc45xK53tUVZzFR5WwFYDUYN1LO4"
"""Of that version; a browser runs nothing else."""
THEMES = ("default", "dark", "contrast")
HERE = frozenset(
    {
        Intent.ASK,
        Intent.CHOICE,
        Intent.COMMAND,
        Intent.EVENTS,
        Intent.OTHERS,
        Intent.REMIND,
        Intent.REMINDERS,
        Intent.SETTING,
        Intent.STOP_REMINDING,
    }
)
"""What can be pressed on the page; what needs a form, a file or others belongs in the chat."""
_CHAT = "https://teams.microsoft.com/l/chat/0/0"
_PAGE = Template((files("bot.teams") / "templates" / "tab.html").read_text(encoding="utf-8"))


class TabPage:
    """Draws the page of the application ``client_id``."""

    def __init__(self, client_id: str) -> None:
        self._client_id = client_id

    def whole(self, home: Reply, locale: Language, theme: str, *, signing_on: bool) -> str:
        """The page as anybody sees it, in Teams' language and theme."""
        return _PAGE.substitute(
            lang=locale,
            theme=theme if theme in THEMES else THEMES[0],
            title=escape(say.TITLE.say(locale)),
            teams_js=TEAMS_JS,
            integrity=INTEGRITY,
            base=TAB,
            signing_on="yes" if signing_on else "",
            stranger=escape(say.STRANGER.say(locale)),
            not_done=escape(say.NOT_DONE.say(locale)),
            content=self.content(still(home, self._in_the_chat), home),
        )

    def mine(self, home: Reply, said: Reply | None = None) -> str:
        """What somebody who is signed on sees, below what was ``said`` to what they pressed."""
        return self.content(still(home, self._pressed_here, settings=True), home, said)

    def content(self, shown: Reply, home: Reply, said: Reply | None = None) -> str:
        """The way into the chat, what was said, and the page's parts."""
        answer = self._answer(said) if said else ""
        return f'<div lang="{shown.language}">{self._top(home)}{answer}{drawn(shown)}</div>'

    def _top(self, home: Reply) -> str:
        language = home.language
        boxes = [part.label for part in home.parts if isinstance(part, AskBox)]
        chat = link(self._chat(""), say.CHAT.say(language), "button ask")
        asked = "".join(element("p", label) for label in boxes)
        return (
            f"<header>{element('h1', say.TITLE.say(language))}"
            f"{element('p', say.TAGLINE.say(language), 'note')}</header>"
            f'<div class="way">{asked}{chat}</div>'
        )

    def _answer(self, said: Reply) -> str:
        label = escape(say.REPLY.say(said.language))
        shown = drawn(still(said, self._pressed_here))
        return (
            f'<section class="said" lang="{said.language}" aria-label="{label}" tabindex="-1">'
            f"{shown}</section>"
        )

    def _in_the_chat(self, action: Pressable) -> Action | None:
        """A question or a command as a link to the chat, where it is filled in."""
        if isinstance(action, AddToCalendar):
            return action  # drawn as a link to a file
        press = action.press
        if press.intent not in {Intent.ASK, Intent.COMMAND}:
            return None
        return OpenLink(action.label, self._chat(press.text))

    def _pressed_here(self, action: Pressable) -> Action | None:
        return action if action.press.intent in HERE else self._in_the_chat(action)

    def _chat(self, text: str) -> str:
        query = {"users": f"{BOT}{self._client_id}", **({"message": text} if text else {})}
        return f"{_CHAT}?{urlencode(query)}"
