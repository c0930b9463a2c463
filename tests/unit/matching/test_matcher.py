from concurrent.futures import ThreadPoolExecutor
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.matching.decision import WRONG_FACT, WRONG_PERSON, Verdict
from bot.matching.houses import Houses
from bot.matching.index import ELSEWHERE, Index
from bot.matching.matcher import MOST_CHOICES, Match, Matcher
from bot.matching.subjects import NOTHING_KNOWN, Subjects
from bot.matching.whom import MOST_PEOPLE, NAMED
from tests.unit.matching import base

PEOPLE = {
    "mette": ("Mette Skovgaard",),
    "anne-w": ("Anne Wolff",),
    "anne-k": ("Anne Kirkeby",),
    "kim": ("Kim Thygesen",),
}
SUBJECTS = Subjects(
    families={"compute": "machines", "storage": "machines"},
    people=PEOPLE,
    contacts=("law",),
    houses=Houses({"course": "centre", "meeting": "network"}),
    titles={"course": ["Klinikerkurset"]},
)
QUESTIONS = (
    "adgang til GPU",
    "databehandleraftle",
    "hvem er Anne",
    "Mette Skovgaard",
    "hej",
    "hvem er direktør for radiologi",
    "er du en robot",
    "opskrift på pandekager",
    "hvem er Anne Hegelund",
)


@pytest.fixture(scope="module")
def matcher(index: Index) -> Matcher:
    return Matcher(index, SUBJECTS)


def labels(match: Match) -> list[str]:
    return [candidate.label for candidate in match.decision.candidates]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("adgang til GPU", "compute"),
        ("regnekraft til træning af modeller", "compute"),
        ("jura og GDPR", "law"),
        ("research ethics committee", "ethics"),
        ("videnskabsetisk komite", "ethics"),
    ],
)
def test_the_words_of_an_entry_lead_to_it(matcher: Matcher, text: str, label: str) -> None:
    match = matcher.match(text)
    assert match.decision.verdict in {Verdict.ANSWER, Verdict.CHOOSE}
    assert labels(match)[0] == label
    assert match.evidence[0][0] == label
    assert not match.beyond
    assert not match.talk


@pytest.mark.parametrize(
    "text", ["opskrift på pandekager", "will it rain on sunday", "xqzvwk blorfnag"]
)
def test_what_is_about_nothing_of_ours_is_unknown(matcher: Matcher, text: str) -> None:
    match = matcher.match(text)
    assert match.decision.verdict is Verdict.UNKNOWN
    assert labels(match) == []


@pytest.mark.parametrize("text", ["Mette Skovgaard", "hvem er mette skovgard?"])
def test_a_person_named_in_full(matcher: Matcher, text: str) -> None:
    match = matcher.match(text)
    assert match.decision.verdict is Verdict.ANSWER
    assert match.decision.candidates[0].label == "mette"
    assert match.decision.candidates[0].confidence == NAMED


def test_a_first_name_alone_is_less_sure(matcher: Matcher) -> None:
    full, alone = matcher.match("hvem er Mette Skovgaard"), matcher.match("hvem er Mette")
    assert labels(alone) == labels(full) == ["mette"]
    assert alone.decision.candidates[0].confidence < full.decision.candidates[0].confidence


def test_a_name_that_fits_two_is_a_choice(matcher: Matcher) -> None:
    match = matcher.match("hvem er Anne?")
    assert match.decision.verdict is Verdict.CHOOSE
    assert set(labels(match)) == {"anne-w", "anne-k"}
    assert sum(one.confidence for one in match.decision.candidates) == pytest.approx(1.0)


def test_a_choice_of_people_is_a_short_one(index: Index) -> None:
    many = {f"anne-{letter}": [f"Anne {letter * 6}"] for letter in "qwxzvkh"}
    match = Matcher(index, Subjects(people=many)).match("hvem er Anne?")
    assert match.decision.verdict is Verdict.CHOOSE
    assert len(labels(match)) == MOST_PEOPLE


def test_two_people_in_full_are_both_the_answer(matcher: Matcher) -> None:
    match = matcher.match("Anne Wolff og Kim Thygesen")
    assert match.decision.verdict is Verdict.ANSWER
    assert set(labels(match)) == {"anne-w", "kim"}


def test_a_person_comes_before_the_topic(matcher: Matcher) -> None:
    match = matcher.match("Mette Skovgaard databehandleraftale og GDPR")
    assert match.decision.verdict is Verdict.ANSWER
    assert labels(match)[0] == "mette"
    assert match.evidence[0][0] == "law"
    assert "skovgaard" not in {word.text for word in match.reading.words}


def test_a_stranger_is_nobody_here(matcher: Matcher) -> None:
    match = matcher.match("hvem er Anne Hegelund?")
    assert match.named.stranger
    assert match.decision.verdict is Verdict.UNKNOWN


def test_an_office_nobody_speaks_of_is_unknown(matcher: Matcher) -> None:
    match = matcher.match("hvem er direktør for radiologi")
    assert match.beyond
    assert match.decision.verdict is Verdict.UNKNOWN
    assert not matcher.match("hvem ved noget om radiologi").beyond


def test_a_person_in_an_office_is_still_that_person(matcher: Matcher) -> None:
    match = matcher.match("hvem er direktør Mette Skovgaard")
    assert labels(match)[0] == "mette"
    assert match.decision.verdict is Verdict.ANSWER


@pytest.mark.parametrize(
    ("text", "kind"), [("hej", "greeting"), ("Hej!", "greeting"), ("mange tak", "thanks")]
)
def test_small_talk(matcher: Matcher, text: str, kind: str) -> None:
    match = matcher.match(text)
    assert match.talk == kind
    assert match.decision.verdict is Verdict.UNKNOWN


def test_a_greeting_before_a_question_is_not_small_talk(matcher: Matcher) -> None:
    match = matcher.match("Hej, hvem har adgang til GPU og regnekraft? Tak")
    assert not match.talk
    assert labels(match)[0] == "compute"


@pytest.mark.parametrize("text", ["er du en robot?", "Hi, are you a human?"])
def test_about_the_bot(matcher: Matcher, text: str) -> None:
    match = matcher.match(text)
    assert match.talk == "who-are-you"
    assert match.beyond
    assert match.decision.verdict is Verdict.UNKNOWN


def eagerness(matcher: Matcher) -> list[int]:
    """How far the verdicts go, from unknown to an answer, over clear and doubtful questions."""
    eager = {Verdict.UNKNOWN: 0, Verdict.CHOOSE: 1, Verdict.ANSWER: 2}
    doubts = ("{}", "{} xqzvwk", "{} i Aalborg", "{} eller noget andet til min film")
    every = [text for texts in base.PHRASES.values() for text in texts]
    texts = [doubt.format(text) for doubt in doubts for text in every]
    return [eager[matcher.match(text).decision.verdict] for text in texts]


def test_a_contact_needs_more_certainty(index: Index) -> None:
    every = tuple(base.PHRASES)
    # What naming people tells of the chances is the same; what a mistake costs is not.
    contacts = eagerness(Matcher(index, Subjects(contacts=every)))
    entrances = eagerness(Matcher(index, Subjects(contacts=every, general=every)))
    assert all(contact <= entrance for contact, entrance in zip(contacts, entrances, strict=True))
    assert contacts != entrances


def test_a_contact_whose_rival_names_the_same_people_needs_less_certainty(index: Index) -> None:
    every = tuple(base.PHRASES)
    shown = {label: frozenset({"mette"}) for label in every}
    apart = {label: frozenset({label}) for label in every}
    akin, alone = (Matcher(index, Subjects(contacts=every, shown=one)) for one in (shown, apart))
    kin, strangers = (one.match("regnekraft og kage").decision for one in (akin, alone))
    first, among = kin.candidates[0].confidence, kin.costs[Verdict.UNKNOWN]  # silence costs that
    assert first < among < 1
    expected = WRONG_FACT * (among - first) + WRONG_PERSON * (1 - among)
    assert kin.costs[Verdict.ANSWER] == pytest.approx(expected)
    alone_first = strangers.candidates[0].confidence
    assert strangers.costs[Verdict.ANSWER] == pytest.approx(WRONG_PERSON * (1 - alone_first))


def scores(match: Match) -> dict[str, float]:
    return {one.label: one.score for one in match.reading.ranked}


def test_a_house_named_by_its_title_holds_the_others_back(index: Index) -> None:
    houses = Houses({"course": "law", "meeting": "ethics"})
    subjects = Subjects(houses=houses, titles={"law": ["Jurahuset"]})
    text = "Jurahuset netværksmøde"
    plain, housed = (
        scores(matcher.match(text)) for matcher in (Matcher(index), Matcher(index, subjects))
    )
    held_back = {label for label in plain if housed[label] < plain[label]}
    assert held_back == plain.keys() - {"law", "course", *base.TALK}
    assert {label for label in plain if housed[label] > plain[label]} == set()


def test_who_speaks_of_the_named_house_is_not_held_back(index: Index) -> None:
    # "Radiologi" is among the words of one label that no house offers, and of no other.
    subjects = Subjects(houses=Houses({"course": "law"}), titles={"law": ["Radiologi"]})
    plain, housed = (
        scores(matcher.match("radiologi kursus"))
        for matcher in (Matcher(index), Matcher(index, subjects))
    )
    held_back = {label for label in plain if housed[label] < plain[label]}
    assert held_back == plain.keys() - {"law", "course", "xray", *base.TALK}


def test_what_kind_of_thing_a_label_is_is_evidence(index: Index) -> None:
    subjects = Subjects(contacts=("law",), happenings=("meeting",))
    told = {
        label: (found.contact, found.happening)
        for text in ("jura og GDPR", "netværksmøde for klinisk AI")
        for label, found in Matcher(index, subjects).match(text).evidence
    }
    assert told["law"] == (1.0, 0.0)
    assert told["meeting"] == (0.0, 1.0)
    assert {of for label, of in told.items() if label not in {"law", "meeting"}} <= {(0.0, 0.0)}


def test_a_second_opinion_adds_to_the_evidence(index: Index) -> None:
    plain, seconded = Matcher(index), Matcher(index, second=base.second())
    for text in ("adgang til GPU", "juridisk rådgivning om jura"):
        before, after = plain.match(text), seconded.match(text)
        assert labels(after)[:1] == labels(before)[:1]
        assert before.evidence[0][1].agrees == 0.0
        assert after.evidence[0][1].agrees == 1.0
        assert after.evidence[0][1].opinion_lead > 0.0


def test_a_label_called_by_its_name_comes_first_but_no_body_nor_what_others_are_part_of(
    index: Index,
) -> None:
    titles, own = {"storage": ["Skuffen"]}, ("storage",)
    every = (
        Subjects(titles=titles),
        Subjects(titles=titles, bodies=own),
        Subjects(titles=titles, above=own),
    )
    matches = [Matcher(index, one).match("adgang til GPU i Skuffen") for one in every]
    assert {match.called for match in matches} == {frozenset(own)}
    places = [[one.label for one in match.reading.ranked].index("storage") for match in matches]
    assert places[0] < min(places[1:])


def test_a_first_name_of_two_gives_way_to_what_is_surely_asked_beside_it(index: Index) -> None:
    nobody = Matcher(index, Subjects(people=PEOPLE)).match("Anne, hvor er der adgang til GPU")
    assert labels(nobody) == ["compute"]
    shown = {"compute": frozenset({"anne-k", "kim"})}
    hers = Matcher(index, Subjects(people=PEOPLE, shown=shown)).match("Anne adgang til GPU")
    assert labels(hers) == ["anne-k", "compute"]


def test_no_second_opinion_is_asked_of_a_text_without_words(index: Index) -> None:
    match = Matcher(index, second=base.second()).match("?!")
    assert all(found.opinion == 0.0 for _, found in match.evidence)


@pytest.fixture(scope="module", params=[False, True], ids=["alone", "seconded"])
def either(index: Index, request: pytest.FixtureRequest) -> Matcher:
    return Matcher(index, SUBJECTS, base.second() if request.param else None)


@given(text=st.text(max_size=200))
@settings(deadline=None, max_examples=60)
def test_any_text_is_matched(either: Matcher, text: str) -> None:
    match = either.match(text)
    known = {*base.PHRASES, *PEOPLE}
    assert set(labels(match)) <= known
    assert len(labels(match)) == len(set(labels(match))) <= max(MOST_CHOICES, MOST_PEOPLE)
    assert bool(labels(match)) == (match.decision.verdict is not Verdict.UNKNOWN)
    assert all(0.0 <= one.confidence <= 1.0 for one in match.decision.candidates)
    assert not any(label.startswith("~") for label, _ in match.evidence)
    assert ELSEWHERE not in labels(match)


@pytest.mark.parametrize("piece", ["a", "hvem ved noget om GPU? ", "\n", "😀", "Anne ", "?"])
def test_a_very_long_text_takes_little_time(matcher: Matcher, piece: str) -> None:
    start = perf_counter()
    matcher.match(piece * (100_000 // len(piece)))
    assert perf_counter() - start < 2.0


def test_matching_from_several_threads_gives_the_same(index: Index) -> None:
    alone = [Matcher(index, SUBJECTS).match(text) for text in QUESTIONS]
    fresh = Matcher(Index.fit(base.phrases(), base.ELSEWHERE), SUBJECTS)
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(fresh.match, QUESTIONS * 10))
    assert together == alone * 10


def test_a_matcher_that_knows_of_nothing_but_words(index: Index) -> None:
    match = Matcher(index, NOTHING_KNOWN).match("adgang til GPU")
    assert labels(match)[0] == "compute"
    assert match.named.people == ()


def test_a_kept_index_matches_the_same(index: Index) -> None:
    kept = Matcher(Index.load(index.dump()), SUBJECTS)
    for text in QUESTIONS:
        before, after = Matcher(index, SUBJECTS).match(text), kept.match(text)
        assert after.decision.verdict is before.decision.verdict
        assert labels(after) == labels(before)
        assert after.talk == before.talk


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("hvem er Kim", Verdict.ANSWER),
        ("Kim fra garderobeskabene", Verdict.UNKNOWN),
        ("Kim Thygesen fra garderobeskabene", Verdict.ANSWER),
    ],
)
def test_a_first_name_with_words_that_nobody_here_has_is_somebody_elses(
    matcher: Matcher, text: str, verdict: Verdict
) -> None:
    assert matcher.match(text).decision.verdict is verdict
