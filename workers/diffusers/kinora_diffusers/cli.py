"""The command line."""

from __future__ import annotations

import argparse
import ipaddress
import logging
import os
import re
import signal
import stat
import sys
from dataclasses import dataclass
from pathlib import Path

import uvicorn

from .book import Book
from .engine import Engine
from .errors import WorkerError
from .folder import Folder
from .guard import Guard
from .runner import Runner
from .server import Service

log = logging.getLogger("kinora")

TOKEN_VARIABLE = "KINORA_WORKER_TOKEN"
MIN_TOKEN = 16


@dataclass
class Settings:
    """How a worker is served."""

    host: str
    port: int
    token: str | None
    output: Path
    max_waiting: int
    keep_seconds: int


def parser() -> argparse.ArgumentParser:
    """The options."""
    options = argparse.ArgumentParser(
        prog="kinora_diffusers",
        description="Serves a diffusers video model as /v1/videos, for Kinora and others.",
    )
    add = options.add_argument
    add("--model", required=True, help="a folder that diffusers saved, or a model's id")
    add("--name", help="the model's name for clients (default: the end of --model)")
    add("--device", default="auto", help="auto, cuda, cuda:1, mps or cpu")
    add("--dtype", default="auto", choices=("auto", "bf16", "fp16", "fp32"))
    add("--offload", default="auto", choices=("auto", "none", "model", "sequential"),
        help="what waits in the machine's memory while it isn't needed on the card")  # fmt: skip
    add_serving(options)
    return options


def add_serving(options: argparse.ArgumentParser) -> None:
    """The options of the HTTP side."""
    add = options.add_argument
    add("--host", default="127.0.0.1", help="another than this machine's own needs a token")
    add("--port", type=int, default=8188, help="0 takes a free one (default: 8188)")
    add("--token-file", type=Path,
        help=f"a file, yours alone, with the token; or put it into {TOKEN_VARIABLE}")  # fmt: skip
    add("--output", type=Path, default=Path("kinora-films"),
        help="the folder of the jobs and their films (default: kinora-films)")  # fmt: skip
    add("--queue", type=int, default=16, metavar="N", help="so many films may wait (default: 16)")
    add("--keep", type=float, default=24, metavar="HOURS",
        help="a film is kept so long (default: 24)")  # fmt: skip


def settings(options: argparse.Namespace) -> Settings:
    """Checks the options of the HTTP side; raises a `WorkerError`."""
    token = read_token(options.token_file)
    if token is None and not _is_loopback(options.host):
        raise WorkerError(
            500, "token_needed",
            f"At {options.host} other machines could use the worker; give it a token by "
            f"--token-file or {TOKEN_VARIABLE}.",
        )  # fmt: skip
    if not 0 <= options.port <= 65_535:
        raise WorkerError(500, "bad_port", "The port isn't from 0 to 65535; choose one that is.")
    if options.queue < 1 or not 0 < options.keep <= 24 * 365:
        raise WorkerError(
            500, "bad_option", "Give --queue at least 1, and --keep more than 0 and at most 8760."
        )
    return Settings(
        options.host, options.port, token, options.output, options.queue,
        max(1, round(options.keep * 3600)),
    )  # fmt: skip


def read_token(path: Path | None) -> str | None:
    """The token of a file or of the environment; None where neither has one."""
    if path is None:
        token = os.environ.get(TOKEN_VARIABLE)
        return _checked(token, TOKEN_VARIABLE) if token is not None else None
    try:
        mode = path.stat().st_mode
        text = path.read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError) as failure:
        raise WorkerError(
            500, "bad_token_file", f"The token can't be read from {path}: {failure}."
        ) from failure
    if stat.S_IMODE(mode) & 0o077:
        raise WorkerError(
            500, "bad_token_file", f"Others can read {path}; run `chmod 600 {path}` first."
        )
    return _checked(text, str(path))


def serve(engine: Engine, name: str, chosen: Settings) -> None:
    """Serves until the process is told to stop."""
    folder = Folder(chosen.output)
    book = Book(folder, name, chosen.max_waiting, chosen.keep_seconds)
    runner = Runner(book, engine)
    application = Service(book, engine, Guard(chosen.token)).application()
    config = uvicorn.Config(
        application, host=chosen.host, port=chosen.port, log_config=None, access_log=False,
        server_header=False, timeout_graceful_shutdown=5, lifespan="off", ws="none",
    )  # fmt: skip
    socket = config.bind_socket()
    # The server passes the signal on to this when it has stopped.
    signal.signal(signal.SIGTERM, _leave)
    # Whoever reads the line below may connect at once.
    socket.listen(128)
    runner.start()
    port = socket.getsockname()[1]
    host = f"[{chosen.host}]" if ":" in chosen.host else chosen.host
    print(f"Ready: {name} at http://{host}:{port}", flush=True)
    try:
        uvicorn.Server(config).run([socket])
    finally:
        runner.stop()
        folder.close()


def main() -> None:
    """Loads a model and serves it."""
    options = parser().parse_args()
    set_up_log()
    try:
        chosen = settings(options)
        name = options.name or model_name(options.model)
        # Only now: torch takes seconds, and a mistake in the options is told at once.
        from .loading import load

        engine = load(options.model, options.device, options.dtype, options.offload)
        serve(engine, name, chosen)
    except WorkerError as failure:
        sys.exit(f"kinora_diffusers: {failure.message}")
    except KeyboardInterrupt:
        sys.exit(130)


def set_up_log() -> None:
    """Writes what happens to the standard error."""
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(message)s", stream=sys.stderr)
    log.setLevel(logging.INFO)


def model_name(model: str) -> str:
    """A model's name for clients: the end of its folder or id."""
    end = Path(model).resolve().name if Path(model).is_dir() else model.rsplit("/", 1)[-1]
    return re.sub(r"[^A-Za-z0-9._-]+", "-", end).strip("-") or "model"


def _leave(_signal: int, _frame: object) -> None:
    sys.exit(0)


def _checked(token: str, source: str) -> str:
    if len(token) < MIN_TOKEN or not re.fullmatch(r"[\x21-\x7e]+", token):
        raise WorkerError(
            500, "bad_token",
            f"The token of {source} isn't at least {MIN_TOKEN} printable characters; make one "
            "with `openssl rand -hex 24`.",
        )  # fmt: skip
    return token


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
