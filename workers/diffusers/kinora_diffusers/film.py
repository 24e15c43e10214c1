"""Writes frames as an MP4 that every player plays: H.264, yuv420p, BT.709."""

from __future__ import annotations

import os
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
from numpy.typing import NDArray

from .errors import FilmFailed

#: x264's constant rate factor: visually lossless, since Kinora encodes once more.
CRF = "14"
BT709 = 1
LIMITED_RANGE = 1


def write_film(frames: Any, fps: int, path: Path) -> tuple[int, int, int]:
    """Writes frames (count, height, width, 3; numbers from 0 to 1, or bytes), whole or not at all.

    Gives the width, the height and the number of frames.
    """
    array = np.asarray(frames)
    if array.ndim != 4 or array.shape[3] != 3 or not array.shape[0]:
        raise FilmFailed("no_frames", f"The model gave no frames but {array.shape}; try another.")
    # yuv420p halves both sides.
    array = array[:, : array.shape[1] // 2 * 2, : array.shape[2] // 2 * 2]
    part = path.with_name(path.name + ".part")
    try:
        _encode(array, fps, part)
        os.replace(part, path)
    finally:
        part.unlink(missing_ok=True)
    return array.shape[2], array.shape[1], array.shape[0]


def _encode(array: NDArray[Any], fps: int, path: Path) -> None:
    with av.open(str(path), "w", format="mp4", options={"movflags": "+faststart"}) as container:
        stream = container.add_stream(
            "libx264", rate=Fraction(fps), options={"crf": CRF, "preset": "medium"}
        )
        stream.width, stream.height = array.shape[2], array.shape[1]
        stream.pix_fmt = "yuv420p"
        context = stream.codec_context
        context.color_primaries = context.color_trc = context.colorspace = BT709
        context.color_range = LIMITED_RANGE
        for index, picture in enumerate(_pictures(array)):
            frame = av.VideoFrame.from_ndarray(picture, format="rgb24")
            frame = frame.reformat(format="yuv420p", dst_colorspace="ITU709")
            frame.pts = index
            frame.time_base = Fraction(1, fps)
            container.mux(stream.encode(frame))
        container.mux(stream.encode())


def _pictures(array: NDArray[Any]) -> Iterator[NDArray[np.uint8]]:
    """The frames as bytes, one after the other."""
    for frame in array:
        if frame.dtype == np.uint8:
            yield np.ascontiguousarray(frame)
            continue
        if not np.isfinite(frame).all():
            raise FilmFailed(
                "not_a_picture",
                "The model's numbers ran out of their range and made no picture; start the "
                "worker with --dtype bf16 or --dtype fp32.",
            )
        scaled = np.clip(frame.astype(np.float32), 0, 1) * 255 + 0.5
        yield np.ascontiguousarray(scaled.astype(np.uint8))
