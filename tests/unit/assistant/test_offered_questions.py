"""Every question that the bot itself offers has an answer."""

from collections.abc import Callable

import pytest

from bot.reply import Ask, Language, Outcome, Reply
from bot.wording import assistant, web
from bot.wording.phrase import Phrase

STARTERS = [phrase for name, phrase in web.PAGE.items() if name.startswith("starter_")]
OFFERED = [*STARTERS, assistant.ALL_UPCOMING_QUESTION]


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("phrase", OFFERED, ids=lambda phrase: phrase.en)
def test_it_is_answered_in_its_language(
    ask: Callable[[str], Reply], phrase: Phrase, language: Language
) -> None:
    reply = ask(phrase.say(language))
    assert reply.outcome in {Outcome.ANSWER, Outcome.HELP}
    assert reply.language is language


@pytest.mark.parametrize("language", list(Language))
def test_what_the_help_offers_to_ask_is_answered(
    ask: Callable[[str], Reply], language: Language
) -> None:
    offered = ask({"da": "hjælp", "en": "help"}[language]).actions
    assert len(offered) == 4
    for action in offered:
        assert isinstance(action, Ask)
        reply = ask(action.text)
        assert (reply.outcome, reply.language) == (Outcome.ANSWER, language)


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("Fortæl om CAI-X", "cai-x"),
        ("what is MAS-AI?", "mas-ai"),
        ("hvad er RAIN for noget", "rain"),
        ("PEACE", "peace"),
    ],
)
def test_a_thing_asked_for_by_its_name_alone_is_that_thing(
    ask: Callable[[str], Reply], text: str, entry: str
) -> None:
    reply = ask(text)
    assert (reply.outcome, [one.id for one in reply.entries]) == (Outcome.ANSWER, [entry])
