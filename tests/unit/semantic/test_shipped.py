from pathlib import Path

from bot.desk import Desk
from bot.semantic import e5
from bot.semantic.shipped import shipped

ROOT = Path(__file__).resolve().parents[3]


def test_it_is_of_the_shipped_base_or_of_one_much_like_it(desk: Desk) -> None:
    """Who edits the base need not learn for others: it serves until they have learnt anew."""
    labels = set(desk._last_good.value.index.labels)
    assert len(labels.intersection(shipped().opinion.labels)) > 0.8 * len(labels)


def test_it_fits_what_the_model_gives(embedder: e5.E5) -> None:
    vector = embedder.embed(["my laptop is too slow to train the network"])[0]
    about = shipped().opinion.about(vector)
    own = {label: chance for label, chance in about.items() if not label.startswith("~")}
    assert max(own, key=lambda label: own[label]) == "processing-power"


def test_it_is_small() -> None:
    data = ROOT / "bot" / "semantic" / "data"
    assert sum(file.stat().st_size for file in data.iterdir()) < 300_000
