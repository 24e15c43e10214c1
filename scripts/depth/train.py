"""Trains the net of depth on drawn scenes; `scripts/train-depth` runs it."""

import argparse
import pathlib
import time

import numpy as np
import torch
import torch.nn.functional as F

import weights
from augment import Textures, changed
from net import DepthNet, inputs
from scenes import Scenes, shape_for
from stages import stages

# When weights begin to be rounded, and until when pictures are small: shares of all steps.
ROUNDED, FINE = 0.85, 0.7
APART = [(2, 0), (0, 2), (2, 2), (-2, 2), (8, 0), (0, 8)]


def learned(near):
    """What the net learns: far layers lie close together in disparity, less so in its root."""
    return near.clamp(0, 1).sqrt()


def pairs(field, dx, dy):
    """Each place and the one (dx, dy) beside it."""
    rows, columns = field.shape[-2:]
    left, right = max(0, -dx), columns - max(0, dx)
    return (
        field[..., : rows - dy, left:right],
        field[..., dy:, left + dx : right + dx])


def loss(guess, layer, near):
    """How far off the guess is, and by how much it puts what two layers show in the wrong order
    (a ranking loss, after Chen, Fu, Yang & Deng 2016)."""
    target = learned(near)
    total = (guess - target).abs().mean()
    chosen = torch.randperm(len(APART))[:3].tolist()
    for dx, dy in (APART[i] for i in chosen):
        (a, b), (s, t), (l, m) = (pairs(f, dx, dy) for f in (guess, target, layer))
        step = s - t
        is_edge = ((l != m) & (step.abs() > 0.03)).float()
        margin = step.abs().clamp(max=0.15)
        wrong = F.relu(margin - (a - b) * step.sign()) * is_edge
        total = total + 1.2 * wrong.sum() / (is_edge.sum() + 50)
    return total


def halved(layer, near):
    return layer[:, None, 1::2, 1::2], near[:, :, 1::2, 1::2]


@torch.no_grad()
def order(net, scenes, most=300):
    """The share of pairs across layers' edges that are in order, on pictures left as they are."""
    net.eval()
    right = every = 0
    for shape, members in scenes.by_shape.items():
        for colour, depth in members[: most * len(members) // scenes.count + 1]:
            seen = torch.from_numpy(colour)[None].float() / 255
            small = F.interpolate(seen, shape_for(*shape[::-1]), mode="bilinear", antialias=True)
            guess = net(inputs(small))
            guess = F.interpolate(guess, shape, mode="bilinear", align_corners=False)[0, 0]
            layer = torch.from_numpy(depth[0]).long()
            near = torch.from_numpy(depth[1]).float() / 255
            for dx, dy in [(6, 0), (0, 6)]:
                (a, b), (s, t), (l, m) = (pairs(f, dx, dy) for f in (guess, near, layer))
                is_edge = (l != m) & ((s - t).abs() > 0.04)
                every += is_edge.sum().item()
                right += (((a - b) * (s - t) > 0) & is_edge).sum().item()
    net.train()
    return right / max(every, 1)


def train(net, scenes, held, steps, size):
    chance = np.random.default_rng(2 if net.is_folded else 1)
    textures = Textures()
    batches = scenes.batches(size, chance)
    rate = 6e-4 if net.is_folded else 3e-3
    optimizer = torch.optim.AdamW(net.parameters(), rate, weight_decay=1e-3)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, rate, total_steps=steps, pct_start=0.1, final_div_factor=50)
    started, mean = time.monotonic(), 0.0
    for step in range(steps):
        if step == int(steps * ROUNDED) and not net.is_folded:
            net.fold()
        colour, depth = next(batches)
        area = 192 * 112 if net.is_folded or step > steps * FINE else 128 * 72
        shape = shape_for(*colour.shape[:1:-1], area)
        seen, layer, near = changed(colour, depth, shape, textures)
        value = loss(net(inputs(seen)), *halved(layer, near))
        optimizer.zero_grad()
        value.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        mean += (value.item() - mean) / min(step + 1, 100)
        if (step + 1) % 200 == 0 or step + 1 == steps:
            share = order(net, held, 60) if held.count else 0
            spent = time.monotonic() - started
            print(f"{step + 1}\t{spent:.0f} s\tloss {mean:.4f}\theld back {share:.4f}", flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--into", help="where the Swift files go")
    parser.add_argument("--save", help="where the net goes, to go on with")
    parser.add_argument("--start", help="a net to go on from")
    parser.add_argument("--steps", type=int, default=4000)
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--stages", type=int, default=700)
    parser.add_argument("--without", default="", help="kinds held back, between commas")
    options = parser.parse_args()
    torch.manual_seed(2 if options.start else 1)
    torch.set_num_threads(2)
    without = [kind for kind in options.without.split(",") if kind]
    scenes = Scenes(options.folder, "train", without)
    held = Scenes(options.folder, "held", without)
    scenes.add(stages(options.stages, 2 if options.start else 1))
    net = DepthNet().to(memory_format=torch.channels_last)
    if options.start:
        net.fold()
        net.load_state_dict(torch.load(options.start))
    size = sum(p.numel() for p in net.parameters())
    print(f"{scenes.count} scenes, {held.count} held back, {size} parameters", flush=True)
    train(net, scenes, held, options.steps, options.batch)
    if options.save:
        torch.save(net.state_dict(), options.save)
    print(f"held back: {order(net, held):.4f}")
    if without:
        other = Scenes(options.folder, "held", without, only=True)
        print(f"kinds never seen ({options.without}, {other.count}): {order(net, other):.4f}")
    if options.into:
        weights.write(net, pathlib.Path(options.into))


if __name__ == "__main__":
    main()
