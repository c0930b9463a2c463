"""Where the bot's token may be sent."""

from urllib.parse import urlsplit

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from yarl import URL

from bot.teams.services import HOSTS, LOOPBACK, Services

GOOD = "smba.trafficmanager.net"
TEAMS, PLAYGROUND = Services(), Services(playground=True)


@pytest.mark.parametrize("host", sorted(HOSTS))
@pytest.mark.parametrize(
    "rest", ["", "/", "/teams", "/emea/", ":443/teams/", "/emea/aaaa-bbbb_c.d~e/"]
)
def test_teams_own_are_known(host: str, rest: str) -> None:
    assert TEAMS.known(f"https://{host}{rest}")
    assert TEAMS.known(f"HTTPS://{host.upper()}{rest}")
    assert not PLAYGROUND.known(f"https://{host}{rest}")


@pytest.mark.parametrize(
    "url",
    [
        "",
        "https://",
        GOOD,
        f"//{GOOD}/",
        f"http://{GOOD}/",
        f"ftp://{GOOD}/",
        f"file://{GOOD}/",
        f"https:{GOOD}/",
        f"https:/{GOOD}/",
        f"https:///{GOOD}/",
        f"https://{GOOD}@evil.example/",
        f"https://{GOOD}:443@evil.example/",
        f"https://evil.example@{GOOD}/",
        f"https://a:b@{GOOD}/",
        f"https://{GOOD}.evil.example/",
        f"https://{GOOD}./",
        f"https://.{GOOD}/",
        f"https://evil.{GOOD}/",
        f"https://evil-{GOOD}/",
        "https://evil.trafficmanager.net/",
        "https://trafficmanager.net/",
        "https://teams.microsoft.com/",
        f"https://evil.example/{GOOD}",
        f"https://evil.example\\@{GOOD}/",
        f"https://{GOOD}\\.evil.example/",
        f"https://{GOOD}\\@evil.example/",
        f"https:\\\\{GOOD}/",
        f"https://{GOOD}%2f.evil.example/",
        f"https://{GOOD}%2eevil.example/",
        f"https://{GOOD}%00.evil.example/",
        f"https://{GOOD}\x00.evil.example/",
        f"https://{GOOD}/%2e%2e/",
        f"https://{GOOD}/../",
        f"https://{GOOD}/emea/..",
        f"https://{GOOD}/./",
        f"https://{GOOD}//evil.example/",
        f"https://{GOOD}/?x=",
        f"https://{GOOD}?x=",
        f"https://{GOOD}/#x",
        f"https://{GOOD}#@evil.example/",
        f"https://{GOOD}:444/",
        f"https://{GOOD}:80/",
        f"https://{GOOD}:/",
        f"https://{GOOD}:0443/",
        f"https://{GOOD}:443.evil.example/",
        f" https://{GOOD}/",
        f"https://{GOOD}/ ",
        f"https://{GOOD}/\n",
        f"https://{GOOD}\t/",
        f"https://{GOOD}\r\nHost: evil.example",
        f"https://ſmba{GOOD[4:]}/",
        f"https://ѕmba{GOOD[4:]}/",  # a Cyrillic s
        f"https://smba{GOOD[4:].replace('.', '。')}/",
        f"https://{GOOD}/\N{KELVIN SIGN}/",  # in small letters it is an ordinary k
        "https://ſmba.infra.gcc.teams.microsoft.com/",
        f"https://{GOOD}／evil/",
        f"https://[{GOOD}]/",
        "https://[::1]/",
        f"https://{GOOD}/{'a' * 300}",
    ],
)
def test_tricks_are_not(url: str) -> None:
    assert not TEAMS.known(url)
    assert not PLAYGROUND.known(url)


@pytest.mark.parametrize(
    "url",
    [
        *(f"http://{host}{rest}" for host in LOOPBACK for rest in ("", ":56150", ":1/_connector/")),
        "http://LOCALHOST:56150/",
    ],
)
def test_in_a_playground_it_is_this_machine(url: str) -> None:
    assert PLAYGROUND.known(url)
    assert not TEAMS.known(url)


@pytest.mark.parametrize(
    "url",
    [
        *("http://0.0.0.0:1/", "http://127.0.0.1.evil.example/", "http://localhost@evil.example/"),
        *("http://192.168.0.1/", "http://localhost:1@evil.example", "http://[::1]evil.example/"),
        *("http://[::ffff:7f00:1]/", "http://2130706433/", "http://localhost:/", "http://::1/"),
        *("http://localhost.evil.example/", "http://evil.localhost/", "http://localhost:123456/"),
        *("http://127.0.0.1\\@evil.example", "http://[::1]:x/", "http://localhost#@evil.example"),
    ],
)
def test_in_a_playground_tricks_are_none_either(url: str) -> None:
    assert not PLAYGROUND.known(url)


PIECES = st.sampled_from(
    [
        *sorted(HOSTS | LOOPBACK),
        *("https://", "http://", "HTTPS://", "evil.example", "trafficmanager.net", "@", ":", "/"),
        *("\\", "?", "#", "%2f", "%40", "..", ".", "443", "8080", " ", "\t", "\n", "\x00", "。"),
        *("xn--", "ſ", "K", "[", "]", "teams", ";", "&", "//"),
    ]
)


@given(st.lists(PIECES, max_size=9).map("".join) | st.text(max_size=40))
def test_whatever_is_known_leads_every_program_to_teams(url: str) -> None:
    for services, hosts in ((TEAMS, HOSTS), (PLAYGROUND, LOOPBACK)):
        if services.known(url):
            seen = {
                urlsplit(url).hostname,
                URL(url).host,
                # What the SDK sends with, to a path below.
                httpx.URL(f"{url.rstrip('/')}/v3/conversations").host,
            }
            assert seen <= {host.strip("[]") for host in hosts}


@given(st.lists(PIECES, max_size=6).map("".join))
def test_nothing_can_be_put_behind_a_known_host(tail: str) -> None:
    if TEAMS.known(f"https://{GOOD}{tail}"):
        assert URL(f"https://{GOOD}{tail}").host == GOOD
        assert not {"@", "\\", "?", "#", "%"} & {*tail}
