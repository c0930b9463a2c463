import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reply import Ask, Choose, Intent, Language, OpenLink, Remind, StopReminding
from bot.slack.buttons import Press, Pressable, action_id, only_opens, read, value


def test_a_choice_comes_back() -> None:
    action = Choose("Centret", "the-centre")
    pressed = read(action_id(action, 3), value(action, Language.DANISH))
    assert pressed == Press(Language.DANISH, Intent.CHOICE, entry="the-centre")


@given(st.text(min_size=1, max_size=1900))
def test_a_question_comes_back_as_it_was(text: str) -> None:
    action = Ask("Spørg", text)
    pressed = read(action_id(action, 0), value(action, Language.ENGLISH))
    assert pressed == Press(Language.ENGLISH, Intent.ASK, text=text)


@pytest.mark.parametrize(
    ("action", "intent", "entry"),
    [
        (Remind("Påmind mig", "summer-day"), Intent.REMIND, "summer-day"),
        (StopReminding("Stop", "summer-day"), Intent.STOP_REMINDING, "summer-day"),
        (StopReminding("Stop alle"), Intent.STOP_REMINDING, ""),
    ],
)
def test_a_wish_about_reminders_comes_back(action: Pressable, intent: Intent, entry: str) -> None:
    pressed = read(action_id(action, 24), value(action, Language.DANISH))
    assert pressed == Press(Language.DANISH, intent, entry=entry)


def test_what_a_wish_about_reminders_carries() -> None:
    remind, stop = Remind("Påmind mig", "summer-day"), StopReminding("Stop alle")
    assert (action_id(remind, 2), value(remind, Language.DANISH)) == ("remind-2", "da:summer-day")
    assert (action_id(stop, 3), value(stop, Language.ENGLISH)) == ("stop-3", "en:")


def test_a_value_fits() -> None:
    assert len(value(Ask("Spørg", "x" * 5000), Language.ENGLISH)) == 2000


def test_links_only_open() -> None:
    assert only_opens(action_id(OpenLink("Se", "https://a.dk"), 1))
    assert not only_opens(action_id(Choose("Se", "a"), 1))


@pytest.mark.parametrize(
    ("pressed_id", "carried"),
    [
        ("choose-0", ""),
        ("choose-0", "da:"),
        ("choose-0", "de:a"),
        ("choose-0", "da:Not a slug"),
        ("choose-0", "da:a\n"),
        ("ask-0", "da:"),
        ("remind-0", "da:"),
        ("remind-0", "summer-day"),
        ("remind-0", "da:Summer day"),
        ("stop-0", ""),
        ("stop-0", "fr:"),
        ("stop-0", "da: "),
        ("stop-0", "da:Summer day"),
        ("", "da:a"),
        ("open-0", "da:a"),
        ("whatever", "da:a"),
    ],
)
def test_what_is_none_of_ours_is_not_read(pressed_id: str, carried: str) -> None:
    assert read(pressed_id, carried) is None
