"""Makes drawings look unlike drawings: other colours, textures, haze, lenses, noise, JPEG."""

import math

import torch
import torch.nn.functional as F

from scenes import LAYERS

GREY = torch.tensor([0.2126, 0.7152, 0.0722]).view(1, 3, 1, 1)


def rand(count, low=0.0, high=1.0):
    return low + (high - low) * torch.rand(count, 1, 1, 1)


def sometimes(share, change, seen, *beside):
    """`change` made to a share of the batch."""
    chosen = torch.rand(len(seen)) < share
    if chosen.any():
        seen[chosen] = change(seen[chosen], *(part[chosen] for part in beside))
    return seen


def some(count, share):
    return (torch.rand(count, 1, 1, 1) < share).float()


def cut(colour, depth, shape):
    """A turned, shifted, mirrored cut-out at the net's size."""
    count = len(colour)
    scale = 1 - 0.5 * torch.rand(count) ** 1.5
    turn = torch.randn(count) * 0.04
    mirror = torch.where(torch.rand(count) < 0.5, -1.0, 1.0)
    narrow = torch.exp(torch.randn(count) * 0.08).clamp(max=1 / scale)
    across, down = (scale * narrow).clamp(max=1), scale
    room = torch.stack([1 - across, 1 - down], 1)
    shift = (torch.rand(count, 2) * 2 - 1) * room
    row = torch.stack([mirror * across * turn.cos(), -down * turn.sin(), shift[:, 0]], 1)
    column = torch.stack([mirror * across * turn.sin(), down * turn.cos(), shift[:, 1]], 1)
    grid = F.affine_grid(torch.stack([row, column], 1), [count, 3, *shape], align_corners=False)
    seen = F.grid_sample(
        colour.float() / 255, grid, padding_mode="reflection", align_corners=False)
    known = F.grid_sample(
        depth.float(), grid, mode="nearest", padding_mode="reflection", align_corners=False)
    return seen, known[:, 0].long(), known[:, 1:] / 255


class Textures:
    """Noise with the spectra of photographs, power 1 / f^a (Field 1987), made once."""

    def __init__(self, count=48, side=320):
        frequency = torch.fft.fftfreq(side)
        radius = (frequency[:, None] ** 2 + frequency[None] ** 2).sqrt().clamp(min=1 / side)
        self.bank = []
        for index in range(count):
            slope = 0.6 + 1.2 * index / count
            wave = torch.fft.fft2(torch.randn(3, side, side)) / radius**slope
            noise = torch.fft.ifft2(wave).real
            noise = noise - noise.mean((1, 2), keepdim=True)
            noise = noise / noise.std()
            grey = noise.mean(0, keepdim=True) * 1.4
            self.bank.append(0.75 * grey + 0.25 * noise)
        self.side = side

    def batch(self, count, shape):
        made = []
        for _ in range(count):
            whole = self.bank[torch.randint(len(self.bank), (1,)).item()]
            y = torch.randint(self.side - shape[0] + 1, (1,)).item()
            x = torch.randint(self.side - shape[1] + 1, (1,)).item()
            made.append(whole[:, y : y + shape[0], x : x + shape[1]])
        return torch.stack(made)


def recoloured(seen, layer):
    """Each layer in colours of its own: a mixed, stretched, shifted R′G′B′."""
    count = len(seen)
    eye = torch.eye(3).expand(count, LAYERS, 3, 3)
    strength = torch.rand(count, 1, 1, 1)
    mix = eye + torch.randn(count, LAYERS, 3, 3) * 0.25 * strength
    gain = torch.exp(torch.randn(count, LAYERS, 1, 1) * 0.45 * strength)
    shift = torch.randn(count, LAYERS, 3, 1) * 0.16 * strength
    shift = shift + torch.randn(count, LAYERS, 1, 1) * 0.16 * strength
    table = torch.cat([mix * gain, shift], 3).flatten(2)
    chosen = table.gather(1, layer.flatten(1)[..., None].expand(-1, -1, 12))
    chosen = chosen.transpose(1, 2).reshape(count, 3, 4, *layer.shape[1:])
    made = (chosen[:, :, :3] * seen[:, None]).sum(2) + chosen[:, :, 3]
    return made.clamp(-0.2, 1.2)


def textured(seen, layer, textures):
    count = len(seen)
    amount = torch.rand(count, LAYERS) ** 2 * 0.35 * torch.rand(count, 1)
    amount = amount.gather(1, layer.flatten(1)).view(count, 1, *layer.shape[1:])
    noise = textures.batch(count, layer.shape[1:])
    return seen * (1 + amount * noise)


def blurred(seen, sigma):
    """One Gaussian of `sigma` for the whole batch."""
    reach = max(1, math.ceil(2 * sigma))
    line = torch.exp(-0.5 * (torch.arange(-reach, reach + 1) / sigma) ** 2)
    line = (line / line.sum()).view(1, 1, -1).repeat(3, 1, 1)
    seen = F.pad(seen, (reach,) * 4, mode="replicate")
    seen = F.conv2d(seen, line[..., None, :], groups=3)
    return F.conv2d(seen, line[..., None], groups=3)


def seen_through_air(seen, near):
    """Haze over what is far (Koschmieder 1924), or light only on what is near."""
    count = len(seen)
    thick = 0.2 + 3 * torch.rand(count, 1, 1, 1)
    through = 1 - (1 - near) ** 3 * (1 - torch.exp(-thick))
    air = (rand(count) * some(count, 0.75) + torch.randn(count, 3, 1, 1) * 0.08).clamp(0, 1)
    return seen * through + air * (1 - through)


def focused(seen, near):
    """A lens that is sharp at one distance."""
    soft = ((near - rand(len(seen))).abs() * rand(len(seen), 1, 4)).clamp(0, 1)
    return seen + (blurred(seen, 0.8 + 2 * torch.rand(1).item()) - seen) * soft


def lit(seen):
    """Uneven light, other contrast, colour and gamma."""
    count = len(seen)
    coarse = torch.randn(count, 1, 3, 4) * 0.25 * some(count, 0.4)
    light = F.interpolate(coarse, seen.shape[2:], mode="bilinear", align_corners=False)
    seen = (seen * torch.exp(light)).clamp(1e-4, 1)
    seen = seen ** torch.exp(torch.randn(count, 1, 1, 1) * 0.35)
    grey = (seen * GREY).sum(1, keepdim=True)
    seen = grey + (seen - grey) * rand(count, 0.4, 1.5) * (1 - some(count, 0.1))
    gain = torch.exp(torch.randn(count, 3, 1, 1) * 0.1) * rand(count, 0.55, 1.25)
    return 0.5 + (seen - 0.5) * gain + torch.randn(count, 1, 1, 1) * 0.08


def softened(seen):
    return blurred(seen, 0.5 + torch.rand(1).item())


def noisy(seen):
    return seen + torch.randn_like(seen) * rand(len(seen)) ** 2 * 0.08


def in_blocks(seen):
    """The cosines of blocks of 8 by 8, rounded, the higher the coarser."""
    k = torch.arange(8.0)
    basis = torch.cos((2 * k[None] + 1) * k[:, None] * math.pi / 16) / 2
    basis[0] /= math.sqrt(2)
    step = (1 + k[:, None] + k[None]) * (0.01 + 0.05 * torch.rand(1).item() ** 2)
    count, planes, rows, columns = seen.shape
    blocks = seen.view(count, planes, rows // 8, 8, columns // 8, 8).transpose(3, 4)
    waves = basis @ blocks @ basis.T
    waves = (waves / step).round() * step
    back = basis.T @ waves @ basis
    return back.transpose(3, 4).reshape(seen.shape).clamp(0, 1)


def drawn_anew(seen, layer, textures):
    return textured(recoloured(seen, layer), layer, textures)


def changed(colour, depth, shape, textures):
    """A batch for training: R′G′B′ 0…1, the layers and the disparities."""
    seen, layer, near = cut(colour, depth, shape)
    seen = sometimes(0.5, lambda s, l: drawn_anew(s, l, textures), seen, layer)
    seen = sometimes(0.35, seen_through_air, seen, near)
    seen = sometimes(0.25, focused, seen, near)
    seen = sometimes(0.25, softened, lit(seen))
    seen = sometimes(0.6, noisy, seen).clamp(0, 1)
    return sometimes(0.25, in_blocks, seen), layer, near
