"""Replies of a few sentences, and forms that have to be filled in again."""

from dataclasses import replace

from bot.privacy.cpr import masked
from bot.reply import Form, Heading, Language, Outcome, Paragraph, Part, Reply, TextField
from bot.wording.phrase import Phrase


def told(
    outcome: Outcome, language: Language, title: Phrase, *sentences: str, private: bool = True
) -> Reply:
    """A title and what there is to say, for the asker alone unless it is not ``private``."""
    parts: tuple[Part, ...] = (Heading(title.say(language)), *map(Paragraph, sentences))
    return Reply(outcome, language, parts, confidence=1.0, private=private)


def again(reply: Reply, why: str, text: str) -> Reply:
    """A reply's form once more, with what was typed, and first of all why.

    CPR numbers are not given back.
    """
    return replace(
        reply,
        parts=(Paragraph(why), *reply.parts),
        form=_filled(reply.form, masked(text)) if reply.form else None,
    )


def _filled(form: Form, text: str) -> Form:
    fields = (
        replace(one, value=text) if isinstance(one, TextField) else one for one in form.fields
    )
    return replace(form, fields=tuple(fields))
