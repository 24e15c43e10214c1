"""Who may ask, and how a worker starts."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from conftest import HERE, Starter, Worker

from kinora_diffusers import cli
from kinora_diffusers.errors import WorkerError

TOKEN = "correct-horse-battery"
PATHS = ["/v1/videos", "/v1/videos/video_0", "/v1/models", "/v1/capabilities"]


def test_a_token_is_asked_for(starter: Starter) -> None:
    worker = starter(token=TOKEN)
    assert [worker.get(path).status for path in PATHS] == [200, 404, 200, 200]
    worker.token = None
    assert worker.get("/health").json == {"status": "ok"}
    for given in ("", "Bearer", "Bearer wrong", f"Basic {TOKEN}", f"Bearer {TOKEN}x", "Bearer ü"):
        worker.headers = {"Authorization": given}
        for path in PATHS:
            answer = worker.get(path)
            answer.error(401, "invalid_token")
            assert answer.headers["www-authenticate"] == "Bearer"
    worker.headers = {"Authorization": f"bearer {TOKEN}"}
    assert worker.get(PATHS[0]).status == 200


def test_without_a_token_no_web_page_gets_in(shared: Worker) -> None:
    for headers in ({"Origin": "http://evil.example"}, {"Host": "evil.example"}, {"Host": ""}):
        shared.call("GET", "/v1/videos", None, headers).error(403, "token_needed")
    for host in ("localhost", "127.0.0.1:1", "[::1]:8188"):
        assert shared.call("GET", "/v1/videos", None, {"Host": host}).status == 200


def start_badly(*options: str) -> str:
    result = subprocess.run(
        [sys.executable, "-m", "kinora_diffusers", *options],
        capture_output=True, text=True, timeout=60, cwd=HERE.parent,
    )  # fmt: skip
    assert result.returncode != 0 and not result.stdout
    assert "Traceback" not in result.stderr, result.stderr
    return result.stderr


def test_other_hosts_need_a_token() -> None:
    for host in ("0.0.0.0", "::", "192.0.2.1", "example.org"):
        assert "give it a token" in start_badly("--model", "x", "--host", host)


def test_bad_options_are_told_before_anything_is_loaded() -> None:
    assert "--model" in start_badly()
    assert "The port" in start_badly("--model", "x", "--port", "70000")
    assert "--queue" in start_badly("--model", "x", "--queue", "0")
    assert "invalid choice" in start_badly("--model", "x", "--dtype", "int8")


def test_token_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(cli.TOKEN_VARIABLE, raising=False)
    path = tmp_path / "token"
    assert cli.read_token(None) is None
    for text, mode, words in (
        (TOKEN, 0o644, "chmod 600"), (TOKEN, 0o640, "chmod 600"), ("short", 0o600, "at least 16"),
        ("two words, and more of them", 0o600, "printable"), ("", 0o600, "at least 16"),
    ):  # fmt: skip
        path.write_text(text)
        path.chmod(mode)
        with pytest.raises(WorkerError, match=words):
            cli.read_token(path)
    with pytest.raises(WorkerError, match="can't be read"):
        cli.read_token(tmp_path / "nowhere")
    path.write_text(TOKEN + "\n")
    assert cli.read_token(path) == TOKEN
    monkeypatch.setenv(cli.TOKEN_VARIABLE, "")
    with pytest.raises(WorkerError, match=cli.TOKEN_VARIABLE):
        cli.read_token(None)
    monkeypatch.setenv(cli.TOKEN_VARIABLE, TOKEN)
    assert cli.read_token(None) == TOKEN


def test_models_names(tmp_path: Path) -> None:
    (tmp_path / "my model").mkdir()
    assert cli.model_name(str(tmp_path / "my model")) == "my-model"
    assert cli.model_name(str(tmp_path / "my model") + "/") == "my-model"
    assert cli.model_name("Wan-AI/Wan2.2-TI2V-5B-Diffusers") == "Wan2.2-TI2V-5B-Diffusers"
