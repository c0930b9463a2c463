"""The package holds what Teams wants of it, and nothing else."""

import io
import json
import struct
import zlib
from zipfile import ZipFile

import pytest

from bot.teams.manifest import App, danish, manifest
from bot.teams.package import package
from tests.unit.teams.app import APP, CLIENT

MADE = package(APP)
SIGNATURE = b"\x89PNG\r\n\x1a\n"
GREY, RGB, RGBA = 0, 2, 6


def files() -> dict[str, bytes]:
    with ZipFile(io.BytesIO(MADE)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def chunks(png: bytes) -> list[tuple[bytes, bytes]]:
    assert png.startswith(SIGNATURE)
    found, at = [], len(SIGNATURE)
    while at < len(png):
        (length,), kind = struct.unpack(">I", png[at : at + 4]), png[at + 4 : at + 8]
        content = png[at + 8 : at + 8 + length]
        assert struct.unpack(">I", png[at + 8 + length : at + 12 + length])[0] == zlib.crc32(
            kind + content
        )
        found.append((kind, content))
        at += 12 + length
    return found


def header(png: bytes) -> tuple[int, int, int, int]:
    """Width, height, bits of each channel, and kind of colour."""
    kind, content = chunks(png)[0]
    assert kind == b"IHDR"
    width, height, bits, colour, *_ = struct.unpack(">IIBBBBB", content)
    return width, height, bits, colour


def pixels(png: bytes, of: int) -> list[tuple[int, ...]]:
    """All pixels of ``of`` bytes each, with the lines' filters undone."""
    width = header(png)[0] * of
    raw = zlib.decompress(b"".join(content for kind, content in chunks(png) if kind == b"IDAT"))
    before, read = bytearray(width), []
    for start in range(0, len(raw), width + 1):
        line = bytearray(raw[start + 1 : start + 1 + width])
        for at in range(width):
            left = line[at - of] if at >= of else 0
            corner = before[at - of] if at >= of else 0
            line[at] = (line[at] + predicted(raw[start], left, before[at], corner)) % 256
        before = line
        read += [tuple(line[at : at + of]) for at in range(0, width, of)]
    return read


def predicted(kind: int, left: int, above: int, corner: int) -> int:
    if kind == 4:
        guess = left + above - corner
        return min((left, above, corner), key=lambda near: abs(guess - near))
    return (0, left, above, (left + above) // 2)[kind]


def test_its_files_lie_at_its_root() -> None:
    assert set(files()) == {"manifest.json", "da.json", "color.png", "outline.png"}
    assert json.loads(files()["manifest.json"]) == manifest(APP)
    assert json.loads(files()["da.json"]) == danish(APP)


def test_all_that_the_manifest_names_is_there() -> None:
    made = manifest(APP)
    named = {*made["icons"].values()}
    named |= {one["file"] for one in made["localizationInfo"]["additionalLanguages"]}
    assert named | {"manifest.json"} == set(files())


def test_danish_letters_are_readable_in_it() -> None:
    assert "påmind" in files()["da.json"].decode()


def test_the_same_app_gives_the_same_bytes() -> None:
    assert package(APP) == MADE
    with ZipFile(io.BytesIO(MADE)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert package(App(CLIENT, APP.public_url, "0.1.1")) != MADE


def test_the_colour_icon_has_no_holes() -> None:
    assert header(files()["color.png"]) == (192, 192, 8, RGB)
    assert len(set(pixels(files()["color.png"], 3))) > 2


def test_the_outline_is_white_on_nothing() -> None:
    icon = files()["outline.png"]
    assert header(icon) == (32, 32, 8, RGBA)
    found = pixels(icon, 4)
    assert len(found) == 32 * 32
    seen = {pixel[:3] for pixel in found if pixel[3]}
    assert seen == {(255, 255, 255)}
    assert 0.5 < sum(1 for pixel in found if pixel[3] == 0) / len(found) < 0.95
    assert all(found[at][3] == 0 for at in (0, 31, 32 * 31, 32 * 32 - 1))


def test_the_check_of_pixels_would_notice_a_stray_one() -> None:
    line = b"\x00" + bytes((255, 255, 255, 255, 0, 0, 0, 0))
    body = struct.pack(">IIBBBBB", 2, 1, 8, RGBA, 0, 0, 0)
    icon = SIGNATURE + b"".join(
        struct.pack(">I", len(content))
        + kind
        + content
        + struct.pack(">I", zlib.crc32(kind + content))
        for kind, content in ((b"IHDR", body), (b"IDAT", zlib.compress(line)))
    )
    assert pixels(icon, 4) == [(255, 255, 255, 255), (0, 0, 0, 0)]
    with pytest.raises(AssertionError):
        header(icon[:20] + b"x" + icon[21:])
