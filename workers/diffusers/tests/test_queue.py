"""One film at a time: waiting, cancelling, keys, restarts, sweeping."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time

import pytest
from conftest import FAKE, Starter, Worker
from samples import picture

SLOW = {"size": "64x48", "num_frames": "5", "num_inference_steps": "200"}
SHORT = {**SLOW, "num_inference_steps": "3"}


def steps(worker: Worker, prompt: str) -> int:
    return sum("step" in note and note["call"] == prompt for note in worker.notes())


def test_one_runs_and_others_wait_in_order(starter: Starter) -> None:
    worker = starter("--step", "0.05")
    jobs = [worker.made({**SHORT, "prompt": f"film {index}"})["id"] for index in range(3)]
    worker.wait(jobs[0], "in_progress")
    assert worker.get(f"/v1/videos/{jobs[1]}").json["status"] == "queued"
    worker.get(f"/v1/videos/{jobs[1]}/content").error(409, "video_not_ready")
    for job in jobs:
        assert worker.wait(job)["status"] == "completed"
    calls = [note["call"] for note in worker.notes() if "pictures" in note]
    assert calls == ["film 0", "film 1", "film 2"]


def test_progress_rises_step_by_step(starter: Starter) -> None:
    worker = starter("--step", "0.1")
    job = worker.made({**SLOW, "num_inference_steps": "10", "prompt": "progress"})["id"]
    seen = []
    while (now := worker.get(f"/v1/videos/{job}").json)["status"] in ("queued", "in_progress"):
        seen.append(now["progress"])
        time.sleep(0.02)
    assert seen == sorted(seen) and len(set(seen)) >= 8 and max(seen) < 100
    assert now["status"] == "completed" and now["progress"] == 100


def test_cancelling_stops_within_a_step(starter: Starter) -> None:
    worker = starter("--step", "0.2")
    running = worker.made({**SLOW, "prompt": "running"})["id"]
    waiting = worker.made({**SLOW, "prompt": "waiting"})["id"]
    after = worker.made({**SHORT, "prompt": "after"})["id"]
    worker.wait(running, "in_progress")
    job = worker.call("POST", f"/v1/videos/{waiting}/cancel").json
    assert (job["status"], job["error"]["code"]) == ("failed", "cancelled")
    while not steps(worker, "running"):
        time.sleep(0.02)
    before, began = steps(worker, "running"), time.monotonic()
    assert worker.call("POST", f"/v1/videos/{running}/cancel").status == 200
    job = worker.wait(running, "failed")
    assert time.monotonic() - began < 1 and steps(worker, "running") <= before + 2
    assert job["error"]["code"] == "cancelled"
    assert worker.wait(after)["status"] == "completed"
    assert steps(worker, "waiting") == 0
    again = worker.call("POST", f"/v1/videos/{after}/cancel")
    assert again.json["status"] == "completed", "what is over stays as it is"


def test_deleting_stops_and_leaves_nothing(starter: Starter) -> None:
    worker = starter("--step", "0.1")
    running = worker.made({**SLOW, "prompt": "running"}, {"input_reference": picture()})["id"]
    waiting = worker.made({**SLOW, "prompt": "waiting"})["id"]
    done = worker.made({**SHORT, "prompt": "done"})["id"]
    worker.wait(running, "in_progress")
    for job in (running, waiting):
        answer = worker.call("DELETE", f"/v1/videos/{job}")
        assert answer.json == {"id": job, "object": "video.deleted", "deleted": True}
        worker.get(f"/v1/videos/{job}").error(404, "video_not_found")
    worker.wait(done)
    assert steps(worker, "running") < 20 and steps(worker, "waiting") == 0
    worker.call("DELETE", f"/v1/videos/{done}")
    assert [path.name for path in worker.output.iterdir()] == ["lock"]
    assert worker.get("/v1/videos").json["data"] == []


def test_a_full_queue_says_when_to_come_again(starter: Starter) -> None:
    worker = starter("--step", "0.1", "--queue", "1")
    worker.wait(worker.made({**SLOW, "prompt": "runs"})["id"], "in_progress")
    kept = worker.post({**SLOW, "prompt": "waits"}, Idempotency_Key="kept").json
    full = worker.post({**SLOW, "prompt": "too many"})
    full.error(429, "queue_full")
    assert int(full.headers["retry-after"]) > 0
    retry = worker.post({**SLOW, "prompt": "waits"}, Idempotency_Key="kept")
    assert retry.json["id"] == kept["id"], "a retry finds its job also now"


def test_the_same_key_finds_the_same_job(starter: Starter) -> None:
    worker = starter()
    asked, files = {**SHORT, "prompt": "once"}, {"input_reference": picture()}
    jobs = []
    threads = [
        threading.Thread(
            target=lambda: jobs.append(worker.post(asked, files, Idempotency_Key="k").json["id"])
        )
        for _ in range(5)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(jobs) == 5 and len(set(jobs)) == 1
    other = {"input_reference": picture((65, 48))}
    for changed in ((asked, other), ({**asked, "seed": "1"}, files), (asked, None)):
        answer = worker.post(*changed, Idempotency_Key="k")
        answer.error(409, "idempotency_key_reused")
    worker.wait(jobs[0])
    worker.stop(is_sudden=True)
    worker = starter()
    assert worker.post(asked, files, Idempotency_Key="k").json["id"] == jobs[0]
    assert worker.post(asked, files, Idempotency_Key="l").json["id"] != jobs[0]
    assert worker.post(asked, files).json["id"] != jobs[0]
    worker.post(asked, files, Idempotency_Key=" ").error(400, "invalid_idempotency_key")
    worker.call("DELETE", f"/v1/videos/{jobs[0]}")
    assert worker.post(asked, files, Idempotency_Key="k").json["id"] != jobs[0]


@pytest.mark.parametrize("is_sudden", [True, False])
def test_a_restart_keeps_what_waits(starter: Starter, is_sudden: bool) -> None:
    worker = starter("--step", "0.05")
    done = worker.made({**SHORT, "prompt": "done"})["id"]
    worker.wait(done)
    film = worker.film(done)
    running = worker.made({**SLOW, "prompt": "running"})["id"]
    waiting = [worker.made({**SHORT, "prompt": f"waits {i}"})["id"] for i in range(2)]
    worker.wait(running, "in_progress")
    worker.stop(is_sudden)
    (worker.output / f"{running}.mp4.part").write_bytes(b"torn")
    (worker.output / "video_00.first.png").write_bytes(b"of nobody")
    (worker.output / "video_01.json").write_bytes(b'{"torn"')
    worker = starter()
    job = worker.get(f"/v1/videos/{running}").json
    code = "worker_restarted" if is_sudden else "worker_stopped"
    assert (job["status"], job["error"]["code"]) == ("failed", code)
    assert [worker.wait(item)["status"] for item in waiting] == ["completed"] * 2
    assert worker.film(done) == film
    names = {path.name for path in worker.output.iterdir()}
    assert f"{running}.mp4.part" not in names and "video_00.first.png" not in names
    assert "video_01.json.unreadable" in names


def test_what_has_expired_is_swept(starter: Starter) -> None:
    worker = starter("--keep", "0.0005")
    job = worker.made({**SHORT, "prompt": "short-lived"})["id"]
    done = worker.wait(job)
    assert done["expires_at"] - done["completed_at"] == 2
    time.sleep(4.2)
    worker.get(f"/v1/videos/{job}").error(404, "video_not_found")
    assert [path.name for path in worker.output.iterdir()] == ["lock"]


def test_a_folder_has_one_worker(starter: Starter) -> None:
    worker = starter()
    second = subprocess.run(
        [sys.executable, FAKE, "--port", "0", "--output", str(worker.output)],
        capture_output=True, text=True, timeout=30,
        env={"PYTHONPATH": str(FAKE).removesuffix("/tests/fake_worker.py")},
    )  # fmt: skip
    assert second.returncode == 1 and "Another worker keeps its films" in second.stderr


def test_jobs_are_written_whole(starter: Starter) -> None:
    worker = starter()
    job = worker.made({**SHORT, "prompt": "写"})["id"]
    worker.wait(job)
    stored = json.loads((worker.output / f"{job}.json").read_text("utf-8"))
    assert stored["order"]["prompt"] == "写" and stored["status"] == "completed"
    assert not list(worker.output.glob("*.part"))
