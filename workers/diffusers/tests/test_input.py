"""Bad input beside the good: each gets a status, a code and a sentence."""

from __future__ import annotations

import struct
import zlib

import pytest
from conftest import Starter, Worker, form
from samples import picture

GOOD = {"prompt": "a lake", "size": "64x48", "num_frames": "5", "num_inference_steps": "1"}

BAD_FIELDS = [
    ("prompt", "", "missing_prompt"),
    ("prompt", "  \n", "missing_prompt"),
    ("prompt", "x" * 10_000, "prompt_too_long"),
    ("prompt", "a\0b", "invalid_prompt"),
    ("negative_prompt", "x" * 10_000, "negative_prompt_too_long"),
    ("seconds", "abc", "invalid_seconds"),
    ("seconds", "-1", "invalid_seconds"),
    ("seconds", "0", "invalid_seconds"),
    ("seconds", "nan", "invalid_seconds"),
    ("seconds", "1e9", "invalid_seconds"),
    ("seconds", "٣", "invalid_seconds"),
    ("size", "-64x48", "invalid_size"),
    ("size", "64x-48", "invalid_size"),
    ("size", "0x0", "invalid_size"),
    ("size", "64", "invalid_size"),
    ("size", "big", "invalid_size"),
    ("size", "99999x99999", "invalid_size"),
    ("num_frames", "0", "invalid_num_frames"),
    ("num_frames", "1.5", "invalid_num_frames"),
    ("num_frames", "9" * 30, "invalid_num_frames"),
    ("fps", "0", "invalid_fps"),
    ("fps", "1000", "invalid_fps"),
    ("seed", "-1", "invalid_seed"),
    ("seed", str(2**63), "invalid_seed"),
    ("num_inference_steps", "0", "invalid_num_inference_steps"),
    ("num_inference_steps", "1000", "invalid_num_inference_steps"),
    ("guidance_scale", "inf", "invalid_guidance_scale"),
    ("guidance_scale", "-1", "invalid_guidance_scale"),
]


@pytest.mark.parametrize(("name", "value", "code"), BAD_FIELDS)
def test_bad_fields(shared: Worker, name: str, value: str, code: str) -> None:
    answer = shared.post({**GOOD, name: value})
    message = answer.error(400, code)
    assert len(message) < 250


def test_good_fields_at_their_ends(shared: Worker) -> None:
    for name, value in (
        ("prompt", "x" * 5_000), ("prompt", "湖 🌊"), ("seed", str(2**63 - 1)), ("seed", "0"),
        ("seconds", "0.1"), ("seconds", " 4 "), ("size", "1x16384"), ("size", "auto"),
        ("guidance_scale", "0"), ("fps", "16.0"),
    ):  # fmt: skip
        answer = shared.post({**GOOD, name: value})
        assert answer.status == 200, (name, answer.data)
        shared.call("DELETE", f"/v1/videos/{answer.json['id']}")


def test_unknown_models_and_missing_prompts(shared: Worker) -> None:
    message = shared.post({**GOOD, "model": "sora-2"}).error(404, "model_not_found")
    assert "fake" in message
    shared.post({"size": "64x48"}).error(400, "missing_prompt")


def test_foreign_fields_are_passed_over(shared: Worker) -> None:
    answer = shared.post({**GOOD, "callback_on_step_end": "x", "output_type": "latent"})
    assert shared.wait(answer.json["id"])["status"] == "completed"


def huge_png() -> bytes:
    """A picture that says it has 60000x60000 pixels, in a few bytes."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    rows = chunk(b"IDAT", zlib.compress(b"\0" * 1000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + rows + chunk(b"IEND", b"")


BAD_PICTURES = [
    (b"", "invalid_input_reference"),
    (b"no picture at all", "invalid_input_reference"),
    (picture()[:60], "invalid_input_reference"),
    (picture(kind="JPEG")[:300], "invalid_input_reference"),
    (picture(kind="GIF", mode="P"), "invalid_input_reference"),
    (picture(kind="BMP"), "invalid_input_reference"),
    (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "invalid_input_reference"),
    (huge_png(), "input_reference_too_large"),
]


@pytest.mark.parametrize(("data", "code"), BAD_PICTURES, ids=range(len(BAD_PICTURES)))
def test_bad_pictures(shared: Worker, data: bytes, code: str) -> None:
    shared.post(GOOD, {"input_reference": data}).error(400, code)


@pytest.mark.parametrize(
    ("kind", "mode"),
    [("PNG", "RGB"), ("PNG", "RGBA"), ("PNG", "LA"), ("PNG", "P"), ("PNG", "1"), ("JPEG", "L"),
     ("JPEG", "CMYK"), ("WEBP", "RGBA")],
)  # fmt: skip
def test_good_pictures(shared: Worker, kind: str, mode: str) -> None:
    answer = shared.post(GOOD, {"input_reference": picture(kind=kind, mode=mode)})
    assert shared.wait(answer.json["id"])["status"] == "completed", answer.data


def test_uploads_have_a_limit(shared: Worker) -> None:
    over = picture() + b"\0" * (20 * 1024 * 1024)
    shared.post(GOOD, {"input_reference": over}).error(413, "too_large")
    shared.post(GOOD, {"input_reference": over, "last_frame": over + over}).error(413, "too_large")
    assert shared.get("/health").status == 200
    below = picture() + b"\0" * (19 * 1024 * 1024)
    assert shared.post(GOOD, {"input_reference": below}).status == 200


def test_bodies_that_cannot_be_read(shared: Worker) -> None:
    for body in (b"", b"{", b"[]", b"null", b'"x"', b"[" * 100_000, b"\xff"):
        shared.post_json(body).error(400, "invalid_json")
    shared.post_json({**GOOD, "prompt": ["x"]}).error(400, "invalid_prompt")
    for name in ("prompt", "negative_prompt"):
        shared.post_json({**GOOD, name: "a \ud800"}).error(400, f"invalid_{name}")
    shared.post_json({**GOOD, "seconds": "\ud800"}).error(400, "invalid_seconds")
    shared.post_json({**GOOD, "model": "\ud800"}).error(404, "model_not_found")
    shared.post_json({**GOOD, "seed": True}).error(400, "invalid_seed")
    for reference in (1, {}, {"file_id": "f"}, "http://127.0.0.1/a.png", "data:image/png;base64,*"):
        answer = shared.post_json({**GOOD, "input_reference": reference})
        answer.error(400, "invalid_input_reference")
    plain = {"Content-Type": "text/plain"}
    shared.call("POST", "/v1/videos", b"x", plain).error(415, "unsupported_media_type")
    bare = {"Content-Type": "multipart/form-data"}
    shared.call("POST", "/v1/videos", b"x", bare).error(400, "invalid_form")
    torn = {"Content-Type": "multipart/form-data; boundary=b"}
    data = form(GOOD, {"input_reference": picture()}, "b")
    answer = shared.call("POST", "/v1/videos", data[:200], torn)
    assert answer.status == 400, answer.data
    many = {**GOOD, **{f"field{index}": "" for index in range(60)}}
    shared.post(many).error(400, "invalid_form")


def test_a_models_tasks_are_kept_to(starter: Starter) -> None:
    text = starter("--task", "text", folder="text")
    text.post(GOOD, {"input_reference": picture()}).error(400, "image_not_supported")
    image = starter("--task", "image", folder="image")
    image.post(GOOD).error(400, "missing_input_reference")
    both = {"input_reference": picture(), "last_frame": picture()}
    image.post(GOOD, both).error(400, "last_frame_not_supported")
    last = {"last_frame": picture()}
    image.post(GOOD, last).error(400, "missing_input_reference")
