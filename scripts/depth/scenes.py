"""The drawn scenes: what `draw-depths` wrote, in batches of one shape."""

import pathlib

import numpy as np
import torch

LAYERS = 48


def shape_for(width, height, area=192 * 112):
    """Rows and columns of the net's input for a picture; `DepthNet.inputSize` says the same."""
    aspect = min(4.0, max(0.25, width / height))
    across = (area * aspect) ** 0.5
    return max(4, round(across / aspect / 16)) * 16, max(4, round(across / 16)) * 16


def read(path):
    """A scene's R′G′B′, the layer and the disparity at each pixel, all 8 bits."""
    data = np.fromfile(path, np.uint8)
    width, height = int(data[0]) + 256 * int(data[1]), int(data[2]) + 256 * int(data[3])
    at = 4

    def plane(rows, columns):
        nonlocal at
        at += rows * columns
        return data[at - rows * columns : at].reshape(rows, columns)

    luma = (plane(height, width).astype(np.float32) - 16) / 219
    half = (height + 1) // 2, (width + 1) // 2
    blue, red = ((plane(*half).astype(np.float32) - 128) / 224 for _ in range(2))
    blue, red = (c.repeat(2, 0).repeat(2, 1)[:height, :width] for c in (blue, red))
    r, b = luma + 1.5748 * red, luma + 1.8556 * blue
    g = (luma - 0.2126 * r - 0.0722 * b) / 0.7152
    colour = (np.stack([r, g, b]).clip(0, 1) * 255).round().astype(np.uint8)
    layer = np.minimum(plane(height, width), LAYERS - 1)
    return colour, np.stack([layer, plane(height, width)])


class Scenes:
    """Scenes of one use ("train" or "held"), by shape, without those that show `without`, or
    only those."""

    def __init__(self, folder, use, without=(), only=False):
        self.by_shape = {}
        for line in pathlib.Path(folder, "index.tsv").read_text().splitlines():
            number, use_here, graph = line.split("\t")
            shown = {part.split(" ")[0] for part in graph.split(": ")[1].split(", ")}
            is_out = bool(shown & set(without))
            path = pathlib.Path(folder, f"{number}.depth")
            if use_here == use and is_out == only:
                self.add([read(path)])

    def add(self, pictures):
        for colour, depth in pictures:
            self.by_shape.setdefault(colour.shape[1:], []).append((colour, depth))

    @property
    def count(self):
        return sum(map(len, self.by_shape.values()))

    def batches(self, size, chance):
        """Without end: a batch of whole pictures, uint8, drawn at random."""
        shapes = list(self.by_shape)
        share = np.array([len(self.by_shape[s]) for s in shapes], float)
        while True:
            shape = shapes[chance.choice(len(shapes), p=share / share.sum())]
            scenes = self.by_shape[shape]
            chosen = [scenes[i] for i in chance.integers(len(scenes), size=size)]
            yield tuple(torch.from_numpy(np.stack(part)) for part in zip(*chosen))
