"""Pictures and sounds for the peers, made by code: nothing of theirs is kept in the repository."""

import math
import pathlib
import random
import struct
import wave
import zlib


def png(width: int = 640, height: int = 480, seed: int = 0) -> bytes:
    """A sky over hills, another one for each seed."""
    chance = random.Random(seed)
    base, swing, wave_length = chance.uniform(0.5, 0.7), chance.uniform(0.03, 0.1), width / 2.5
    sun = (chance.uniform(0.2, 0.8) * width, chance.uniform(0.15, 0.4) * height, height / 12)
    rows = bytearray()
    for y in range(height):
        rows.append(0)
        glow = y / height
        sky = (int(40 + 180 * glow), int(70 + 100 * glow), int(140 - 30 * glow))
        for x in range(width):
            ridge = height * (base + swing * math.sin(x / wave_length))
            if y > ridge:
                shade = int(30 + 50 * (y - ridge) / height)
                rows += bytes((shade, shade + 25, shade))
            elif (x - sun[0]) ** 2 + (y - sun[1]) ** 2 < sun[2] ** 2:
                rows += bytes((255, 220, 150))
            else:
                rows += bytes(sky)
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + _block(b"IHDR", header)
            + _block(b"IDAT", zlib.compress(bytes(rows), 6)) + _block(b"IEND", b""))


def _block(kind: bytes, data: bytes) -> bytes:
    return (struct.pack(">I", len(data)) + kind + data
            + struct.pack(">I", zlib.crc32(kind + data)))


def wav(path: pathlib.Path, size: int, seed: int = 0) -> pathlib.Path:
    """Quiet noise of about `size` bytes, stereo, 48 kHz, 16 bits: other content for each seed."""
    chance = random.Random(seed)
    frame = 4
    second = bytearray()
    for _ in range(48_000):
        second += struct.pack("<hh", chance.randrange(-900, 900), chance.randrange(-900, 900))
    frames = max((size - 44) // frame, 1)
    with wave.open(str(path), "wb") as sound:
        sound.setnchannels(2)
        sound.setsampwidth(2)
        sound.setframerate(48_000)
        sound.setnframes(frames)
        left = frames
        while left > 0:
            part = min(left, 48_000)
            sound.writeframesraw(bytes(second[:part * frame]))
            left -= part
    return path
