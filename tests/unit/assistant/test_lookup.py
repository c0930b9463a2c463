"""A base's references, from both sides."""

from bot.assistant.subjects import contacts, families, houses, names, titles
from tests.unit.assistant.base import LOOKUP


def test_every_entry_is_found_by_its_id() -> None:
    assert all(LOOKUP.entries[entry.id] is entry for entry in LOOKUP.knowledge.entries())


def test_the_entrance_is_the_one_that_is_marked() -> None:
    assert LOOKUP.entrance.id == "front-desk"


def test_a_role_without_people_is_answered_by_the_first_that_names_some() -> None:
    assert LOOKUP.answering(LOOKUP.roles["legal"]).id == "front-desk"
    assert LOOKUP.answering(LOOKUP.roles["front-desk"]).id == "front-desk"


def test_what_a_person_does_is_found() -> None:
    anna = LOOKUP.people["anna-hansen"]
    assert [role.id for role in LOOKUP.roles_of(anna)] == ["front-desk"]
    assert [doing.id for doing in LOOKUP.doings_of(anna)] == ["scan", "gathering"]
    assert LOOKUP.doings_of(LOOKUP.people["bo-berg"]) == []


def test_no_organisation_is_none() -> None:
    assert LOOKUP.organisation(None) is None


def test_people_and_roles_are_contacts() -> None:
    found = {"anna-hansen", "bo-berg", "front-desk", "legal", "deputy"}
    assert contacts(LOOKUP) == found


def test_people_are_known_by_name_and_the_rest_by_title() -> None:
    assert names(LOOKUP) == {"anna-hansen": ("Anna Hansen",), "bo-berg": ("Bo Berg",)}
    called = titles(LOOKUP)
    assert called["advice"] == ("Sparring", "Advice")
    assert called["rain"] == ("Netværket", "The network", "RAIN", "Regional AI")
    assert "anna-hansen" not in called


def test_a_family_ends_below_its_organisation() -> None:
    assert families(LOOKUP)["unit"] == "unit"
    assert set(families(LOOKUP)) == set(LOOKUP.entries)


def test_services_belong_to_the_house_that_offers_them() -> None:
    assert houses(LOOKUP).of["advice"] == "unit"
