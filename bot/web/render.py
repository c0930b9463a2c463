"""A reply, what was asked, and why there is no reply: the turns of the chat page."""

from bot.adapting.html.markup import element
from bot.adapting.html.parts import drawn
from bot.reply import Language, Reply
from bot.wording.web import PAGE, SPEAKER


def article(reply: Reply) -> str:
    """The whole reply as one article in its own language; the small print comes last."""
    speaker = element("p", SPEAKER.say(reply.language), "speaker")
    return (
        f'<article class="turn reply" lang="{reply.language}" data-outcome="{reply.outcome}">'
        f"{speaker}{drawn(reply)}</article>"
    )


def asked(text: str, language: Language) -> str:
    """What the visitor asked, as they wrote it."""
    speaker = element("p", PAGE["you"].say(language), "speaker unseen")
    return f'<article class="turn asked">{speaker}{element("p", text)}</article>'


def problem(sentence: str, language: Language) -> str:
    """Why there is no reply."""
    title = element("p", PAGE["problem"].say(language), "speaker")
    return (
        f'<article class="turn reply problem" lang="{language}">'
        f"{title}{element('p', sentence)}</article>"
    )
