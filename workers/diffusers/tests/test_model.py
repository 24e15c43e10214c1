"""What is asked of a pipeline: the table of families, the arguments, the memory; without torch."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from fake_worker import FakeRuntime
from samples import picture as drawn

from kinora_diffusers.engine import Engine, Watch
from kinora_diffusers.errors import Cancelled, FilmFailed, WorkerError
from kinora_diffusers.families import FAMILIES, joined
from kinora_diffusers.memory import GIB, Weights, offload_for
from kinora_diffusers.order import read_order
from kinora_diffusers.profile import Profile

WATCH = Watch(lambda _: None, lambda: False)


def config(**values: Any) -> SimpleNamespace:
    return SimpleNamespace(config=SimpleNamespace(**values))


@pytest.mark.parametrize("name", FAMILIES)
def test_every_default_is_allowed(name: str) -> None:
    profile = FAMILIES[name].profile
    assert profile.nearest_size(profile.size) == profile.size
    assert profile.nearest_frames(profile.frames) == profile.frames
    assert profile.nearest_frames(profile.max_frames) == profile.max_frames
    assert set(profile.tasks) <= {"text", "image", "last_frame"}
    assert ("image" in profile.tasks) == profile.takes("image")
    twin = FAMILIES[name].twin
    assert twin is None or twin in FAMILIES


@pytest.mark.parametrize("name", FAMILIES)
def test_whatever_is_asked_the_nearest_is_allowed(name: str) -> None:
    profile = FAMILIES[name].profile
    for size in [(1, 1), (1, 16384), (16384, 1), (16384, 16384), (1081, 719), (333, 2000)]:
        width, height = profile.nearest_size(size)
        assert width % profile.multiple == 0 == height % profile.multiple
        assert 0 < width * height <= profile.max_pixels
    for count in [0.1, 1, 2, 7.5, 24, 81, 82, 5000]:
        frames = profile.nearest_frames(count)
        assert 0 < frames <= profile.max_frames
        assert frames % profile.frame_step == profile.frame_offset % profile.frame_step
        for other in (frames - profile.frame_step, frames + profile.frame_step):
            if 0 < other <= profile.max_frames:
                assert abs(count - frames) <= abs(count - other)


def refined(name: str, **parts: Any) -> Profile:
    family = FAMILIES[name]
    return family.refine(family.profile, SimpleNamespace(**parts))


def test_wans() -> None:
    wan = config(patch_size=(1, 2, 2), image_dim=None, pos_embed_seq_len=None)
    clip = config(patch_size=(1, 2, 2), image_dim=1280, pos_embed_seq_len=None)
    both = config(patch_size=(1, 2, 2), image_dim=1280, pos_embed_seq_len=514)
    image = "WanImageToVideoPipeline"
    plain = {"vae_scale_factor_spatial": 8, "config": {"expand_timesteps": False}}
    dense = {"vae_scale_factor_spatial": 16, "config": {"expand_timesteps": True}}
    assert refined("WanPipeline", transformer=wan, **plain).multiple == 16
    assert refined(image, transformer=wan, **plain).tasks == ("image", "last_frame")
    assert refined(image, transformer=clip, **plain).tasks == ("image",)
    assert refined(image, transformer=both, **plain).tasks == ("image", "last_frame")
    assert refined(image, transformer=None, transformer_2=wan, **plain).multiple == 16
    found = refined("WanPipeline", transformer=wan, **dense)
    assert (found.multiple, found.fps, found.max_frames) == (32, 24, 121)
    assert found.nearest_size(found.size) == found.size
    found = joined(found, refined(image, transformer=wan, **dense))
    assert found.tasks == ("text", "image") and found.takes("image")
    has_twin = FAMILIES["WanPipeline"].has_twin
    assert has_twin(SimpleNamespace(**dense)) and not has_twin(SimpleNamespace(**plain))


def test_cogs_and_svds() -> None:
    old = refined("CogVideoXPipeline", transformer=config(patch_size_t=None))
    new = refined("CogVideoXPipeline", transformer=config(patch_size_t=2))
    assert (old.nearest_size((100, 900)), old.fps, old.max_frames) == ((720, 480), 8, 49)
    assert (new.nearest_size((900, 500)), new.fps, new.frame_rule()) == ((896, 496), 16, "16n+1")
    svd = refined("StableVideoDiffusionPipeline", unet=config(num_frames=14))
    assert (svd.frames, svd.nearest_frames(100), svd.frame_rule()) == (14, 14, "n")


class Scheduler:
    def step(self, value: int) -> int:
        return value


class Strict:
    """A pipeline that notes what it's called with, and stands for those without a callback."""

    def __init__(self) -> None:
        self.scheduler = Scheduler()
        self._interrupt = False
        self.called: dict[str, Any] = {}

    def __call__(
        self, image: Any, height: int, width: int, num_frames: int, fps: int,
        max_guidance_scale: float, num_inference_steps: int, decode_chunk_size: int,
        generator: int, output_type: str,
    ) -> SimpleNamespace:  # fmt: skip
        self.called = dict(locals())
        for _ in range(num_inference_steps):
            self.scheduler.step(1)
        return SimpleNamespace(frames=np.zeros((1, num_frames, height, width, 3), np.float32))


def test_foreign_arguments_are_never_passed(tmp_path: Path) -> None:
    profile = FAMILIES["StableVideoDiffusionPipeline"].profile
    fields = {"prompt": "x", "negative_prompt": "y", "guidance_scale": "2", "fps": "10",
              "size": "128x64", "num_frames": "3", "num_inference_steps": "4"}  # fmt: skip
    order = read_order(fields, profile, first=(128, 64))
    assert [line.split()[1] for line in order.adjusted] == ["prompt", "negative_prompt"]
    pipe, progress = Strict(), list[int]()
    engine = Engine(profile, FakeRuntime(), None, pipe)
    picture = tmp_path / "first.png"
    picture.write_bytes(drawn((128, 64)))
    watch = Watch(progress.append, lambda: False)
    engine.make(order, {"first": picture}, watch, tmp_path / "film.mp4")
    called = pipe.called
    assert (called["fps"], called["max_guidance_scale"], called["num_frames"]) == (10, 2, 3)
    assert called["image"].size == (128, 64) and called["decode_chunk_size"] == 4
    assert progress == sorted(progress) and len(progress) == 5
    assert "step" not in vars(pipe.scheduler), "the scheduler is left as it was"
    with pytest.raises(Cancelled):
        engine.make(order, {"first": picture}, Watch(lambda _: None, lambda: True), picture)
    assert pipe._interrupt


class Other:
    """A pipeline that makes what it was not asked for."""

    def __init__(self, frames: Any) -> None:
        self.frames = frames
        self.scheduler = Scheduler()

    def __call__(self, prompt: str) -> SimpleNamespace:
        if isinstance(self.frames, Exception):
            raise self.frames
        return SimpleNamespace(frames=[self.frames])


def test_what_a_model_makes_is_looked_at(tmp_path: Path) -> None:
    profile = FAMILIES["WanPipeline"].profile
    path = tmp_path / "film.mp4"

    def made(frames: Any, where: Path = path) -> Any:
        order = read_order({"prompt": "x", "size": "64x48", "num_frames": "5"}, profile)
        Engine(profile, FakeRuntime(), Other(frames), None).make(order, {}, WATCH, where)
        return order

    order = made(np.zeros((4, 33, 47, 3), np.uint8))
    assert (order.width, order.height, order.num_frames) == (46, 32, 4)
    assert "made 4 frames of 46x32" in order.adjusted[0]
    for frames, where, code in (
        (np.zeros((0, 8, 8, 3)), path, "no_frames"),
        (np.zeros((1, 8, 8)), path, "no_frames"),
        (np.full((1, 16, 16, 3), np.inf), path, "not_a_picture"),
        (np.zeros((1, 16, 16, 3)), tmp_path / "nowhere" / "film.mp4", "cannot_write"),
        (MemoryError(), path, "out_of_memory"),
        (ValueError(""), path, "model_failed"),
    ):
        with pytest.raises(FilmFailed) as failure:
            made(frames, where)
        assert failure.value.code == code
        assert failure.value.message.endswith(".")
    assert [item.name for item in tmp_path.iterdir()] == ["film.mp4"]


def test_what_waits_off_the_card() -> None:
    fourteen = Weights(total=38 * GIB, largest=28 * GIB)
    assert offload_for(fourteen, None) == "none"
    assert offload_for(fourteen, 80 * GIB) == "none"
    assert offload_for(fourteen, 40 * GIB) == "model"
    assert offload_for(fourteen, 24 * GIB) == "sequential"


def test_only_known_tasks_are_taken() -> None:
    with pytest.raises(WorkerError):
        read_order({"prompt": "x"}, FAMILIES["StableVideoDiffusionPipeline"].profile)
