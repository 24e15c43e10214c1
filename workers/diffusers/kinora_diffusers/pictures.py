"""Reads the pictures that people send, and fits them to a film."""

from __future__ import annotations

import io
import warnings
from pathlib import Path

from PIL import Image, ImageOps

from .errors import WorkerError, bad_request

MAX_SIDE = 16_384
MAX_PIXELS = 64_000_000
FORMATS = ("PNG", "JPEG", "WEBP")


def read_picture(data: bytes, name: str) -> bytes:
    """Checks a picture and gives it as PNG: upright, opaque, RGB.

    `name` is the field it came in; raises a `WorkerError` of status 400.
    """
    try:
        with warnings.catch_warnings():
            # Sizes are checked here, before any pixel is decoded.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            picture = Image.open(io.BytesIO(data), formats=FORMATS)
            _check_size(picture, name)
            picture.load()
        upright = ImageOps.exif_transpose(picture)
        return _png(_opaque(upright))
    except Image.DecompressionBombError as failure:
        raise _too_large(name, "far too many") from failure
    except (OSError, SyntaxError, ValueError) as failure:
        raise bad_request(
            f"invalid_{name}",
            f"The {name} can't be read as a picture; send a whole PNG, JPEG or WebP file.",
        ) from failure


def fitted(path: Path, size: tuple[int, int]) -> Image.Image:
    """A picture scaled to cover a size, its middle kept."""
    with Image.open(path, formats=("PNG",)) as picture:
        return ImageOps.fit(picture.convert("RGB"), size, Image.Resampling.LANCZOS)


def shape(png: bytes) -> tuple[int, int]:
    """Width and height of a picture that `read_picture` gave."""
    with Image.open(io.BytesIO(png), formats=("PNG",)) as picture:
        return picture.size


def _check_size(picture: Image.Image, name: str) -> None:
    width, height = picture.size
    if max(width, height) > MAX_SIDE or width * height > MAX_PIXELS:
        raise _too_large(name, f"{width}x{height}")


def _too_large(name: str, count: str) -> WorkerError:
    return bad_request(
        f"{name}_too_large",
        f"The {name} has {count} pixels; send one of at most {MAX_SIDE} a side and "
        f"{MAX_PIXELS // 1_000_000} million in all.",
    )


def _opaque(picture: Image.Image) -> Image.Image:
    """Lays what is transparent on white."""
    if not picture.has_transparency_data:
        return picture.convert("RGB")
    layer = picture.convert("RGBA")
    ground = Image.new("RGBA", layer.size, (255, 255, 255, 255))
    return Image.alpha_composite(ground, layer).convert("RGB")


def _png(picture: Image.Image) -> bytes:
    kept = io.BytesIO()
    picture.save(kept, "PNG", compress_level=1)
    return kept.getvalue()
