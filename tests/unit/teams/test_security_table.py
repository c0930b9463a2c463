"""The table of docs/teams-security.md is that of the tests."""

from collections.abc import Sequence
from pathlib import Path

from bot.teams import keyring, refusals, services
from bot.teams.refusals import Refusal
from tests.unit.teams.deliveries import ACTIVITIES, BODIES, TAKEN, TOKENS, Delivery, Raw

DOCUMENT = (Path(__file__).resolve().parents[3] / "docs" / "teams-security.md").read_text("utf-8")
BROKEN = "good as far as it goes, but the key server does not answer"


def rows(about: str, found: Sequence[Delivery | Raw]) -> list[str]:
    return [row(about, one.what, one.refusal) for one in found]


def row(about: str, what: str, refusal: Refusal | None) -> str:
    status, reason = (refusal.status, refusal.reason) if refusal else (200, "–")
    return f"| {about} | {what} | {status} | {reason} |"


def table() -> str:
    return "\n".join(
        (
            "| about | what arrives | status | reason |",
            "|---|---|---:|---|",
            *rows("all", TAKEN),
            *rows("token", TOKENS),
            row("token", BROKEN, refusals.NO_KEYS),
            *rows("body", BODIES),
            *rows("activity", ACTIVITIES),
        )
    )


def test_the_table_is_what_is_tested() -> None:
    begin = DOCUMENT.index("| about | what arrives |")
    written, _, _ = DOCUMENT[begin:].partition("\n\n")
    assert written.strip() == table()


def test_every_refusal_is_in_it() -> None:
    told = {found for found in vars(refusals).values() if isinstance(found, Refusal)}
    for refusal in told:
        assert f"| {refusal.status} | {refusal.reason} |" in DOCUMENT


def test_the_addresses_and_times_are_those_in_use() -> None:
    for host in services.HOSTS:
        assert f"`{host}`" in DOCUMENT
    assert (keyring.FRESH, keyring.OLDEST) == (3600, 86_400)
    assert "after an hour" in DOCUMENT
    assert "for a day" in DOCUMENT
