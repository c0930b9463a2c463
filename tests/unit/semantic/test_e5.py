from pathlib import Path

import numpy as np
import pytest

from bot.semantic import e5

ABLE = "processor : 0\nflags\t\t: fpu sse4_2 avx avx2 fma\n"
ARM = "processor : 0\nFeatures : fp asimd\n"


def test_danish_and_english_of_one_meaning_lie_close(embedder: e5.E5) -> None:
    cat, kat, law = embedder.embed(["historical patient data", "gamle patientdata", "jura"])
    assert cat @ kat > cat @ law
    assert np.linalg.norm(cat) == pytest.approx(1.0, abs=0.01)


def test_many_texts_come_in_their_order(embedder: e5.E5) -> None:
    texts = [f"arrangement nummer {n}" for n in range(e5.MANY + 1)]
    together = embedder.embed(texts)
    assert together.shape[0] == len(texts)
    assert np.allclose(together[-1], embedder.embed(texts[-1:])[0], atol=1e-4)


@pytest.mark.parametrize("told", [ABLE, ARM, ""])
def test_a_processor_that_can_run_it_may(tmp_path: Path, told: str, embedder: e5.E5) -> None:  # noqa: ARG001 - that it is installed
    cpu = tmp_path / "cpuinfo"
    cpu.write_text(told, "utf-8")
    assert e5.usable(cpu)


@pytest.mark.parametrize("lacking", ["avx2", "fma"])
def test_a_processor_that_would_be_stopped_by_it_must_not(tmp_path: Path, lacking: str) -> None:
    cpu = tmp_path / "cpuinfo"
    cpu.write_text(ABLE.replace(f" {lacking}", ""), "utf-8")
    assert not e5.usable(cpu)


def test_no_linux_is_no_hindrance(tmp_path: Path, embedder: e5.E5) -> None:  # noqa: ARG001 - that it is installed
    assert e5.usable(tmp_path / "nowhere")
