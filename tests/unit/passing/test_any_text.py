"""Whatever anybody types: there is a reply, and no number of a person is kept or sent."""

import asyncio

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.passing.checking import LONGEST, wrong_with_answer, wrong_with_question
from bot.privacy.clinical import asks_clinical_advice
from bot.privacy.cpr import holds_cpr
from bot.reply import Forward, Language, Respond
from tests.unit.passing.base import ANNA, BO, Company, forward

PIECES = st.sampled_from(
    [
        "010190-1234",
        "0101901234",
        "\x00",
        "\u200b",
        "Hvem ved det?",
        "har jeg kræft?",
        "\n",
        "<!here>",
    ]
)
TEXTS = st.text(st.characters(exclude_categories=[]), max_size=40) | st.lists(
    PIECES | st.text(max_size=5), max_size=8
).map("".join)


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_what_is_kept_holds_no_number_whatever_was_typed(question: str, answer: str) -> None:
    async def through() -> None:
        company = Company()
        reply = await company.asks(question)
        if offered := forward(reply):
            assert not holds_cpr(offered.text)
        form = (await company.presses(offered or Forward("Send", question))).form
        await company.fills_in(form, ANNA, {"text": question, "area": "legal"})
        sent = list(company.passed.kept.values())
        assert bool(sent) == (not wrong_with_question(question, Language.DANISH))
        for passed in sent:
            assert not holds_cpr(passed.text)
            assert not asks_clinical_advice(passed.text)
            assert 0 < len(passed.text) <= LONGEST
            opened = await company.presses(Respond("Svar", passed.id), BO, **company.at_owners())
            await company.fills_in(opened.form, BO, {"answer": answer}, **company.at_owners())
            answered = company.passed.kept[passed.id].answer
            assert bool(answered) == (not wrong_with_answer(answer, Language.DANISH))
            assert not holds_cpr(answered)

    asyncio.run(through())
