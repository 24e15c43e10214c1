"""The shape of `/v1/videos`, as it is spoken by hand and by OpenAI's client."""

from __future__ import annotations

import base64
import io
import re
import time
from pathlib import Path

import openai
import pytest
from conftest import Worker
from samples import frames, picture

SMALL = {"size": "64x48", "num_frames": "9", "num_inference_steps": "4"}
KEYS = {
    "id", "object", "status", "progress", "created_at", "completed_at", "expires_at", "model",
    "prompt", "size", "seconds", "num_frames", "fps", "seed", "negative_prompt",
    "num_inference_steps", "guidance_scale", "adjusted", "error",
}  # fmt: skip


def test_a_film_from_words(shared: Worker) -> None:
    asked = {**SMALL, "prompt": "a lake", "seed": "7", "model": "fake", "guidance_scale": "4.5"}
    job = shared.made(asked)
    assert set(job) == KEYS
    assert re.fullmatch("video_[0-9a-f]{32}", job["id"])
    assert job["object"] == "video" and job["status"] in ("queued", "in_progress")
    assert job["error"] is None and job["adjusted"] == []
    done = shared.wait(job["id"])
    assert (done["status"], done["progress"]) == ("completed", 100)
    assert (done["size"], done["num_frames"], done["seconds"]) == ("64x48", 9, "0.562")
    assert (done["seed"], done["guidance_scale"], done["fps"]) == (7, 4.5, 16)
    assert done["created_at"] <= done["completed_at"] <= time.time()
    assert done["expires_at"] == done["completed_at"] + 24 * 3600
    facts, pictures = frames(shared.film(job["id"]))
    assert facts == ("h264", "yuv420p", 16)
    assert len(pictures) == 9 and {item.shape for item in pictures} == {(48, 64, 3)}
    ramp = pictures[4][24, :, 1].astype(int)
    assert ramp[0] < 8 and ramp[-1] > 247 and abs(ramp[32] - 128) < 8, "the colours are kept"


def test_parts_of_a_film(shared: Worker) -> None:
    job = shared.made({**SMALL, "prompt": "parts"})
    shared.wait(job["id"])
    whole = shared.film(job["id"])
    part = shared.get(f"/v1/videos/{job['id']}/content", Range="bytes=4-7")
    assert (part.status, part.data) == (206, whole[4:8]) and part.data == b"ftyp"


def test_pictures_reach_the_pipeline_at_the_films_size(shared: Worker) -> None:
    asked = {**SMALL, "prompt": "from a picture"}
    job = shared.made(asked, {"input_reference": picture((300, 100)), "last_frame": picture()})
    assert [line[:17] for line in job["adjusted"]] == ["The first picture"]
    shared.wait(job["id"])
    call = next(note for note in shared.notes() if note.get("call") == "from a picture")
    assert call["pictures"] == [[64, 48], [64, 48]]
    assert not list(shared.output.glob(f"{job['id']}*.png")), "they aren't kept longer"


def test_a_film_has_its_pictures_shape_unless_told(shared: Worker) -> None:
    job = shared.made(
        {"prompt": "tall", "num_frames": "1"}, {"input_reference": picture((90, 160))}
    )
    width, height = map(int, job["size"].split("x"))
    assert abs(width / height - 90 / 160) < 0.02 and abs(width * height / (832 * 480) - 1) < 0.1
    assert job["adjusted"] == []


def test_json_is_read_like_a_form(shared: Worker) -> None:
    address = "data:image/png;base64," + base64.b64encode(picture()).decode()
    asked = {"prompt": "json", "seconds": 0.5, "size": "64x48", "num_inference_steps": 2}
    for reference in (address, {"image_url": address}, {"image_url": {"url": address}}):
        answer = shared.post_json({**asked, "input_reference": reference})
        assert answer.status == 200, answer.data
        assert shared.wait(answer.json["id"])["num_frames"] == 9


def test_the_nearest_film_is_made_and_told(shared: Worker) -> None:
    asked = {"prompt": "near", "size": "100x70", "seconds": "4", "fps": "24"}
    job = shared.made(asked)
    assert (job["size"], job["num_frames"], job["fps"]) == ("96x64", 65, 16)
    assert [line.split(" became")[0] for line in job["adjusted"]] == [
        "fps 24", "size 100x70", "seconds 4",
    ]  # fmt: skip
    long = shared.made({"prompt": "long", "size": "4000x3000", "seconds": "60"})
    width, height = map(int, long["size"].split("x"))
    assert width * height <= 1280 * 720 and long["num_frames"] == 81
    for identifier in (job["id"], long["id"]):
        shared.call("DELETE", f"/v1/videos/{identifier}")


def test_models_capabilities_and_health(shared: Worker) -> None:
    models = shared.get("/v1/models").json
    assert models["object"] == "list" and [item["id"] for item in models["data"]] == ["fake"]
    assert shared.get("/v1/models/fake").json["object"] == "model"
    shared.get("/v1/models/other").error(404, "model_not_found")
    told = shared.get("/v1/capabilities").json
    assert told["tasks"] == ["text", "image", "last_frame"]
    assert (told["size_multiple"], told["frame_rule"], told["max_frames"]) == (16, "4n+1", 81)
    assert shared.get("/health").json == {"status": "ok"}


def test_paths_and_methods_that_there_are_not(shared: Worker) -> None:
    shared.get("/v1/films").error(404, "not_found")
    shared.call("PUT", "/v1/videos").error(405, "method_not_allowed")
    for method, rest in (("GET", ""), ("DELETE", ""), ("GET", "/content"), ("POST", "/cancel")):
        shared.call(method, f"/v1/videos/video_0{rest}").error(404, "video_not_found")


def test_a_list_has_pages(shared: Worker) -> None:
    made = [shared.made({**SMALL, "prompt": f"page {index}"})["id"] for index in range(3)]
    first = shared.get("/v1/videos?limit=2").json
    assert [job["id"] for job in first["data"]] == [made[2], made[1]] and first["has_more"]
    rest = shared.get(f"/v1/videos?limit=100&after={first['last_id']}").json
    assert rest["data"][0]["id"] == made[0] and not rest["has_more"]
    oldest = shared.get("/v1/videos?order=asc&limit=100").json["data"]
    assert [job["id"] for job in oldest][-3:] == made
    shared.get("/v1/videos?limit=0").error(400, "invalid_limit")
    shared.get("/v1/videos?after=video_0").error(400, "invalid_after")


def test_failures_of_the_model_are_told(shared: Worker) -> None:
    for prompt, code in (
        ("memory", "out_of_memory"), ("trouble", "model_failed"), ("nonsense", "not_a_picture"),
    ):  # fmt: skip
        job = shared.wait(shared.made({**SMALL, "prompt": prompt})["id"])
        assert (job["status"], job["error"]["code"]) == ("failed", code)
        assert job["error"]["message"].endswith(".") and "more lines" not in str(job)
        assert job["expires_at"] and not job["completed_at"]
        sentence = shared.get(f"/v1/videos/{job['id']}/content").error(409, "video_failed")
        assert job["error"]["message"] in sentence
        assert not list(shared.output.glob(f"{job['id']}*.mp4*"))


def test_openais_client(shared: Worker, tmp_path: Path) -> None:
    client = openai.OpenAI(base_url=shared.url + "/v1", api_key="none", max_retries=0)
    reference = ("a.png", io.BytesIO(picture()), "image/png")
    job = client.videos.create(
        prompt="a lake", model="fake", seconds="4", size="1280x720",
        input_reference=reference, extra_body={"num_frames": 5, "num_inference_steps": 2},
    )  # fmt: skip
    assert job.status in ("queued", "in_progress") and job.size == "1280x720"
    done = client.videos.poll(job.id, poll_interval_ms=50)
    assert done.status == "completed" and done.progress == 100 and not done.error
    assert client.videos.retrieve(job.id).completed_at
    client.videos.download_content(job.id).write_to_file(tmp_path / "film.mp4")
    _, pictures = frames((tmp_path / "film.mp4").read_bytes())
    assert len(pictures) == 5 and pictures[0].shape == (720, 1280, 3)
    assert job.id in [item.id for item in client.videos.list(limit=1)]
    assert client.videos.delete(job.id).deleted
    with pytest.raises(openai.NotFoundError, match="There is no video of this id"):
        client.videos.retrieve(job.id)
    failed = client.videos.create_and_poll(prompt="trouble", model="fake", poll_interval_ms=50)
    assert failed.status == "failed" and failed.error and failed.error.code == "model_failed"
    with pytest.raises(openai.BadRequestError) as refused:
        client.videos.create(prompt="", model="fake")
    assert refused.value.code == "missing_prompt"
