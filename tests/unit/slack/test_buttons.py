import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reply import (
    AddToCalendar,
    Ask,
    Choose,
    Forward,
    Intent,
    Language,
    More,
    OpenLink,
    Others,
    Press,
    Pressable,
    Remind,
    Respond,
    Right,
    StopReminding,
    Take,
    Wrong,
)
from bot.slack.buttons import LONGEST_VALUE, action_id, only_opens, read, value

LONG_IDS = tuple(f"an-entry-with-a-long-name-{n}" for n in range(10))


def carried(action: Pressable, language: Language = Language.DANISH) -> str:
    return value(action.press, language)


def pressed(action: Pressable, language: Language = Language.DANISH) -> Press | None:
    found = read(action_id(action, 3), carried(action, language))
    assert found is None or found.language is language
    return found.press if found else None


def test_a_choice_comes_back() -> None:
    assert pressed(Choose("Centret", "the-centre")) == Press(Intent.CHOICE, "the-centre")


@given(st.text(min_size=1, max_size=1900))
def test_a_question_comes_back_as_it_was(text: str) -> None:
    assert pressed(Ask("Spørg", text), Language.ENGLISH) == Press(Intent.ASK, text=text)


@pytest.mark.parametrize(
    ("action", "intent", "entry"),
    [
        (Remind("Påmind mig", "summer-day"), Intent.REMIND, "summer-day"),
        (StopReminding("Stop", "summer-day"), Intent.STOP_REMINDING, "summer-day"),
        (StopReminding("Stop alle"), Intent.STOP_REMINDING, ""),
    ],
)
def test_a_wish_about_reminders_comes_back(action: Pressable, intent: Intent, entry: str) -> None:
    assert pressed(action) == Press(intent, entry)


@pytest.mark.parametrize(
    "action",
    [
        Others("Andre", ("a-1", "b-2")),
        More("Flere", "i oktober", 2),
        AddToCalendar("Kalender", "summer-day"),
        Right("Ja", ("a-1",)),
        Wrong("Nej", ("a-1", "b-2"), 'hvad med "det" \\ her?\n😀'),
        Forward("Send videre", "hvem ved det?", "law"),
        Take("Jeg tager den", "k3j9x0"),
        Respond("Svar", "k3j9x0"),
    ],
    ids=lambda action: type(action).__name__,
)
def test_whatever_can_be_pressed_comes_back(action: Pressable) -> None:
    assert pressed(action) == action.press


@given(st.text(max_size=6000))
def test_a_long_text_is_cut_and_the_rest_comes_back(text: str) -> None:
    action = Wrong("Nej", LONG_IDS, text)
    assert len(carried(action)) <= LONGEST_VALUE
    found = pressed(action)
    assert found is not None
    assert found.entries == LONG_IDS
    assert text.startswith(found.text)
    assert found.text == text or len(carried(action)) > LONGEST_VALUE - 20


def test_buttons_of_messages_that_are_there_already_can_still_be_read() -> None:
    assert read("choose-0", "da:the-centre") is not None
    assert read("ask-1", "en:who else?") is not None
    remind, stop = Remind("Påmind mig", "summer-day"), StopReminding("Stop alle")
    assert (action_id(remind, 2), carried(remind)) == ("remind-2", "da:summer-day")
    assert (action_id(stop, 3), carried(stop, Language.ENGLISH)) == ("stop-3", "en:")


def test_a_value_fits() -> None:
    assert len(carried(Ask("Spørg", "x" * 5000))) == 2000


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
        ("choose", "da:a"),
        ("others-0", "da:a"),
        ("others-0", "da:[]"),
        ("others-0", 'da:{"n":["Not a slug"]}'),
        ("others-0", 'da:{"n":"a"}'),
        ("events-0", 'da:{"p":-1}'),
        ("events-0", 'da:{"p":1e99}'),
        ("respond-0", 'da:{"e":"../etc"}'),
        ("respond-0", "da:" + "[" * 1900),
    ],
)
def test_what_is_none_of_ours_is_not_read(pressed_id: str, carried: str) -> None:
    assert read(pressed_id, carried) is None
