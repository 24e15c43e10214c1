"""Loads a model with diffusers; here and in `machine` alone torch is imported."""

from __future__ import annotations

import inspect
import json
import logging
import os
import time
from pathlib import Path
from typing import Any

from .engine import Engine
from .errors import WorkerError
from .families import FAMILIES, Family, joined
from .memory import NONE, Weights, offload_for, shown

log = logging.getLogger("kinora")


def load(model: str, device: str, dtype: str, offload: str) -> Engine:
    """Loads a folder that `save_pretrained` wrote, or a model by its id.

    Nothing is asked of the network for a folder. Raises a `WorkerError` that says why not.
    """
    is_folder = Path(model).is_dir()
    if is_folder:
        # Read once, when the libraries below are imported.
        os.environ["HF_HUB_OFFLINE"] = "1"
        # A wrong folder is told before the libraries take their seconds.
        _class_name(model, None)
    began = time.monotonic()
    diffusers = _libraries()
    from .machine import Machine

    imported = time.monotonic()
    name = _class_name(model, None if is_folder else diffusers)
    family = FAMILIES[name]
    machine = Machine(device, dtype)
    pipe = _pipeline(model, is_folder, diffusers, machine.dtypes(family.is_vae_exact))
    weights = _weights(pipe)
    machine.weights = weights
    machine.offload = _offload(offload, weights, machine)
    engine = _engine(pipe, name, family, diffusers, machine)
    try:
        machine.prepare(pipe)
    except Exception as failure:
        raise WorkerError(
            500, "cannot_place",
            f"The model can't be brought onto {machine.device} ({first_line(failure)}); try "
            "--offload model or --device cpu.",
        ) from failure  # fmt: skip
    log.info(
        "%s, a %s of %s in %s, is loaded on %s; offload: %s. Imports took %.1f s, loading %.1f s.",
        model, name, shown(weights.total), machine.dtype_name, machine.device_name, machine.offload,
        imported - began, time.monotonic() - imported,
    )  # fmt: skip
    return engine


def first_line(failure: Exception) -> str:
    """The first line of a failure's words."""
    lines = str(failure).strip().splitlines() or [type(failure).__name__]
    return lines[0][:300].rstrip(".")


def _libraries() -> Any:
    try:
        import diffusers
        import torch  # noqa: F401
        import transformers
    except ImportError as failure:
        raise WorkerError(
            500, "library_missing",
            f"A model needs {failure.name}, which isn't installed; install "
            "kinora-diffusers[model], as the README says.",
        ) from failure  # fmt: skip
    diffusers.utils.logging.set_verbosity_error()
    diffusers.utils.logging.disable_progress_bar()
    transformers.utils.logging.set_verbosity_error()
    transformers.utils.logging.disable_progress_bar()
    return diffusers


def _class_name(model: str, diffusers: Any | None) -> str:
    """The pipeline's class, before gigabytes are fetched; without diffusers, a folder's."""
    try:
        if diffusers is None:
            index = json.loads((Path(model) / "model_index.json").read_text("utf-8"))
        else:
            index = diffusers.DiffusionPipeline.load_config(model)
        name = index["_class_name"]
    except Exception as failure:
        what = "has no model_index.json that can be read" if diffusers is None else "can't be found"
        raise WorkerError(
            500, "no_model",
            f"{model} {what} ({first_line(failure)}); give a folder that diffusers saved, or "
            "the id of a model in that form.",
        ) from failure  # fmt: skip
    if name not in FAMILIES:
        raise WorkerError(
            500, "unknown_family",
            f"{model} is a {name}, which this worker doesn't know; it knows "
            f"{', '.join(FAMILIES)}.",
        )  # fmt: skip
    return str(name)


def _pipeline(model: str, is_folder: bool, diffusers: Any, dtypes: Any) -> Any:
    try:
        # Other forms of weights are programs that would be run.
        pipe = diffusers.DiffusionPipeline.from_pretrained(
            model, dtype=dtypes, local_files_only=is_folder, use_safetensors=True
        )
    except Exception as failure:
        raise WorkerError(
            500, "cannot_load",
            f"{model} can't be loaded ({first_line(failure)}); see that it is whole and holds "
            "its weights as safetensors, and that the memory is enough.",
        ) from failure  # fmt: skip
    pipe.set_progress_bar_config(disable=True)
    return pipe


def _engine(pipe: Any, name: str, family: Family, diffusers: Any, machine: Any) -> Engine:
    profile = family.refine(family.profile, pipe)
    text = pipe if "text" in profile.tasks else None
    image = pipe if "image" in profile.tasks else None
    if family.twin and family.has_twin(pipe):
        other = FAMILIES[family.twin]
        twin = _twin(pipe, getattr(diffusers, family.twin))
        profile = joined(profile, other.refine(other.profile, twin))
        text, image = text or twin, image or twin
    return Engine(profile, machine, text, image)


def _twin(pipe: Any, kind: Any) -> Any:
    """A pipeline of another class with the same parts."""
    given = {**dict(pipe.config), **pipe.components}
    taken = inspect.signature(kind.__init__).parameters
    twin = kind(**{name: value for name, value in given.items() if name in taken})
    twin.set_progress_bar_config(disable=True)
    return twin


def _weights(pipe: Any) -> Weights:
    sizes = [
        sum(tensor.numel() * tensor.element_size() for tensor in part.parameters())
        for part in pipe.components.values()
        if hasattr(part, "parameters")
    ]
    return Weights(total=sum(sizes), largest=max(sizes, default=0))


def _offload(asked: str, weights: Weights, machine: Any) -> str:
    if asked == "auto":
        free, _ = machine.memory()
        return offload_for(weights, free)
    if asked != NONE and not machine.can_offload:
        raise WorkerError(
            500, "cannot_offload",
            f"There is nothing to offload from on {machine.device}; leave out --offload.",
        )  # fmt: skip
    return asked
