"""What is asked for: the fields of a request, read and checked against what the model can do."""

from __future__ import annotations

import math
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field

from .errors import bad_request
from .profile import Profile, Size

MAX_PROMPT = 5_000
MAX_SIDE = 16_384
MIN_SECONDS = 0.05
MAX_SECONDS = 600
MAX_STEPS = 200
MAX_SEED = 2**63 - 1
FIELDS = (
    "prompt", "model", "seconds", "size", "num_frames", "fps", "seed", "negative_prompt",
    "num_inference_steps", "guidance_scale",
)  # fmt: skip


@dataclass
class Order:
    """A film as it will be made, and what had to differ from what was asked."""

    prompt: str
    negative_prompt: str
    width: int
    height: int
    num_frames: int
    fps: int
    seed: int
    steps: int
    guidance: float | None
    has_first: bool = False
    has_last: bool = False
    adjusted: list[str] = field(default_factory=list)


def read_order(
    fields: Mapping[str, str], profile: Profile, first: Size | None = None, has_last: bool = False
) -> Order:
    """Reads the fields of a request; raises a `WorkerError` of status 400 for a bad one.

    `first` is the shape of the picture to begin with, where there is one.
    """
    has_first = first is not None
    _check_tasks(profile, has_first, has_last)
    adjusted: list[str] = []
    fps = _fps(fields, profile, adjusted)
    width, height = _size(fields, profile, first, adjusted)
    return Order(
        prompt=_prompt(fields, profile, adjusted),
        negative_prompt=_negative_prompt(fields, profile, adjusted),
        width=width,
        height=height,
        num_frames=_frames(fields, profile, fps, adjusted),
        fps=fps,
        seed=_whole(fields, "seed", 0, MAX_SEED, secrets.randbelow(2**31)),
        steps=_whole(fields, "num_inference_steps", 1, MAX_STEPS, profile.steps),
        guidance=_guidance(fields, profile, adjusted),
        has_first=has_first,
        has_last=has_last,
        adjusted=adjusted,
    )


def seconds_text(num_frames: int, fps: int) -> str:
    """The length of a film in seconds, as a string with at most three decimals."""
    return f"{num_frames / fps:.3f}".rstrip("0").rstrip(".")


def _check_tasks(profile: Profile, has_first: bool, has_last: bool) -> None:
    if has_last and not has_first:
        raise bad_request(
            "missing_input_reference",
            "A last_frame needs a first one; send input_reference, too.",
        )
    if has_first and "image" not in profile.tasks:
        raise bad_request(
            "image_not_supported",
            "This model makes films from words only; leave out input_reference.",
        )
    if has_last and "last_frame" not in profile.tasks:
        raise bad_request(
            "last_frame_not_supported",
            "This model can't be given the last frame; leave out last_frame.",
        )
    if not has_first and "text" not in profile.tasks:
        raise bad_request(
            "missing_input_reference",
            "This model makes films from a picture; send one as input_reference.",
        )


def _prompt(fields: Mapping[str, str], profile: Profile, adjusted: list[str]) -> str:
    prompt = _words(fields, "prompt")
    if profile.takes("prompt"):
        if not prompt:
            raise bad_request("missing_prompt", "The prompt is empty; say what the film shows.")
    elif prompt:
        adjusted.append("The prompt isn't used: this model moves a picture without words.")
    return prompt


def _negative_prompt(fields: Mapping[str, str], profile: Profile, adjusted: list[str]) -> str:
    prompt = _words(fields, "negative_prompt")
    if prompt and not profile.takes("negative_prompt"):
        adjusted.append("The negative_prompt isn't used: this model takes none.")
        return ""
    return prompt


def _words(fields: Mapping[str, str], name: str) -> str:
    words = fields.get(name, "").strip()
    if len(words) > MAX_PROMPT:
        raise bad_request(
            f"{name}_too_long",
            f"The {name} has {len(words)} characters; send at most {MAX_PROMPT}.",
        )
    # JSON can also hold halves of characters, which no file and no answer could.
    if any(character == "\0" or "\ud800" <= character <= "\udfff" for character in words):
        raise bad_request(
            f"invalid_{name}", f"The {name} holds something that is no character; remove it."
        )
    return words


def _size(
    fields: Mapping[str, str], profile: Profile, first: Size | None, adjusted: list[str]
) -> Size:
    text = fields.get("size", "").strip()
    if not text or text == "auto":
        return profile.size if first is None else profile.usual_size(first)
    match = re.fullmatch(r"([0-9]{1,5})[xX×]([0-9]{1,5})", text)
    asked = (int(match[1]), int(match[2])) if match else (0, 0)
    if not (1 <= min(asked) and max(asked) <= MAX_SIDE):
        raise bad_request(
            "invalid_size",
            f"The size {_quoted(text)} isn't one; write it as 832x480, each side from 1 to "
            f"{MAX_SIDE}.",
        )
    size = profile.nearest_size(asked)
    if size != asked:
        adjusted.append(
            f"size {asked[0]}x{asked[1]} became {size[0]}x{size[1]}: {_size_rule(profile)}."
        )
    return size


def _size_rule(profile: Profile) -> str:
    if profile.is_size_fixed:
        return "this model makes no other"
    return f"this model makes multiples of {profile.multiple}, at most {profile.max_pixels} pixels"


def _fps(fields: Mapping[str, str], profile: Profile, adjusted: list[str]) -> int:
    asked = _number(fields, "fps", 1, 120)
    if asked is None:
        return profile.fps
    fps = max(1, round(asked)) if profile.takes("fps") else profile.fps
    if fps != asked:
        rule = "a whole number" if profile.takes("fps") else "the rate this model moves at"
        adjusted.append(f"fps {asked:g} became {fps}: {rule}.")
    return fps


def _frames(fields: Mapping[str, str], profile: Profile, fps: int, adjusted: list[str]) -> int:
    seconds = _number(fields, "seconds", MIN_SECONDS, MAX_SECONDS)
    asked = _whole(fields, "num_frames", 1, MAX_SECONDS * 120, 0)
    if asked:
        name, wanted = f"num_frames {asked}", float(asked)
    elif seconds is not None:
        name, wanted = f"seconds {seconds:g}", seconds * fps
    else:
        return profile.frames
    frames = profile.nearest_frames(wanted)
    if frames != wanted:
        adjusted.append(
            f"{name} became {frames} frames, {seconds_text(frames, fps)} s: this model makes "
            f"{profile.frame_rule()} frames, at most {profile.max_frames}."
        )
    return frames


def _guidance(fields: Mapping[str, str], profile: Profile, adjusted: list[str]) -> float | None:
    asked = _number(fields, "guidance_scale", 0, 50)
    if asked is None:
        return profile.guidance
    if not profile.takes("guidance_scale"):
        adjusted.append("The guidance_scale isn't used: this model takes none.")
        return None
    return asked


def _number(fields: Mapping[str, str], name: str, least: float, most: float) -> float | None:
    text = fields.get(name, "").strip()
    if not text:
        return None
    if re.fullmatch(r"[+-]?([0-9]{1,20}(\.[0-9]{0,20})?|\.[0-9]{1,20})", text):
        number = float(text)
        if math.isfinite(number) and least <= number <= most:
            return number
    raise bad_request(
        f"invalid_{name}",
        f"The {name} {_quoted(text)} isn't a number from {least:g} to {most:g}; send one that is.",
    )


def _whole(fields: Mapping[str, str], name: str, least: int, most: int, otherwise: int) -> int:
    text = fields.get(name, "").strip()
    if not text:
        return otherwise
    if re.fullmatch(r"[0-9]{1,20}", text) and least <= int(text) <= most:
        return int(text)
    raise bad_request(
        f"invalid_{name}",
        f"The {name} {_quoted(text)} isn't a whole number from {least} to {most}; send one that "
        "is.",
    )


def _quoted(text: str) -> str:
    return repr(text if len(text) <= 40 else text[:40] + "…")
