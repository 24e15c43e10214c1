"""Bare stages: grounds, rooms and things that stand in them, of which only the geometry is true.

Photographs show rooms, tables and faces, which no scene draws; these teach that what touches the
ground lower down is nearer, that walls run towards where they meet, and that what hides is near.
"""

import numpy as np
import torch

from augment import Textures


class Stage:
    def __init__(self, chance, textures, width, height):
        self.chance, self.textures = chance, textures
        self.width, self.height = width, height
        y, x = np.mgrid[0:height, 0:width]
        self.x = (x + 0.5) / width
        self.y = (y + 0.5) / height
        self.colour = np.zeros((3, height, width), np.float32)
        self.layer = np.zeros((height, width), np.uint8)
        self.near = np.zeros((height, width), np.float32)
        self.count = 0

    def surface(self, mask, near, u, v):
        """Lays a textured surface where `mask` is; `u` and `v` are its own coordinates."""
        chance = self.chance
        bank = self.textures.bank[chance.integers(len(self.textures.bank))].numpy()
        side = bank.shape[1] - 1
        scale = 30 * 2 ** chance.uniform(0, 4)
        columns = np.abs((u * scale).astype(int) % (2 * side) - side)
        rows = np.abs((v * scale).astype(int) % (2 * side) - side)
        base = chance.uniform(0.05, 0.95) + chance.normal(0, 0.12, (3, 1, 1))
        made = base + bank[:, rows, columns] * chance.uniform(0, 0.18)
        if chance.random() < 0.35:
            bars = np.floor(u * scale / 9)
            if chance.random() < 0.6:
                bars = bars + np.floor(v * scale / 9)
            made = made + (bars % 2 - 0.5) * chance.uniform(0, 0.4)
        lean = chance.normal(0, 0.25, 2)
        made = made * (1 + lean[0] * (self.x - 0.5) + lean[1] * (self.y - 0.5))
        self.colour = np.where(mask, made, self.colour).astype(np.float32)
        self.near = np.where(mask, np.clip(near, 0, 1), self.near).astype(np.float32)
        self.layer = np.where(mask, min(self.count, 47), self.layer).astype(np.uint8)
        self.count += 1

    def ground(self):
        """A plain under a sky or before a wall; gives how near it is at each row."""
        chance = self.chance
        horizon = chance.uniform(0.25, 0.7) if chance.random() < 0.7 else chance.uniform(-0.6, 0.25)
        far = chance.uniform(0.02, 0.35) if chance.random() < 0.5 else 0.02
        everywhere = np.ones_like(self.x, bool)
        self.surface(everywhere, np.full_like(self.x, far * 0.7), self.x, self.y)
        slope = chance.uniform(0.7, 1.1) / (1 - horizon)

        def near(y):
            return (y - horizon) * slope

        below = near(self.y)
        depth = 1 / np.maximum(below, 0.03)
        self.surface(below > far, below, (self.x - 0.5) * depth, depth)
        return near

    def room(self):
        """A floor, walls and perhaps a ceiling that meet at a point, with an end."""
        chance = self.chance
        x0, y0 = chance.uniform(0.25, 0.75), chance.uniform(0.25, 0.65)
        floor = (self.y - y0) / (1 - y0) * chance.uniform(0.8, 1.1)
        sides = [(floor, (self.x - x0), None)]
        sides.append(((x0 - self.x) / x0 * chance.uniform(0.5, 1.3), self.y - y0, None))
        sides.append(((self.x - x0) / (1 - x0) * chance.uniform(0.5, 1.3), self.y - y0, None))
        if chance.random() < 0.5:
            sides.append(((y0 - self.y) / y0 * chance.uniform(0.5, 1.2), self.x - x0, None))
        kept = [0] + [i for i in range(1, len(sides)) if chance.random() < 0.75]
        sides = [sides[i] for i in kept]
        end = chance.uniform(0.05, 0.4)
        everywhere = np.ones_like(self.x, bool)
        self.surface(everywhere, np.full_like(self.x, end), self.x, self.y)
        nearest = np.maximum.reduce([side[0] for side in sides])
        for near, across, _ in sides:
            depth = 1 / np.maximum(near, 0.03)
            self.surface((near >= nearest) & (near > end), near, across * depth, depth)

        def at(y):
            return max(end, (y - y0) / (1 - y0))

        return at

    def close(self):
        """A blurred ground and one or two that sit before it, cut off by the picture's foot."""
        chance = self.chance
        far = np.full_like(self.x, chance.uniform(0, 0.3))
        self.surface(np.ones_like(self.x, bool), far, self.x, self.y)
        for near in np.sort(chance.uniform(0.45, 0.95, chance.choice([1, 1, 1, 2]))):
            x, foot = chance.uniform(0.25, 0.75), chance.uniform(0.95, 1.5)
            tall = foot - chance.uniform(0.0, 0.4)
            width = tall * chance.uniform(0.5, 1.1) * self.height / self.width
            mask = self.outline(x, foot, width, tall)
            bulge = 0.12 * np.clip(1 - ((self.x - x) / (width / 2)) ** 2, 0, 1)
            self.surface(mask, near + bulge, self.x - x, self.y - foot)

    def marks(self):
        """Patches of other colours that lie on what is there: paint, clothes, shadows."""
        chance = self.chance
        for _ in range(chance.choice([0, 2, 5, 9])):
            x, y = chance.uniform(0, 1, 2)
            width, tall = chance.uniform(0.03, 0.3, 2)
            on = self.layer[int(y * self.height), int(x * self.width)]
            mask = self.outline(x, y + tall / 2, width, tall) & (self.layer == on) & (on > 0)
            tone = chance.uniform(0, 1) + chance.normal(0, 0.15, (3, 1, 1))
            cover = chance.uniform(0.3, 1)
            self.colour = np.where(mask, self.colour * (1 - cover) + tone * cover, self.colour)

    def outline(self, x, foot, width, tall):
        """A blob, a box or a figure that stands at (x, foot)."""
        chance = self.chance
        u, v = (self.x - x) / (width / 2), (foot - self.y) / tall
        kind = chance.random()
        if kind < 0.3:
            lean = chance.normal(0, 0.15)
            return (np.abs(u - lean * v) < 1 - chance.uniform(0, 0.5) * v) & (v > 0) & (v < 1)
        if kind < 0.6:
            head = u**2 / 0.30**2 + ((v - 0.86) / 0.14) ** 2 < 1
            girth = 0.85 * np.clip(1.0 - ((v - 0.45) / 0.9) ** 2, 0, 1)
            body = (np.abs(u) < girth) & (v > 0) & (v < 0.74)
            neck = (np.abs(u) < 0.16) & (v > 0.5) & (v < 0.85)
            return head | body | neck
        turn = np.arctan2(v * 2 - 1, u)
        radius = np.ones_like(u)
        for wave in range(2, 6):
            radius += chance.normal(0, 0.22 / wave) * np.cos(wave * turn + chance.uniform(0, 6.3))
        return (np.hypot(u, v * 2 - 1) < radius) & (v > -0.2)

    def things(self, near):
        """Things that stand on the ground, the farthest first; the nearest may be cut off."""
        chance = self.chance
        feet = np.sort(chance.uniform(0.15, 1.35, chance.choice([1, 1, 2, 3, 5, 8])))
        size = chance.uniform(0.3, 1.1)
        for foot in feet:
            distance = near(foot)
            if distance < 0.06:
                continue
            tall = size * distance * chance.uniform(0.5, 1.5)
            width = tall * chance.uniform(0.25, 1.3) * self.height / self.width
            x = chance.uniform(-0.05, 1.05) if len(feet) > 1 else chance.uniform(0.3, 0.7)
            row, column = int(foot * self.height), int(x * self.width)
            is_inside = 0 <= row < self.height and 0 <= column < self.width
            if is_inside and self.near[row, column] > distance + 0.03:
                continue
            mask = self.outline(x, foot, width, max(tall, 0.03))
            bulge = 0.06 * np.clip(1 - ((self.x - x) / (width / 2 + 1e-3)) ** 2, 0, 1)
            self.surface(mask, np.full_like(self.x, distance * 0.97) + bulge * distance,
                         self.x - x, self.y - foot)


def stages(count, seed):
    """As many pictures as `Scenes` holds them: R′G′B′, layers and disparities, 8 bits."""
    chance = np.random.default_rng(seed)
    textures = Textures(24)
    sizes = [(320, 180), (320, 180), (320, 240), (320, 240), (256, 256), (180, 320)]
    for _ in range(count):
        stage = Stage(chance, textures, *sizes[chance.integers(len(sizes))])
        kind = chance.random()
        if kind < 0.25:
            stage.close()
        else:
            stage.things(stage.ground() if kind < 0.7 else stage.room())
        stage.marks()
        colour = (stage.colour.clip(0, 1) * 255).round().astype(np.uint8)
        depth = np.stack([stage.layer, (stage.near * 255).round().astype(np.uint8)])
        yield colour, depth
