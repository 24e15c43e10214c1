#!/usr/bin/env python3
"""Depth by a model, against Python's onnxruntime: what `kinora layers --depth-model` writes must be
what the same model gives there, and each failure must be one sentence.

    depth_model.py .build/release/kinora FOLDER

Runs in a virtual environment with onnxruntime, onnx, numpy and Pillow.
"""

import io
import os
import pathlib
import subprocess
import sys
from typing import Optional

# Python's is told too, so that the one that kinora opens is the only one that could report.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper
from PIL import Image

from media import png
from service import Failure, require

LIBRARY = pathlib.Path(onnxruntime.__file__).parent / "capi"
MEAN = np.array([0.485, 0.456, 0.406], np.float32)
DEVIATION = np.array([0.229, 0.224, 0.225], np.float32)
# What of red, green and blue a blur counts as near.
NEAR = np.array([0.8, 0.3, -0.6], np.float32)


class Models:
    """Models made by code: a blur over 9 by 9 places, squeezed to [1, height, width] or not."""

    def __init__(self, folder: pathlib.Path):
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def write(self, name: str, sides: tuple = ("height", "width"), taken: str = "pixel_values",
              given: str = "predicted_depth", squeezed: bool = True, inputs: int = 1,
              weights: np.ndarray = NEAR, outside: Optional[str] = None) -> pathlib.Path:
        kernel = np.repeat(weights, 81).reshape(1, 3, 9, 9) / np.float32(81)
        blurred = "blurred" if squeezed else given
        nodes = [helper.make_node("Conv", [taken, "kernel"], [blurred], pads=[4, 4, 4, 4])]
        if squeezed:
            nodes.append(helper.make_node("Squeeze", [blurred, "channel"], [given]))
        known = [numpy_helper.from_array(kernel, "kernel"),
                 numpy_helper.from_array(np.array([1], np.int64), "channel")]
        takes = [helper.make_tensor_value_info(
            name, TensorProto.FLOAT, [1, 3, *sides])
            for name in [taken, "mask", "camera"][:inputs]]
        shape = [1, *sides] if squeezed else [1, 1, *sides]
        gives = helper.make_tensor_value_info(given, TensorProto.FLOAT, shape)
        graph = helper.make_graph(nodes, "near", takes, [gives], known)
        model = helper.make_model(
            graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
        path = self.folder / name
        if outside:
            onnx.save_model(model, path, save_as_external_data=True, location=outside,
                            size_threshold=200)
        else:
            onnx.save(model, path)
        return path


class Depths:
    def __init__(self, kinora: str, folder: pathlib.Path):
        self.kinora = str(pathlib.Path(kinora).resolve())
        self.folder = folder
        self.temporary = folder / "temporary"
        self.temporary.mkdir(parents=True, exist_ok=True)
        self.models = Models(folder / "models")
        self.picture = folder / "picture.png"
        # Sides that need no resampling where the model leaves them open.
        self.picture.write_bytes(png(924, 518, seed=7))

    def run(self, *words: object, variable: Optional[object] = LIBRARY):
        environment = {k: v for k, v in os.environ.items()
                       if not k.startswith(("KINORA_", "ORT_"))}
        environment["TMPDIR"] = str(self.temporary)
        if variable:
            environment["KINORA_ONNXRUNTIME"] = str(variable)
        return subprocess.run([self.kinora, *map(str, words)], env=environment, cwd=self.folder,
                              capture_output=True, text=True, check=False)

    def depth(self, model: pathlib.Path, *more: object, **how) -> bytes:
        result = self.run("layers", self.picture, "--depth-model", model, "-o", "layers",
                          *more, **how)
        require(result.returncode == 0, f"layers ended with {result.returncode}: {result.stderr}")
        require(f"ONNX Runtime {onnxruntime.__version__}" in result.stderr, "no word on what ran")
        return (self.folder / "layers" / "depth.png").read_bytes()

    def expected(self, model: pathlib.Path, size: tuple[int, int]) -> np.ndarray:
        """What Python's onnxruntime makes of the picture, 0…1, as `layers` stretches it."""
        picture = Image.open(self.picture).convert("RGB")
        scaled = picture.resize(size, Image.BICUBIC) if picture.size != size else picture
        values = (np.asarray(scaled, np.float32) / 255 - MEAN) / DEVIATION
        session = onnxruntime.InferenceSession(str(model), providers=["CPUExecutionProvider"])
        given = session.run(None, {session.get_inputs()[0].name: values.transpose(2, 0, 1)[None]})
        depth = np.squeeze(given[0])
        depth = (depth - depth.min()) / (depth.max() - depth.min())
        small = np.asarray(Image.fromarray(depth).resize((640, 359), Image.BILINEAR))
        low, high = np.quantile(small, [0.001, 0.999])
        return np.clip((small - low) / (high - low), 0, 1)

    def agrees(self, model: pathlib.Path, size: tuple[int, int], mean: float,
               most: float) -> str:
        given = np.asarray(Image.open(io.BytesIO(self.depth(model))).convert("L"), np.float32)
        wanted = self.expected(model, size)
        require(given.shape == wanted.shape, f"{given.shape} instead of {wanted.shape}")
        miss = np.abs(given / 255 - wanted) * 255
        found = f"mean {miss.mean():.2f}, 999 of 1000 below {np.quantile(miss, 0.999):.1f} of 255"
        require(miss.mean() < mean and np.quantile(miss, 0.999) < most, f"{model.name}: {found}")
        return f"{model.name}: {found}"

    def same_as_python(self) -> None:
        plain = self.models.write("open.onnx")
        print("  " + self.agrees(plain, (924, 518), 1.5, 8))
        fixed = self.models.write("square.onnx", (266, 266), "image", "depth", squeezed=False)
        print("  " + self.agrees(fixed, (266, 266), 2.5, 16))
        flipped = self.models.write("flipped.onnx", weights=-NEAR)
        print("  " + self.agrees(flipped, (924, 518), 1.5, 8))

    def same_bytes(self) -> None:
        model = self.models.write("again.onnx")
        first = self.depth(model)
        require(self.depth(model) == first, "another run gave other bytes")
        file = next(LIBRARY.glob("libonnxruntime.so*"))
        for place in (file, LIBRARY, LIBRARY.parent, LIBRARY.parent.parent):
            require(self.depth(model, "--onnxruntime", place, variable=None) == first,
                    f"the library of {place} gave other bytes")

    def films(self) -> None:
        model = self.models.write("film.onnx")

        def film(*more: object) -> bytes:
            path = self.folder / "film.y4m"
            result = self.run("make", self.picture, "orbit, 1 second", "--size", "320x180",
                              "--fps", 10, "-o", path, *more)
            require(result.returncode == 0, f"make ended so: {result.stderr}")
            return path.read_bytes()

        with_model = film("--depth-model", model)
        require(film("--depth-model", model) == with_model, "the same film has other bytes")
        require(film() != with_model, "the model's depth changes nothing")
        self.depth(model)
        by_hand = film("--depth", self.folder / "layers" / "depth.png")
        require(len(by_hand) == len(with_model), "the films are not of one size")
        miss = np.abs(np.frombuffer(by_hand, np.uint8).astype(int)
                      - np.frombuffer(with_model, np.uint8)).mean()
        require(miss < 1, f"the map by hand gives another film, by {miss:.2f} levels")
        print(f"  the map by hand: {miss:.2f} levels from the model's film")
        # The library's own reports would leave their marks here too.
        left = list(self.temporary.iterdir())
        require(not left, f"left behind: {left}")

    def failures(self) -> None:
        text = self.folder / "models" / "text.onnx"
        text.write_text("no model\n")
        outside = self.models.write("outside.onnx", outside="weights.bin")
        (self.folder / "models" / "weights.bin").unlink()
        cases = [
            (self.folder / "none.onnx", 66, "There is no model"),
            (self.folder, 66, "is a folder"), (text, 65, "not an ONNX model"),
            (outside, 66, "keeps its weights in weights.bin"),
            (self.models.write("two.onnx", inputs=2), 65, "takes pixel_values: float [1, 3"),
            (self.models.write("nan.onnx", weights=NEAR * np.nan), 65, "no numbers"),
        ]
        for model, status, words in cases:
            self.fails(status, words, "layers", self.picture, "--depth-model", model)
        model = self.models.write("good.onnx")
        for place, words in [(self.folder / "no", "There is no ONNX Runtime"),
                             (text, "can't be opened as a library")]:
            self.fails(69, words, "layers", self.picture, "--depth-model", model,
                       "--onnxruntime", place)
        self.fails(64, "--onnxruntime goes with", "make", self.picture, "--onnxruntime", LIBRARY)
        self.fails(65, "drawn scene", "make", "a lake at dusk", "--depth-model", model)

    def fails(self, status: int, words: str, *command: object) -> None:
        result = self.run(*command)
        lines = [line for line in result.stderr.splitlines() if words in line]
        require(result.returncode == status and len(lines) == 1,
                f"{command[-1]}: {result.returncode} instead of {status}: {result.stderr}")


def main() -> int:
    depths = Depths(sys.argv[1], pathlib.Path(sys.argv[2]))
    parts = [depths.same_as_python, depths.same_bytes, depths.films, depths.failures]
    status = 0
    for part in parts:
        try:
            part()
            print(f"ok    {part.__name__}", flush=True)
        except Failure as failure:
            print(f"FAIL  {part.__name__}: {failure}", flush=True)
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main())
