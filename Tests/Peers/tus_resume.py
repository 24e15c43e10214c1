#!/usr/bin/env python3
"""Resumable uploads by PyPI tuspy: cut off in the middle of a chunk, and by kill -9.

    tus_resume.py .build/release/kinora FOLDER
"""

import hashlib
import http.client
import pathlib
import socket
import sys
import threading
import time
from base64 import b64encode

from tusclient.client import TusClient
from tusclient.exceptions import TusCommunicationError, TusUploadFailed

from media import wav
from service import Connection, Failure, Service, require
from settings import GENEROUS

CHUNK = 1 << 20


class Cutter:
    """Stands between a client and the server, and closes the line after so many bytes."""

    def __init__(self, port: int):
        self.target = port
        self.left = float("inf")
        self.cuts = 0
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def cut_after(self, count: int) -> None:
        self.left = count

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self.listener.accept()
                server = socket.create_connection(("127.0.0.1", self.target))
            except OSError:
                return
            for source, sink, is_sent in ((client, server, True), (server, client, False)):
                threading.Thread(
                    target=self._pass, args=(source, sink, is_sent), daemon=True).start()

    def _pass(self, source: socket.socket, sink: socket.socket, is_sent: bool) -> None:
        try:
            while piece := source.recv(16_384):
                if is_sent:
                    piece = piece[:int(min(self.left, len(piece)))]
                    self.left -= len(piece)
                sink.sendall(piece)
                if is_sent and self.left <= 0:
                    self.left = float("inf")
                    self.cuts += 1
                    break
        except OSError:
            pass
        for end in (source, sink):
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass


class Uploads:
    def __init__(self, service: Service, folder: pathlib.Path):
        self.service = service
        self.user = Connection(service.url).sign_in()
        self.session = self.user.new_session()
        self.folder = folder

    def client(self) -> TusClient:
        address = f"http://127.0.0.1:{self.service.port}/files/"
        return TusClient(address, headers={"Authorization": f"Bearer {self.user.token}"})

    def sound(self, name: str, size: int, seed: int) -> pathlib.Path:
        return wav(self.folder / name, size, seed)

    def names(self, path: pathlib.Path) -> dict:
        return {"filename": path.name, "filetype": "audio/wav", "session_id": self.session}

    def arrived(self, path: pathlib.Path) -> None:
        """The session has the medium, whole; its link gives the same bytes."""
        wanted = hashlib.sha256(path.read_bytes()).hexdigest()
        found = [item for item in self.user.state(self.session)["video_infos"]
                 if item["filename"] == path.name]
        require(len(found) == 1, f"{path.name} is there {len(found)} times")
        require(found[0]["hash"] == wanted, f"{path.name} has another hash")
        link = found[0]["cdn_url"].removeprefix(self.service.url)
        fetched = Connection(self.service.url).get(link)
        require(fetched.status == 200 and fetched.body == path.read_bytes(),
                f"the link of {path.name} gives {fetched.status}, {len(fetched.body)} bytes")

    def options(self) -> str:
        reply = self.user.send("OPTIONS", "/files/")
        require(reply.status in (200, 204), f"OPTIONS answers {reply.status}")
        require("1.0.0" in reply.headers.get("Tus-Version", ""), "no Tus-Version: 1.0.0")
        extensions = reply.headers.get("Tus-Extension", "").split(",")
        require("creation" in extensions, f"the extensions are {extensions}")
        return ",".join(extensions)

    def whole(self) -> str:
        path = self.sound("whole.wav", 3 * CHUNK + 17, 1)
        self.client().uploader(
            str(path), chunk_size=CHUNK, metadata=self.names(path)).upload()
        self.arrived(path)
        return f"{path.stat().st_size} bytes in chunks of {CHUNK}"

    def cut_in_mid_chunk(self) -> str:
        path = self.sound("cut.wav", 6 * CHUNK + 333, 2)
        cutter = Cutter(self.service.port)
        uploader = self.through(
            cutter, path, chunk_size=2 * CHUNK, retries=3, retry_delay=0)
        uploader.upload_chunk()
        # tuspy learns by itself where to go on: HEAD, then PATCH from there.
        cutter.cut_after(CHUNK)
        uploader.upload()
        require(cutter.cuts == 1, "the line was not cut")
        self.arrived(path)
        return f"{path.stat().st_size} bytes, the line closed within the second chunk"

    def another_client_resumes(self) -> str:
        path = self.sound("other.wav", 4 * CHUNK, 3)
        cutter = Cutter(self.service.port)
        first = self.through(cutter, path, chunk_size=4 * CHUNK)
        cutter.cut_after(CHUNK + 4321)
        try:
            first.upload()
        except (TusUploadFailed, TusCommunicationError):
            pass
        else:
            raise Failure("the upload was not cut off")
        address = first.url.replace(f":{cutter.port}", f":{self.service.port}")
        second = self.settled(path, address)
        require(0 < second.offset < 4 * CHUNK, f"the server kept {second.offset} bytes")
        kept = second.offset
        second.upload()
        self.arrived(path)
        return f"went on at {kept} of {path.stat().st_size}"

    def through(self, cutter: Cutter, path: pathlib.Path, **rest):
        """An uploader whose upload has begun, and goes on by way of the cutter."""
        uploader = self.client().uploader(str(path), metadata=self.names(path), **rest)
        address = uploader.create_url()
        uploader.set_url(address.replace(f":{self.service.port}/", f":{cutter.port}/"))
        return uploader

    def settled(self, path: pathlib.Path, address: str):
        """An uploader at the offset that the server keeps, once that grows no more."""
        offset = -1
        for _ in range(50):
            uploader = self.client().uploader(str(path), url=address, chunk_size=CHUNK)
            if uploader.offset == offset:
                return uploader
            offset = uploader.offset
            time.sleep(0.1)
        raise Failure("the upload's offset never settles")

    def killed(self) -> str:
        path = self.sound("killed.wav", 5 * CHUNK + 5, 4)
        first = self.client().uploader(str(path), chunk_size=CHUNK, metadata=self.names(path))
        first.upload(stop_at=2 * CHUNK)
        self.service.kill()
        self.service.start()
        second = self.client().uploader(str(path), url=first.url, chunk_size=CHUNK)
        require(second.offset == 2 * CHUNK,
                f"2 chunks were acknowledged, {second.offset} bytes are kept")
        second.upload()
        self.arrived(path)
        return "two chunks acknowledged, kill -9, start, the rest"

    def killed_in_mid_chunk(self) -> str:
        path = self.sound("killed-within.wav", 8 * CHUNK, 5)
        first = self.client().uploader(str(path), chunk_size=CHUNK, metadata=self.names(path))
        first.upload_chunk()
        content = path.read_bytes()
        line = http.client.HTTPConnection("127.0.0.1", self.service.port, timeout=10)
        line.putrequest("PATCH", "/" + first.url.split("/", 3)[3])
        for name, value in (
            ("Authorization", f"Bearer {self.user.token}"), ("Tus-Resumable", "1.0.0"),
            ("Upload-Offset", str(CHUNK)), ("Content-Length", str(7 * CHUNK)),
            ("Content-Type", "application/offset+octet-stream"),
        ):
            line.putheader(name, value)
        line.endheaders(content[CHUNK:3 * CHUNK])
        self.service.kill()
        line.close()
        self.service.start()
        second = self.client().uploader(str(path), url=first.url, chunk_size=CHUNK)
        require(CHUNK <= second.offset <= 3 * CHUNK, f"{second.offset} bytes are kept")
        kept = second.offset
        second.upload()
        self.arrived(path)
        return f"kill -9 within a chunk, went on at {kept}"

    def refusals(self) -> str:
        """What the protocol says of requests that don't fit."""
        path = self.sound("refused.wav", CHUNK, 6)
        uploader = self.client().uploader(str(path), metadata=self.names(path))
        place = "/" + uploader.create_url().split("/", 3)[3]
        headers = {"Tus-Resumable": "1.0.0", "Upload-Offset": "0",
                   "Content-Type": "application/offset+octet-stream"}

        def patch(changes: dict, by: Connection = self.user, method: str = "PATCH") -> int:
            return by.send(method, place, body=b"RIFF" if method == "PATCH" else None,
                           headers={**headers, **changes}).status

        stranger = Connection(self.service.url).sign_in()
        found = {
            "a wrong offset": (patch({"Upload-Offset": "9"}), 409),
            "another content type": (patch({"Content-Type": "application/json"}), 415),
            "another version": (patch({"Tus-Resumable": "0.2.2"}), 412),
            "no token": (patch({"Authorization": None}), 401),
            "another's token": (patch({}, stranger), 404),
            "another's HEAD": (patch({}, stranger, "HEAD"), 404),
            "an offset that is no number": (patch({"Upload-Offset": "x"}), 400),
        }
        wrong = [f"{name} answers {status}, not {wanted}"
                 for name, (status, wanted) in found.items() if status != wanted]
        require(not wrong, "; ".join(wrong))
        long = self.user.post("/files/", headers={
            "Tus-Resumable": "1.0.0", "Upload-Length": str(1 << 40),
            "Upload-Metadata": ",".join(uploader.encode_metadata())})
        require(long.status == 413 and long.json["code"] == 4002, f"too long: {long.status}")
        return f"{len(found) + 1} kinds"

    def checksums(self) -> str:
        if "checksum" not in self.options().split(","):
            return "the server doesn't offer them"
        path = self.sound("sums.wav", 2 * CHUNK, 7)
        uploader = self.client().uploader(
            str(path), chunk_size=CHUNK, metadata=self.names(path), upload_checksum=True)
        uploader.upload_chunk()
        wrong = self.user.send(
            "PATCH", "/" + uploader.url.split("/", 3)[3], body=b"abcd", headers={
                "Tus-Resumable": "1.0.0", "Upload-Offset": str(CHUNK),
                "Content-Type": "application/offset+octet-stream",
                "Upload-Checksum": "sha1 " + b64encode(hashlib.sha1(b"other").digest()).decode()})
        require(wrong.status == 460, f"a wrong checksum answers {wrong.status}")
        uploader.upload()
        self.arrived(path)
        return "right ones taken, a wrong one refused"

    def terminated(self) -> str:
        if "termination" not in self.options().split(","):
            return "the server doesn't offer it"
        path = self.sound("ended.wav", CHUNK, 8)
        place = "/" + self.client().uploader(
            str(path), metadata=self.names(path)).create_url().split("/", 3)[3]
        version = {"Tus-Resumable": "1.0.0"}
        require(self.user.send("DELETE", place, headers=version).status == 204, "DELETE")
        gone = self.user.send("HEAD", place, headers=version).status
        require(gone in (404, 410), f"after DELETE a HEAD answers {gone}")
        return "ended by DELETE"

    def of_no_use(self) -> str:
        """What was sent whole but is no medium is refused with 4001, and nothing is kept."""
        path = self.folder / "text.mp4"
        path.write_text("no film at all\n" * 1000)
        uploader = self.client().uploader(str(path), metadata=self.names(path))
        try:
            uploader.upload()
        except TusUploadFailed as error:
            require(error.status_code == 415, f"it answers {error.status_code}")
        else:
            raise Failure("a text was taken as a film")
        require(not any(item["filename"] == "text.mp4"
                        for item in self.user.state(self.session)["video_infos"]), "it is kept")
        return "415"


def main(kinora: str, folder: str) -> int:
    place = pathlib.Path(folder)
    failures = 0
    with Service(kinora, place, GENEROUS) as service:
        uploads = Uploads(service, place)
        for part in (uploads.options, uploads.whole, uploads.cut_in_mid_chunk,
                     uploads.another_client_resumes, uploads.killed, uploads.killed_in_mid_chunk,
                     uploads.refusals, uploads.checksums, uploads.terminated, uploads.of_no_use):
            try:
                print(f"ok    {part.__name__}: {part()}", flush=True)
            except Exception as error:  # noqa: BLE001 - each is told, and the next one tried
                failures += 1
                print(f"FAIL  {part.__name__}: {type(error).__name__}: {error}", flush=True)
                if service.process is None or service.process.poll() is not None:
                    service.start()
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
