"""The net: a U-Net (Ronneberger, Fischer & Brox 2015) of 3 by 3 convolutions."""

import torch
import torch.nn as nn
import torch.nn.functional as F

MOST = 43


def inputs(seen):
    """Y′, Cb and Cr of R′G′B′ (BT.709), and how far down each place is; all about −1…1."""
    red, green, blue = seen.unbind(1)
    luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    count, rows, columns = luma.shape
    down = (torch.arange(rows) + 0.5) / rows * 2 - 1
    down = down.view(1, rows, 1).expand(count, rows, columns)
    return torch.stack(
        [luma * 2 - 1, (blue - luma) / 1.8556 * 4, (red - luma) / 1.5748 * 4, down], 1)


class Conv(nn.Module):
    """A convolution, whose weights are rounded as they are kept once `is_rounded`."""

    def __init__(self, inputs, outputs, stride=1, is_last=False):
        super().__init__()
        self.conv = nn.Conv2d(inputs, outputs, 3, stride, 1)
        self.norm = nn.Identity() if is_last else nn.BatchNorm2d(outputs)
        self.is_last = is_last
        self.is_rounded = False
        nn.init.kaiming_normal_(self.conv.weight, nonlinearity="relu")

    def forward(self, x):
        if self.is_rounded:
            kept = self.conv.weight + (self.rounded() - self.conv.weight).detach()
            x = F.conv2d(x, kept, self.conv.bias, self.conv.stride, 1)
        else:
            x = self.norm(self.conv(x))
        return x if self.is_last else F.relu(x)

    def scale(self):
        """What a weight of 1 is worth, for each output."""
        most = self.conv.weight.detach().abs().amax((1, 2, 3), keepdim=True)
        return most.clamp(min=1e-8) / MOST

    def rounded(self):
        scale = self.scale()
        return (self.conv.weight / scale).round() * scale

    @torch.no_grad()
    def fold(self):
        """Takes the normalisation into the weights, which are rounded from now on."""
        if not self.is_last:
            norm = self.norm
            gain = norm.weight / (norm.running_var + norm.eps).sqrt()
            self.conv.weight *= gain.view(-1, 1, 1, 1)
            self.conv.bias.copy_((self.conv.bias - norm.running_mean) * gain + norm.bias)
        self.norm = nn.Identity()
        self.is_rounded = True


class DepthNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleList([
            Conv(4, 16, 2), Conv(16, 24, 2), Conv(24, 24), Conv(24, 40, 2), Conv(40, 40),
            Conv(40, 64, 2), Conv(64, 64), Conv(64, 64), Conv(64, 64),
            Conv(104, 40), Conv(64, 24), Conv(40, 16), Conv(16, 1, is_last=True)])

    def forward(self, x):
        """Half the input's size: the square root of disparity, or near it."""
        a = self.layers
        half = a[0](x)
        quarter = a[2](a[1](half))
        eighth = a[4](a[3](quarter))
        x = a[8](a[7](a[6](a[5](eighth))))
        for layer, beside in zip(a[9:12], (eighth, quarter, half)):
            x = F.interpolate(x, scale_factor=2, mode="nearest")
            x = layer(torch.cat([x, beside], 1))
        return a[12](x)

    def fold(self):
        for layer in self.layers:
            layer.fold()

    @property
    def is_folded(self):
        return self.layers[0].is_rounded
