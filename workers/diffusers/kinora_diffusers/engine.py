"""Makes films by calling a pipeline; knows nothing of torch but what a `Runtime` does for it."""

from __future__ import annotations

import inspect
import logging
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any, Protocol

from PIL import Image

from .errors import Cancelled, FilmFailed
from .film import write_film
from .order import Order
from .pictures import fitted
from .profile import Profile

log = logging.getLogger("kinora")

#: The sampling's share of the progress, in percent; the rest is decoding and writing.
SAMPLING = 95


class Runtime(Protocol):
    """What the machine does for a pipeline."""

    def prepare(self, pipe: Any) -> None:
        """Brings a pipeline to where it works."""

    def generator(self, seed: int) -> Any:
        """A source of chance, the same for the same seed."""

    def inference(self) -> AbstractContextManager[Any]:
        """The context to call a pipeline in."""

    def is_out_of_memory(self, failure: BaseException) -> bool:
        """Whether a failure says that memory wasn't enough."""

    def remedy(self) -> str:
        """What helps when memory wasn't enough, as the end of a sentence."""

    def release(self) -> None:
        """Gives memory back that nobody uses."""

    def description(self) -> dict[str, Any]:
        """Device, type of numbers, memory and offloading, for people."""


class Watch:
    """A film's way to tell how far it is, and to hear that it isn't wanted."""

    def __init__(self, advance: Callable[[int], None], is_unwanted: Callable[[], bool]) -> None:
        self.advance = advance
        self.is_unwanted = is_unwanted


class Engine:
    """A loaded model: one pipeline for words, one for pictures, which may be the same."""

    def __init__(
        self, profile: Profile, runtime: Runtime, text: Any | None, image: Any | None
    ) -> None:
        self.profile = profile
        self.runtime = runtime
        self.text = text
        self.image = image

    def make(self, order: Order, pictures: Mapping[str, Path], watch: Watch, path: Path) -> None:
        """Makes a film and writes it; raises `Cancelled` or `FilmFailed`.

        The order's size and number of frames become what they turned out to be.
        """
        pipe = self.image if pictures else self.text
        assert pipe is not None, "orders are checked against the profile"
        try:
            self.runtime.prepare(pipe)
            frames = self._sample(pipe, order, pictures, watch)
            watch.advance(SAMPLING + 2)
            made = _write(frames, order.fps, path)
        except (Cancelled, FilmFailed):
            raise
        except Exception as failure:
            raise self._explained(failure) from failure
        finally:
            self._tidy(pipe)
        _note_difference(order, made)

    def _sample(self, pipe: Any, order: Order, pictures: Mapping[str, Path], watch: Watch) -> Any:
        arguments = self.arguments(pipe, order, pictures)
        done = 0

        def step_end() -> None:
            nonlocal done
            done += 1
            watch.advance(SAMPLING * done // (order.steps + 1))
            if watch.is_unwanted():
                # A pipeline that looks at this skips the steps left; the exception also
                # spares it the decoding.
                pipe._interrupt = True
                raise Cancelled

        with self.runtime.inference(), _told_of_steps(pipe, step_end, arguments):
            output = pipe(**arguments)
        return output.frames[0]

    def arguments(self, pipe: Any, order: Order, pictures: Mapping[str, Path]) -> dict[str, Any]:
        """The arguments of a call: only those that the family and the pipeline take."""
        size = (order.width, order.height)
        ours: dict[str, Any] = {
            "prompt": order.prompt,
            "negative_prompt": order.negative_prompt or None,
            "guidance_scale": order.guidance,
            "fps": order.fps,
            "image": _picture(pictures, "first", size),
            "last_image": _picture(pictures, "last", size),
        }
        named = {name: ours[our] for our, name in self.profile.names if ours.get(our) is not None}
        named |= {
            **dict(self.profile.constants),
            "width": order.width,
            "height": order.height,
            "num_frames": order.num_frames,
            "num_inference_steps": order.steps,
            "generator": self.runtime.generator(order.seed),
            "output_type": "np",
        }
        taken = inspect.signature(pipe.__call__).parameters
        return {name: value for name, value in named.items() if name in taken}

    def _explained(self, failure: Exception) -> FilmFailed:
        if self.runtime.is_out_of_memory(failure):
            # The failed call's variables hold what there is to free.
            traceback.clear_frames(failure.__traceback__)
            return FilmFailed(
                "out_of_memory",
                f"The machine's memory wasn't enough for this film; {self.runtime.remedy()}.",
            )
        log.error("A film failed.", exc_info=failure)
        return FilmFailed(
            "model_failed",
            f"The model failed ({type(failure).__name__}: {_first_line(failure)}); the worker's "
            "log tells more.",
        )

    def _tidy(self, pipe: Any) -> None:
        """Brings a pipeline back to rest, also after a step that never ended."""
        free_hooks = getattr(pipe, "maybe_free_model_hooks", None)
        if free_hooks:
            free_hooks()
        self.runtime.release()


@contextmanager
def _told_of_steps(
    pipe: Any, step_end: Callable[[], None], arguments: dict[str, Any]
) -> Iterator[None]:
    """Has a pipeline tell of each step's end; by its scheduler where it takes no callback."""
    if "callback_on_step_end" in inspect.signature(pipe.__call__).parameters:

        def callback(_pipe: Any, _step: int, _time: Any, kept: dict[str, Any]) -> dict[str, Any]:
            step_end()
            return kept

        arguments["callback_on_step_end"] = callback
        yield
        return
    scheduler = pipe.scheduler
    original = scheduler.step

    def step(*parts: Any, **named: Any) -> Any:
        result = original(*parts, **named)
        step_end()
        return result

    scheduler.step = step
    try:
        yield
    finally:
        del scheduler.step


def _write(frames: Any, fps: int, path: Path) -> tuple[int, int, int]:
    try:
        return write_film(frames, fps, path)
    except OSError as failure:
        raise FilmFailed(
            "cannot_write",
            f"The film couldn't be written ({failure.strerror}); see that the disk has room.",
        ) from failure


def _picture(pictures: Mapping[str, Path], place: str, size: tuple[int, int]) -> Image.Image | None:
    path = pictures.get(place)
    return fitted(path, size) if path else None


def _note_difference(order: Order, made: tuple[int, int, int]) -> None:
    asked = (order.width, order.height, order.num_frames)
    if made == asked:
        return
    order.width, order.height, order.num_frames = made
    order.adjusted.append(
        f"The model made {made[2]} frames of {made[0]}x{made[1]}, though {asked[2]} of "
        f"{asked[0]}x{asked[1]} were asked of it."
    )


def _first_line(failure: Exception) -> str:
    lines = str(failure).strip().splitlines() or [""]
    return lines[0][:200].rstrip(".")
