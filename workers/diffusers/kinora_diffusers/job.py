"""A job: one film, from the order to the file."""

from __future__ import annotations

import secrets
from dataclasses import asdict, dataclass, fields
from typing import Any

from .order import Order, seconds_text

QUEUED, RUNNING, DONE, FAILED = "queued", "in_progress", "completed", "failed"


@dataclass
class Job:
    """What is known of a film; times are whole seconds since 1970."""

    id: str
    #: Jobs are made in the order of their numbers.
    number: int
    model: str
    created_at: int
    order: Order
    status: str = QUEUED
    progress: int = 0
    completed_at: int | None = None
    expires_at: int | None = None
    error: dict[str, str] | None = None
    #: Hashes of the Idempotency-Key and of the request that came with it.
    key: str | None = None
    request: str | None = None

    @property
    def is_over(self) -> bool:
        """Whether nothing more will happen to it."""
        return self.status in (DONE, FAILED)

    def public(self) -> dict[str, Any]:
        """The job as clients see it."""
        order = self.order
        return {
            "id": self.id,
            "object": "video",
            "status": self.status,
            "progress": self.progress,
            "created_at": self.created_at,
            "completed_at": self.completed_at,
            "expires_at": self.expires_at,
            "model": self.model,
            "prompt": order.prompt,
            "size": f"{order.width}x{order.height}",
            "seconds": seconds_text(order.num_frames, order.fps),
            "num_frames": order.num_frames,
            "fps": order.fps,
            "seed": order.seed,
            "negative_prompt": order.negative_prompt or None,
            "num_inference_steps": order.steps,
            "guidance_scale": order.guidance,
            "adjusted": order.adjusted,
            "error": self.error,
        }

    def stored(self) -> dict[str, Any]:
        """The job as it is written to disk."""
        return asdict(self)

    @classmethod
    def restored(cls, value: dict[str, Any]) -> Job:
        """Reads what `stored` gave; raises TypeError or KeyError where it is something else."""
        known = {field.name for field in fields(cls)}
        parts = {name: part for name, part in value.items() if name in known}
        parts["order"] = Order(**parts["order"])
        return cls(**parts)


def new_id() -> str:
    """An identifier that nobody guesses."""
    return f"video_{secrets.token_hex(16)}"
