"""A folder laid out as the public data sets are, with a few sentences of our own."""

import json
from pathlib import Path

import pytest

from bench import datasets

MADE = {
    "parking": ["where can i park my bicycle", "is there a parking garage", "parking permit"],
    "lunch": ["when is the canteen open", "what is for lunch today", "vegetarian lunch menu"],
    "keys": ["i lost my door key", "who hands out keys", "order a new key card"],
}
ASKED = [["parking garage for a bicycle", "parking"], ["lunch menu please", "lunch"]]
OUTSIDE = [["tell me about volcanoes", "oos"], ["sing me something", "oos"]]
DANISH = """# id = 1
# text-en = water the plants
# text = vand planterne på kontoret
# intent = plants/water
1\tvand\tplants/water\tO

# id = 2
# text = flyt mødet til fredag
# intent = meeting/move
1\tflyt\tmeeting/move\tO
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The data folder."""
    rows = {
        "train": [[text, label] for label, texts in MADE.items() for text in texts],
        "test": ASKED,
        "oos_train": OUTSIDE[:1],
        "oos_test": OUTSIDE,
    }
    for path, text in (
        (datasets.CLINC, json.dumps(rows)),
        (datasets.XSID_SOURCE, DANISH),
        (datasets.XSID_TEST, DANISH.replace("plants/water", "plants/never-met")),
    ):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    return tmp_path
