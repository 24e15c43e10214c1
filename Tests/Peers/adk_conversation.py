#!/usr/bin/env python3
"""A whole conversation through the Agent Development Kit's own client, and the kit's own reading
of every event that was sent.

    adk_conversation.py http://127.0.0.1:8787

Needs PyPI google-adk (1.39.1 and 2.13.0 are the two it is run with).
"""

import asyncio
import json
import sys
import uuid
import warnings
from typing import Any, AsyncIterator

import httpx

from adk_events import EventReader, losses
from media import png
from service import APP, SKILL, Connection, Failure, require

warnings.filterwarnings("ignore")

from google.adk.cli.adk_web_server import RunAgentRequest  # noqa: E402
from google.adk.cli.conformance.adk_web_server_client import AdkWebServerClient  # noqa: E402
from google.adk.sessions import Session  # noqa: E402
from google.genai import types  # noqa: E402


class Recorder(httpx.AsyncHTTPTransport):
    """Keeps what came over the wire, byte for byte, while the kit's client reads it."""

    def __init__(self) -> None:
        super().__init__()
        self.last = bytearray()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        response = await super().handle_async_request(request)
        self.last = bytearray()
        response.stream = Tee(response.stream, self.last)
        return response


class Tee(httpx.AsyncByteStream):
    def __init__(self, stream: Any, kept: bytearray) -> None:
        self.stream, self.kept = stream, kept

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for piece in self.stream:
            self.kept += piece
            yield piece

    async def aclose(self) -> None:
        await self.stream.aclose()


class Conversation:
    def __init__(self, url: str) -> None:
        self.url = url.rstrip("/")
        self.plain = Connection(self.url).sign_in()
        self.recorder = Recorder()
        self.kit = AdkWebServerClient(base_url=self.url)
        # The kit's client takes no headers, but keeps to an HTTP client that is already there.
        self.kit._client = self.http = httpx.AsyncClient(
            base_url=self.url, timeout=30, transport=self.recorder,
            headers={"Authorization": f"Bearer {self.plain.token}", **SKILL})
        self.reader = EventReader()
        self.session = ""

    def sessions(self, rest: str = "") -> str:
        return f"/apps/{APP}/users/me/sessions{rest}"

    async def say(self, text: str) -> list[dict]:
        """Says something through the kit's client; gives the events as they were sent."""
        request = RunAgentRequest(
            app_name=APP, user_id="me", session_id=self.session,
            new_message=types.Content(role="user", parts=[types.Part(text=text)]))
        parsed = [event async for event in self.kit.run_agent(request)]
        sent = self.reader.stream(bytes(self.recorder.last), text)
        require(len(parsed) == len(sent),
                f"{text!r}: the kit's client read {len(parsed)} events of {len(sent)}")
        return sent

    async def facts(self) -> None:
        version = await self.kit.get_version_data()
        require(version and all(isinstance(value, str) for value in version.values()),
                f"/version: {version}")
        require((await self.http.get("/list-apps")).json() == [APP], "/list-apps")
        detailed = (await self.http.get("/list-apps", params={"detailed": "true"})).json()
        require([app["name"] for app in detailed["apps"]] == [APP], f"detailed: {detailed}")
        health = await self.http.get("/health")
        require(health.status_code == 200 and health.json() == {"status": "ok"}, "/health")

    async def making_sessions(self) -> None:
        made = await self.kit.create_session(app_name=APP, user_id="me")
        require(made.app_name == APP and made.user_id == "me" and not made.events,
                f"a new session: {made}")
        self.session = made.id
        named = await self.kit.create_session(app_name=APP, user_id="me", state={"locale": "en"})
        require(named.state.get("locale") == "en", f"its state: {named.state}")
        number = str(uuid.uuid4().int)[:12]
        for path, body in (("", {"sessionId": number}), (f"/{number}7", {"mood": "calm"})):
            first = await self.http.post(self.sessions(path), json=body)
            require(first.status_code == 200, f"{path} {body}: {first.status_code} {first.text}")
            Session.model_validate(first.json())
            again = await self.http.post(self.sessions(path), json=body)
            require(again.status_code == 409, f"the same id again: {again.status_code}")
        bare = await self.http.post(self.sessions())
        require(bare.status_code == 200, f"a session without a body: {bare.status_code}")
        listed = (await self.http.get(self.sessions())).json()
        found = {Session.model_validate(item).id for item in listed}
        require({made.id, named.id, number, f"{number}7"} <= found, f"listed: {found}")
        await self.kit.delete_session(app_name=APP, user_id="me", session_id=named.id)
        await self.missing(named.id)

    async def missing(self, session: str) -> None:
        for call in (self.kit.get_session, self.kit.delete_session):
            try:
                await call(app_name=APP, user_id="me", session_id=session)
            except httpx.HTTPStatusError as error:
                require(error.response.status_code == 404, f"a removed session: {error}")
            else:
                raise Failure("a session that was removed is still there")

    async def editing(self) -> None:
        reply = await self.http.post(
            f"/api/upload-video/{APP}/me/{self.session}",
            files={"files": ("hills.png", png(seed=3), "image/png")})
        require(reply.status_code == 200 and reply.json()["code"] == 0, f"upload: {reply.text}")
        made = await self.say("animate this image into a 3-second cinematic video clip")
        self.reader.tools_answered(made)
        draft = self.plain.state(self.session)["draft"]
        require(draft["d"] == 3000, f"the draft lasts {draft['d']} ms")
        titled = await self.say('make the title "Dawn"')
        require(self.title() == "Dawn", f"the title is {self.title()!r}")
        require(any(event["actions"]["stateDelta"] for event in titled), "no stateDelta came")
        # Python's line ends, where the kit's client would cut a line that isn't escaped.
        await self.say('make the title "one\u2028two\u0085three"')
        await self.say("undo")
        require(self.title() == "Dawn", f"after an undo the title is {self.title()!r}")
        await self.say("undo")
        require(self.title() is None, f"after two undos the title is {self.title()!r}")
        await self.say("把它变成黑白的")

    def title(self) -> Any:
        draft = self.plain.state(self.session)["draft"]
        found = [segment["x"] for track in draft["t"] if track["tt"] == 7
                 for segment in track["sg"]]
        return found[0] if found else None

    async def keeping(self) -> None:
        """What the kit reads back of the session."""
        updated = await self.kit.update_session(
            app_name=APP, user_id="me", session_id=self.session, state_delta={"note": "kept"})
        require(updated.state.get("note") == "kept", f"after PATCH: {updated.state}")
        whole = await self.kit.get_session(
            app_name=APP, user_id="me", session_id=self.session)
        sent = json.loads(self.recorder.last)
        require(whole.state.get("note") == "kept", "what PATCH set is gone")
        authors = {event.author for event in whole.events}
        require({"user", APP} <= authors, f"the session's events are by {authors}")
        for event in sent["events"]:
            self.reader.event(event, "of the session")
            require(not event.get("partial"), "a partial event is kept in the session")
        missing = losses(sent, whole.model_dump(exclude_none=True, by_alias=True, mode="json"))
        require(not missing, f"the session loses {missing[:5]}")
        answer = await self.http.post("/run", json={
            "app_name": APP, "user_id": "me", "session_id": self.session,
            "new_message": {"parts": [{"text": "show tracks"}]}})
        require(answer.status_code == 200, f"/run: {answer.status_code} {answer.text}")
        events = answer.json()
        require(isinstance(events, list) and events, "/run answers no list of events")
        for event in events:
            self.reader.event(event, "of /run")

    async def exporting(self) -> None:
        order = {"id": f"render_{uuid.uuid4().hex}", "sessionId": self.session,
                 "draft": self.plain.state(self.session)["draft"],
                 "output": {"format": "mp4", "quality": "draft"}}
        reply = await self.http.post("/api/render/proxy/lambda", json=order)
        require(reply.status_code == 200, f"the order: {reply.text}")
        for _ in range(600):
            poll = (await self.http.get(f"/api/render/proxy/lambda/{order['id']}")).json()
            if poll["status"] not in ("pending", "processing"):
                break
            await asyncio.sleep(0.1)
        require(poll["status"] == "completed", f"the film: {poll}")
        film = await self.http.get(f"/api/render/proxy/{order['id']}/download")
        require(film.status_code == 200 and film.content[4:8] == b"ftyp", "the film is no MP4")

    async def artifacts(self) -> None:
        base = self.sessions(f"/{self.session}/artifacts")
        names = (await self.http.get(base)).json()
        require("hills.png" in names, f"the artifacts are {names}")
        require((await self.http.get(f"{base}/nothing.png")).status_code == 404, "no such one")
        for name in names:
            part = await self.http.get(f"{base}/{name}")
            types.Part.model_validate(part.json())
            versions = (await self.http.get(f"{base}/{name}/versions")).json()
            require(versions and all(type(item) is int for item in versions), f"{versions}")
            place = dict(app_name=APP, user_id="me", session_id=self.session, artifact_name=name)
            one = await self.kit.get_artifact_version_metadata(version=versions[-1], **place)
            all_of_it = await self.kit.list_artifact_versions_metadata(**place)
            require(one.version == versions[-1] and len(all_of_it) == len(versions), f"{name}")

    async def unpatched(self) -> None:
        """The kit's client as it is, the token as the password in the address."""
        address = self.url.replace("http://", f"http://me:{self.plain.token}@")
        async with AdkWebServerClient(base_url=address) as client:
            await client.create_session(app_name=APP, user_id="me")

    async def ending(self) -> None:
        await self.kit.delete_session(app_name=APP, user_id="me", session_id=self.session)
        await self.missing(self.session)
        await self.kit.close()


async def main(url: str) -> int:
    talk = Conversation(url)
    steps = [talk.facts, talk.making_sessions, talk.editing, talk.keeping, talk.exporting,
             talk.artifacts, talk.unpatched, talk.ending]
    failures = 0
    for step in steps:
        try:
            await step()
            print(f"ok    {step.__name__}")
        except Exception as error:  # noqa: BLE001 - each step is told, and the next one tried
            failures += 1
            print(f"FAIL  {step.__name__}: {type(error).__name__}: {error}")
    print(f"{talk.reader.count} events of {talk.reader.keys()} were read by the kit and written "
          f"again; {len(talk.reader.findings)} lost something")
    for finding in talk.reader.findings[:20]:
        print(f"FAIL  {finding}")
    return 1 if failures or talk.reader.findings or not talk.reader.count else 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main(sys.argv[1])))
