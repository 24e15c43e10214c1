"""A worker with a pipeline that draws a ramp instead of sampling: all but the model is real.

fake_worker.py [--task text|image|both] [--step SECONDS] OPTIONS OF SERVING
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import time
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np

from kinora_diffusers import cli
from kinora_diffusers.engine import Engine
from kinora_diffusers.errors import WorkerError
from kinora_diffusers.families import FAMILIES

TASKS = {"text": ("text",), "image": ("image",), "both": ("text", "image", "last_frame")}


class FakeRuntime:
    """A machine without torch."""

    def prepare(self, pipe: Any) -> None:
        pass

    def generator(self, seed: int) -> int:
        return seed

    def inference(self) -> Any:
        return nullcontext()

    def is_out_of_memory(self, failure: BaseException) -> bool:
        return isinstance(failure, MemoryError)

    def remedy(self) -> str:
        return "ask for a smaller size or fewer frames"

    def release(self) -> None:
        pass

    def description(self) -> dict[str, Any]:
        return {"device": "none"}


class FakePipeline:
    """Called like Wan; notes each call in a file, and fails where the prompt says so."""

    def __init__(self, step: float, notes: Path) -> None:
        self.step = step
        self.notes = notes
        self._interrupt = False

    def __call__(
        self, prompt: str, negative_prompt: str | None = None, image: Any = None,
        last_image: Any = None, height: int = 480, width: int = 832, num_frames: int = 81,
        num_inference_steps: int = 50, guidance_scale: float = 5.0, generator: int = 0,
        output_type: str = "pil",
        callback_on_step_end: Callable[..., dict[str, Any]] | None = None,
    ) -> SimpleNamespace:  # fmt: skip
        pictures = [picture.size if picture else None for picture in (image, last_image)]
        self.note(call=prompt, pictures=pictures, seed=generator, output_type=output_type)
        if prompt == "memory":
            raise MemoryError
        if prompt == "trouble":
            raise RuntimeError("a shape is wrong\nand more lines")
        for index in range(num_inference_steps):
            time.sleep(self.step)
            self.note(step=index, call=prompt)
            if callback_on_step_end:
                callback_on_step_end(self, index, 0, {})
        ramp = np.linspace(0, 1, width, dtype=np.float32)[None, None, :, None]
        frames = np.broadcast_to(ramp, (num_frames, height, width, 3)).copy()
        if prompt == "nonsense":
            frames[0, 0, 0, 0] = np.nan
        return SimpleNamespace(frames=frames[None])

    def note(self, **facts: object) -> None:
        with self.notes.open("a") as file:
            file.write(json.dumps(facts) + "\n")


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--task", default="both", choices=TASKS)
    options.add_argument("--step", type=float, default=0.01)
    cli.add_serving(options)
    chosen = options.parse_args()
    cli.set_up_log()
    profile = dataclasses.replace(
        FAMILIES["WanImageToVideoPipeline"].profile, tasks=TASKS[chosen.task]
    )
    pipe = FakePipeline(chosen.step, chosen.output.with_suffix(".notes"))
    try:
        cli.serve(Engine(profile, FakeRuntime(), pipe, pipe), "fake", cli.settings(chosen))
    except WorkerError as failure:
        raise SystemExit(failure.message) from failure


if __name__ == "__main__":
    main()
