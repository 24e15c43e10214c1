"""Ten thousand streams that wait, held open by one process that watches their heartbeats.

    streams.py HOST PORT PATH COUNT SECONDS [HEADER …]

Prints one JSON object: how many were opened, and the longest silence of any of them.
"""

import errno
import json
import resource
import select
import socket
import sys
import time

# Each source address has its own ports, so that their number is no limit.
SOURCES = [f"127.0.0.{number}" for number in range(2, 10)]
AT_ONCE = 256


class Stream:
    __slots__ = ("line", "request", "opened", "last", "gap", "beats", "is_open", "head")

    def __init__(self, line: socket.socket, request: bytes):
        self.line, self.request = line, request
        self.opened = self.last = self.gap = 0.0
        self.beats = 0
        self.is_open = False
        self.head = b""

    def heard(self, piece: bytes, now: float) -> None:
        if not self.is_open:
            self.head += piece
            if b"\r\n\r\n" not in self.head:
                return
            if not self.head.startswith(b"HTTP/1.1 200"):
                raise SystemExit(f"streams: {self.head[:300]!r}")
            self.is_open, self.opened, self.last = True, now, now
            return
        self.beats += 1
        self.gap = max(self.gap, now - self.last)
        self.last = now


def connected(host: str, port: int, number: int) -> socket.socket:
    line = socket.socket()
    line.setblocking(False)
    if host.startswith("127."):
        line.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        line.bind((SOURCES[number % len(SOURCES)], 0))
    status = line.connect_ex((host, port))
    if status not in (0, errno.EINPROGRESS):
        raise SystemExit(f"streams: stream {number} can't connect: {errno.errorcode[status]}")
    return line


def main(host: str, port: int, path: str, count: int, seconds: float, headers: list[str]) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard < count + 100:
        raise SystemExit(f"streams: {count} files can't be open here; the limit is {hard}.")
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, max(soft, count + 100)), hard))
    lines = "".join(f"{header}\r\n" for header in headers)
    request = (f"GET {path} HTTP/1.1\r\nHost: {host}\r\nAccept: text/event-stream\r\n"
               f"{lines}\r\n").encode()
    poll = select.epoll()
    streams: dict[int, Stream] = {}
    opening = opened = closed = 0
    begin = time.monotonic()
    watched_from = None
    while True:
        while len(streams) < count and opening < AT_ONCE:
            line = connected(host, port, len(streams))
            streams[line.fileno()] = Stream(line, request)
            poll.register(line.fileno(), select.EPOLLOUT | select.EPOLLIN)
            opening += 1
        for number, kind in poll.poll(0.5):
            stream = streams[number]
            if kind & select.EPOLLOUT:
                stream.line.send(stream.request)
                poll.modify(number, select.EPOLLIN)
            if kind & (select.EPOLLIN | select.EPOLLHUP | select.EPOLLERR):
                try:
                    piece = stream.line.recv(65_536)
                except OSError:
                    piece = b""
                if not piece:
                    closed += 1
                    poll.unregister(number)
                    continue
                was_open = stream.is_open
                stream.heard(piece, time.monotonic())
                if stream.is_open and not was_open:
                    opening -= 1
                    opened += 1
        now = time.monotonic()
        if watched_from is None:
            if opened == count:
                watched_from = now
                print(json.dumps({"opened": opened, "after": round(now - begin, 2)}), flush=True)
                # Silence is counted from here on, when all of them are there.
            elif now - begin > 120:
                raise SystemExit(f"streams: after 2 min {opened} of {count} are open")
        elif now - watched_from >= seconds:
            break
    now = time.monotonic()
    alive = [stream for stream in streams.values() if stream.is_open]
    gaps = sorted(max(stream.gap, now - stream.last) for stream in alive)
    print(json.dumps({
        "streams": len(alive), "closed": closed, "beats": sum(s.beats for s in alive),
        "fewest_beats": min(s.beats for s in alive), "worst_gap": gaps[-1],
        "median_gap": gaps[len(gaps) // 2]}), flush=True)
    # The one who started this measures the server now, with all streams open.
    sys.stdin.readline()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3], int(sys.argv[4]), float(sys.argv[5]),
         sys.argv[6:])
