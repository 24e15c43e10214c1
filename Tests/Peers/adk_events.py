"""The kit as an oracle: what it reads of an event and writes again must hold all that was sent.

Validation alone accepts almost anything: unknown keys at the top are dropped in silence. Two
spellings count as the same value, because the kit itself changes them: a whole number for a
float (1795347178 becomes 1795347178.0), and nothing else.
"""

import json
import re
import warnings
from collections import Counter
from typing import Any

from service import Failure, require, server_sent_events

warnings.filterwarnings("ignore")

from google.adk.events import Event  # noqa: E402

UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\Z", re.IGNORECASE)


def losses(sent: Any, kept: Any, place: str = "") -> list[str]:
    """Where `kept` lacks a key or value of `sent`."""
    if isinstance(sent, dict) and isinstance(kept, dict):
        return [loss for key, value in sent.items()
                for loss in (losses(value, kept[key], f"{place}.{key}") if key in kept
                             else [f"{place}.{key} is gone"])]
    if isinstance(sent, list) and isinstance(kept, list) and len(sent) == len(kept):
        return [loss for index, pair in enumerate(zip(sent, kept))
                for loss in losses(*pair, f"{place}[{index}]")]
    numbers = all(isinstance(value, (int, float)) and not isinstance(value, bool)
                  for value in (sent, kept))
    same = sent == kept and (numbers or type(sent) is type(kept))
    return [] if same else [f"{place}: {sent!r} became {kept!r}"]


def written_again(event: dict) -> dict:
    return Event.model_validate(event).model_dump(exclude_none=True, by_alias=True, mode="json")


class EventReader:
    """Reads events as the kit does, and collects what is wrong with them."""

    def __init__(self) -> None:
        self.count = 0
        self.findings: list[str] = []
        self._keys: Counter = Counter()
        self.can_fail()

    def can_fail(self) -> None:
        """The oracle notices what it is there to notice."""
        good = {"id": "a", "invocationId": "e-1", "author": "a", "timestamp": 1.5,
                "actions": {"stateDelta": {"a": None}, "artifactDelta": {}},
                "content": {"role": "model", "parts": [{"text": "a"}]}, "partial": True}
        require(not losses(good, written_again(good)), "the oracle refuses a good event")
        for bad in ({"own": 1}, {"actions": {"own": 1}}, {"errorCode": 1001},
                    {"invocation_id": "e"}, {"timestamp": "2026-01-01T00:00:00Z"}):
            try:
                found = losses({**good, **bad}, written_again({**good, **bad}))
            except ValueError:
                continue
            require(found, f"the oracle doesn't notice {bad}")

    def keys(self) -> str:
        return ", ".join(sorted(self._keys))

    def event(self, event: dict, place: str) -> None:
        """One event, by the contract and by the kit."""
        self.count += 1
        self._keys.update(key for key in event)
        wrong = self._against_contract(event)
        try:
            wrong += losses(event, written_again(event))
        except ValueError as error:
            wrong.append(f"the kit refuses it: {error}")
        self.findings += [f"an event {place}: {text}; {json.dumps(event)[:400]}" for text in wrong]

    def _against_contract(self, event: dict) -> list[str]:
        wrong = [f"{key} is null" for key, value in event.items() if value is None]
        for key, kind in (("id", str), ("invocationId", str), ("author", str),
                          ("timestamp", (int, float)), ("actions", dict)):
            if not isinstance(event.get(key), kind):
                wrong.append(f"{key} is {event.get(key)!r}")
        if not UUID.match(str(event.get("id"))):
            wrong.append(f"its id is no UUID: {event.get('id')}")
        for part in event.get("content", {}).get("parts", []):
            response = part.get("functionResponse")
            if response is None:
                if event.get("partial"):
                    wrong.append("a partial event that is no tool's progress")
            elif event.get("partial"):
                progress = response["response"].get("progress")
                if response["response"].get("status") != "running" or not (
                        isinstance(progress, (int, float)) and 0 <= progress <= 1):
                    wrong.append(f"progress is told as {response['response']}")
        return wrong

    def stream(self, body: bytes, place: str) -> list[dict]:
        """The events of a stream, from its bytes as they came."""
        require(body.endswith(b"\n\n"), f"{place}: the stream ends in the middle of an event")
        events, ids = [], []
        lines = iter(line + b"\n" for line in body.split(b"\n")[:-1])
        for number, data in server_sent_events(lines):
            if not data:
                continue
            require("\n" not in data, f"{place}: an event has more than one data line")
            require(number, f"{place}: an event has no id: line")
            events.append(json.loads(data))
            ids.append(number)
            self.event(events[-1], f"after {place!r}")
        require(len(set(ids)) == len(ids), f"{place}: ids come twice: {ids}")
        require(len({event["id"] for event in events}) == len(events), f"{place}: uuids twice")
        require(len({event["invocationId"] for event in events}) == 1,
                f"{place}: events of {len({e['invocationId'] for e in events})} invocations")
        return events

    def tools_answered(self, events: list[dict]) -> None:
        """Each call has one whole answer, after any progress; progress doesn't fall."""
        open_calls: dict[str, float] = {}
        calls = 0
        for event in events:
            for part in event.get("content", {}).get("parts", []):
                if call := part.get("functionCall"):
                    calls += 1
                    open_calls[call["id"]] = 0
                if answer := part.get("functionResponse"):
                    if answer["id"] not in open_calls:
                        raise Failure(f"an answer to no open call: {answer}")
                    if event["content"]["role"] != "user":
                        raise Failure(f"a tool's answer has role {event['content']['role']!r}")
                    if event.get("partial"):
                        now = answer["response"]["progress"]
                        require(now >= open_calls[answer["id"]], "progress falls")
                        open_calls[answer["id"]] = now
                    else:
                        del open_calls[answer["id"]]
        require(calls, "an edit came without a tool call")
        require(not open_calls, f"calls without an answer: {list(open_calls)}")
