"""The pages that people see in the browser when they install the bot."""

from collections.abc import Mapping, Sequence
from html import escape
from urllib.parse import urlencode

from bot.reply import Language
from bot.wording.phrase import Phrase
from bot.wording.slack_install import (
    DECLINED,
    INSTALL_FAILED,
    INSTALLED,
    INSTALLED_TITLE,
    NOT_INSTALLED_TITLE,
    ONE_WORKSPACE,
    OPEN_SLACK,
    OUT_OF_DATE,
    TRY_AGAIN,
    YOUR_WORKSPACE,
)

_APP = "https://slack.com/app_redirect"
_WHY = {
    "access_denied": DECLINED,
    "invalid_browser": OUT_OF_DATE,
    "invalid_code": OUT_OF_DATE,
    "invalid_state": OUT_OF_DATE,
    "missing_code": OUT_OF_DATE,
    "storage_error": ONE_WORKSPACE,
}
"""Why it may fail, as Slack's library calls it."""
_PAGE = """<!doctype html>
<html lang="{language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{title}</title>
<body style="font-family: sans-serif; max-width: 36rem; margin: 4rem auto; padding: 0 1rem">
<h1>{title}</h1><p>{text}</p><p><a href="{link}">{label}</a></p></body></html>"""


def language(headers: Mapping[str, Sequence[str]]) -> Language:
    """What the browser prefers of our two; the headers' names are in small letters."""
    preferred = "".join(headers.get("accept-language", ())).strip().lower()
    return Language.DANISH if preferred.startswith("da") else Language.ENGLISH


def known(reason: str) -> str:
    """The reason where it is one that can be told, else nothing."""
    return reason if reason in _WHY else ""


def installed(spoken: Language, workspace: str, app: str, team: str) -> str:
    """The page at the end of a good installation."""
    text = INSTALLED.say(spoken, workspace=workspace or YOUR_WORKSPACE.say(spoken))
    link = f"{_APP}?{urlencode({'app': app, 'team': team})}"
    return _drawn(spoken, INSTALLED_TITLE, text, link, OPEN_SLACK)


def not_installed(spoken: Language, reason: str, again: str) -> str:
    """The page at the end of one that failed; ``again`` is where to begin anew."""
    text = _WHY.get(reason, INSTALL_FAILED).say(spoken)
    return _drawn(spoken, NOT_INSTALLED_TITLE, text, again, TRY_AGAIN)


def _drawn(spoken: Language, title: Phrase, text: str, link: str, label: Phrase) -> str:
    return _PAGE.format(
        language=spoken.value,
        title=escape(title.say(spoken)),
        text=escape(text),
        link=escape(link),
        label=escape(label.say(spoken)),
    )
