"""What a loaded model can do, and the film nearest to the one that was asked for."""

from __future__ import annotations

import math
from dataclasses import dataclass

Size = tuple[int, int]


@dataclass(frozen=True)
class Profile:
    """One model's limits and defaults; sizes are (width, height) in pixels."""

    family: str
    #: Some of "text", "image" and "last_frame".
    tasks: tuple[str, ...]
    size: Size
    #: Width and height are multiples of this.
    multiple: int
    max_pixels: int
    #: A film has frame_step · n + frame_offset frames.
    frame_step: int
    frame_offset: int
    max_frames: int
    frames: int
    fps: int
    steps: int
    #: None where the pipeline takes no guidance.
    guidance: float | None
    #: Ours → the pipeline's names of the arguments that it takes besides size and frames.
    names: tuple[tuple[str, str], ...]
    #: The one size there is, where the model was trained for no other.
    is_size_fixed: bool = False
    #: Passed as they are at every call.
    constants: tuple[tuple[str, int], ...] = ()

    def takes(self, name: str) -> bool:
        """Whether the pipeline takes an argument of this name of ours."""
        return name in dict(self.names)

    def frame_rule(self) -> str:
        """The rule of the number of frames, as "4n+1"."""
        step = f"{self.frame_step}n" if self.frame_step > 1 else "n"
        return f"{step}+{self.frame_offset}" if self.frame_offset else step

    def nearest_frames(self, count: float) -> int:
        """The allowed number of frames nearest to a count."""
        least = self.frame_offset or self.frame_step
        most = self.max_frames - (self.max_frames - self.frame_offset) % self.frame_step
        steps = math.floor((min(count, most) - self.frame_offset) / self.frame_step + 0.5)
        return min(max(steps * self.frame_step + self.frame_offset, least), most)

    def nearest_size(self, size: Size) -> Size:
        """The allowed size nearest to one, of about its shape."""
        if self.is_size_fixed:
            return self.size
        width, height = size
        shrink = min(1.0, math.sqrt(self.max_pixels / (width * height)))
        sides = [self._nearest_side(side * shrink) for side in size]
        while sides[0] * sides[1] > self.max_pixels and max(sides) > self.multiple:
            sides[sides.index(max(sides))] -= self.multiple
        return sides[0], sides[1]

    def usual_size(self, shape: Size) -> Size:
        """An allowed size of about a picture's shape, with about the usual number of pixels."""
        scale = math.sqrt(self.size[0] * self.size[1] / (shape[0] * shape[1]))
        return self.nearest_size((max(1, round(shape[0] * scale)), max(1, round(shape[1] * scale))))

    def _nearest_side(self, side: float) -> int:
        # A side beyond all pixels there may be is one of a very thin picture.
        most = self.max_pixels // self.multiple
        count = math.floor(min(side, most) / self.multiple + 0.5)
        return max(count, 1) * self.multiple
