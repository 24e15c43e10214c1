"""Pictures and films for the tests."""

from __future__ import annotations

import io
from typing import Any

import av
from PIL import Image


def picture(
    size: tuple[int, int] = (64, 48), kind: str = "PNG", mode: str = "RGB", **options: Any
) -> bytes:
    """A picture: red on the left, blue on the right, half transparent where it can be."""
    image = Image.new("RGBA", size, (255, 0, 0, 128))
    image.paste((0, 0, 255, 128), (size[0] // 2, 0, *size))
    kept = io.BytesIO()
    image.convert(mode).save(kept, kind, **options)
    return kept.getvalue()


def frames(data: bytes) -> tuple[Any, list[Any]]:
    """A film's video stream and its frames, decoded."""
    with av.open(io.BytesIO(data), "r") as container:
        stream = container.streams.video[0]
        facts = (stream.codec_context.name, stream.pix_fmt, stream.average_rate)
        pictures = [frame.to_ndarray(format="rgb24") for frame in container.decode(stream)]
    return facts, pictures
