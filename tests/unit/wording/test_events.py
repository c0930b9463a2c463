from string import Formatter

import pytest

from bot.wording import events
from bot.wording.phrase import Phrase

PHRASES = {name: value for name, value in vars(events).items() if isinstance(value, Phrase)}


@pytest.mark.parametrize("name", sorted(PHRASES))
def test_both_languages_ask_for_the_same_values(name: str) -> None:
    danish, english = (
        {field for _, field, _, _ in Formatter().parse(text) if field}
        for text in (PHRASES[name].da, PHRASES[name].en)
    )
    assert danish == english
