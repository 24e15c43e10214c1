"""What torch does for a pipeline: the device, its memory, chance."""

from __future__ import annotations

import gc
import platform
from typing import Any

import diffusers
import torch

from .errors import WorkerError
from .memory import MODEL, NONE, Weights, remedy

DTYPES = {"bf16": torch.bfloat16, "fp16": torch.float16, "fp32": torch.float32}


class Machine:
    """A `Runtime` of torch."""

    def __init__(self, device: str, dtype: str) -> None:
        """Chooses the device and the type of numbers; raises a `WorkerError`."""
        self.device = _device(device)
        self.dtype_name = _dtype_name(self.device, dtype)
        self.weights = Weights(0, 0)
        self.offload = NONE
        self._prepared: Any = None

    @property
    def can_offload(self) -> bool:
        """Whether the device has a memory of its own to spare."""
        return bool(self.device.type == "cuda")

    @property
    def device_name(self) -> str:
        """The device as people call it."""
        if self.device.type == "cuda":
            return str(torch.cuda.get_device_name(self.device))
        if self.device.type == "mps":
            return "Apple GPU"
        return f"{platform.machine()} CPU, {torch.get_num_threads()} threads"

    def dtypes(self, is_vae_exact: bool) -> Any:
        """The types of numbers to load a pipeline's parts in."""
        dtype = DTYPES[self.dtype_name]
        return {"default": dtype, "vae": torch.float32} if is_vae_exact else dtype

    def memory(self) -> tuple[int | None, int | None]:
        """The free and the whole memory of the device, in bytes, where they can be asked."""
        if self.device.type != "cuda":
            return None, None
        free, total = torch.cuda.mem_get_info(self.device)
        return int(free), int(total)

    def prepare(self, pipe: Any) -> None:
        """Brings a pipeline to where it works; again where another with its parts was last."""
        if pipe is self._prepared:
            return
        if self.offload == MODEL:
            pipe.enable_model_cpu_offload(device=self.device)
        elif self.offload == NONE:
            pipe.to(self.device)
        elif self._prepared is None:
            # These hooks sit in the layers, and thus serve both pipelines.
            pipe.enable_sequential_cpu_offload(device=self.device)
        if self.offload != NONE and hasattr(pipe.vae, "enable_tiling"):
            pipe.vae.enable_tiling()
        self._prepared = pipe

    def generator(self, seed: int) -> Any:
        """Chance from the CPU's source, so that every device makes of a seed the same film."""
        return torch.Generator("cpu").manual_seed(seed)

    def inference(self) -> Any:
        """Without gradients."""
        # Not inference_mode: what offloading moves within it could not be used outside.
        return torch.no_grad()

    def is_out_of_memory(self, failure: BaseException) -> bool:
        """Whether a failure says that memory wasn't enough, on whatever device."""
        words = str(failure).lower()
        return isinstance(failure, MemoryError | torch.OutOfMemoryError) or (
            isinstance(failure, RuntimeError)
            and ("out of memory" in words or "can't allocate memory" in words)
        )

    def remedy(self) -> str:
        """What helps when memory wasn't enough, as the end of a sentence."""
        return remedy(self.offload, self.can_offload)

    def release(self) -> None:
        """Gives memory back that nobody uses."""
        gc.collect()
        if self.device.type == "cuda":
            torch.cuda.empty_cache()
        elif self.device.type == "mps":
            torch.mps.empty_cache()

    def description(self) -> dict[str, Any]:
        """Device, type of numbers, memory and offloading, for people."""
        free, total = self.memory()
        return {
            "device": str(self.device),
            "device_name": self.device_name,
            "dtype": self.dtype_name,
            "offload": self.offload,
            "weights_bytes": self.weights.total,
            "free_bytes": free,
            "memory_bytes": total,
            "torch": str(torch.__version__),
            "diffusers": str(diffusers.__version__),
        }


def _device(asked: str) -> Any:
    if asked == "auto":
        if torch.cuda.is_available():
            return torch.device("cuda")
        return torch.device("mps" if torch.backends.mps.is_available() else "cpu")
    try:
        device = torch.device(asked)
        torch.zeros(1, device=device)
    except (RuntimeError, AssertionError, NotImplementedError) as failure:
        raise WorkerError(
            500, "no_device", f"The device {asked} can't be used here; try --device auto."
        ) from failure
    return device


def _dtype_name(device: Any, asked: str) -> str:
    if asked != "auto":
        return asked
    if device.type == "cpu":
        return "fp32"
    if device.type == "cuda" and torch.cuda.is_bf16_supported():
        return "bf16"
    return "fp16"
