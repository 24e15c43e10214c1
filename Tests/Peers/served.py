#!/usr/bin/env python3
"""Runs a command against a `kinora serve` of its own; {} in its words is the server's address.

    served.py .build/release/kinora FOLDER COMMAND …
"""

import pathlib
import subprocess
import sys

from service import Failure, Service
from settings import GENEROUS


def main(kinora: str, folder: str, *words: str) -> int:
    service = Service(kinora, pathlib.Path(folder), GENEROUS)
    try:
        service.start()
        command = [word.replace("{}", service.url) for word in words]
        status = subprocess.run(command).returncode
        if service.process.poll() is not None:
            raise Failure(f"the server ended by itself:\n{service.tail()}")
        service.stop()
    except Failure as failure:
        print(f"FAIL  {failure}", flush=True)
        service.kill()
        return 1
    if status:
        print(f"the server's log ends with:\n{service.tail(8)}", flush=True)
    return status


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
