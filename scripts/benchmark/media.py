"""The media that the bench makes for itself, once."""

import math
import pathlib
import shutil
import struct
import subprocess
import zlib

from workshop import Workshop

PICTURE = "dawn.jpg"
FOOTAGE = ("first.mp4", "second.mp4")
MUSIC = "music.m4a"
CHART = "chart.png"

# The chart's frame and its dots. They are wide, so that what is measured is how the picture moves
# and not what the encoder leaves of small dots.
WIDTH, HEIGHT = 1920, 1080
DEVIATION, GROUND, PEAK, PITCH = 14.0, 16, 235, 160


def picture(shop: Workshop) -> pathlib.Path:
    target = shop.media / PICTURE
    if not target.exists():
        shutil.copyfile(shop.root / "Examples" / PICTURE, target)
    return target


def footage(shop: Workshop) -> None:
    """Two clips of 8 s, 1080p30, that move and have a camera's grain, with sound."""
    source = picture(shop)
    moves = (
        "zoompan=z='1.25+0.1*sin(on/80)':x='(iw-iw/zoom)*on/239':y='(ih-ih/zoom)*0.6'",
        "hflip,zoompan=z='1.5-0.4*on/239':x='(iw-iw/zoom)*0.35':y='(ih-ih/zoom)*(0.8-on/600)'",
    )
    for name, move in zip(FOOTAGE, moves):
        target = shop.media / name
        if target.exists():
            continue
        shop.say(f"making {name}")
        picture_filter = (
            f"scale=4800:3200,{move}:d=240:s=1920x1080:fps=30,noise=alls=5:allf=t,format=yuv420p"
        )
        shop.ffmpeg(
            "-i", source, "-f", "lavfi", "-t", "8",
            "-i", "anoisesrc=color=pink:amplitude=0.05:sample_rate=48000:seed=1",
            "-filter_complex", f"[0:v]{picture_filter}[v]", "-map", "[v]", "-map", "1:a",
            "-c:v", "libx264", "-preset", "medium", "-crf", "20", "-g", "60",
            "-c:a", "aac", "-ac", "2", "-t", "8", "-movflags", "+faststart", target)


def music(shop: Workshop) -> None:
    """Ten minutes of a slow chord, so that any film here has music to its end."""
    target = shop.media / MUSIC
    if target.exists():
        return
    shop.say(f"making {MUSIC}")
    tones = "+".join(f"0.12*sin(2*PI*{hertz}*t)" for hertz in (110, 164.81, 220, 277.18))
    beat = "(0.6+0.4*sin(2*PI*0.5*t))"
    shop.ffmpeg(
        "-f", "lavfi", "-i", f"aevalsrc={beat}*({tones})|{beat}*({tones}):s=48000:d=600",
        "-c:a", "aac", "-b:a", "160k", target)


def dots() -> list[tuple[float, float]]:
    """Centres of the chart's dots, in pixels from the frame's centre."""
    columns = range(-(WIDTH // 2 // PITCH), WIDTH // 2 // PITCH + 1)
    rows = range(-(HEIGHT // 2 // PITCH), HEIGHT // 2 // PITCH + 1)
    return [(c * PITCH + 0.0, r * PITCH + 0.0) for r in rows for c in columns]


def chart(shop: Workshop) -> pathlib.Path:
    """Gaussian dots on a dark ground, as a PNG."""
    target = shop.media / CHART
    if target.exists():
        return target
    rows = drawn(1, range(256))

    def block(kind: bytes, data: bytes) -> bytes:
        return (struct.pack(">I", len(data)) + kind + data
                + struct.pack(">I", zlib.crc32(kind + data)))

    lines = b"".join(b"\0" + row for row in rows)
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 0, 0, 0, 0)
    target.write_bytes(
        b"\x89PNG\r\n\x1a\n" + block(b"IHDR", header)
        + block(b"IDAT", zlib.compress(lines, 6)) + block(b"IEND", b""))
    return target


def exact(shop: Workshop) -> pathlib.Path:
    """The chart zoomed by drawing its dots where they belong, encoded as the others are."""
    target = shop.media / "exact.mp4"
    if target.exists():
        return target
    shop.say(f"making {target.name}")
    limited = [round(16 + value * 219 / 255) for value in range(256)]
    grey = bytes([128]) * (WIDTH * HEIGHT // 2)
    with subprocess.Popen(
        ["ffmpeg", "-v", "error", "-y", "-f", "yuv4mpegpipe", "-i", "-", "-c:v", "libx264",
         "-preset", "veryfast", "-crf", "20", str(target)], stdin=subprocess.PIPE) as encoder:
        encoder.stdin.write(f"YUV4MPEG2 W{WIDTH} H{HEIGHT} F30:1 C420mpeg2\n".encode())
        for number in range(90):
            frame = b"".join(drawn(1 + 0.15 * number / 90, limited))
            encoder.stdin.write(b"FRAME\n" + frame + grey)
        encoder.stdin.close()
    return target


def drawn(scale: float, levels) -> list[bytearray]:
    """The chart's rows, magnified about the centre; `levels` says how each of 256 is written."""
    rows = [bytearray([levels[GROUND]]) * WIDTH for _ in range(HEIGHT)]
    deviation = DEVIATION * scale
    # Dots keep off one another: this is less than half the pitch.
    reach = int(deviation * 4)

    def bell(middle: float, end: int) -> tuple[int, list[float]]:
        first, last = max(round(middle) - reach, 0), min(round(middle) + reach + 1, end)
        return first, [
            math.exp(-((place - middle) ** 2) / (2 * deviation**2))
            for place in range(first, last)]

    for dx, dy in dots():
        # Pixel centres lie at half-integers.
        left, across = bell(WIDTH / 2 + dx * scale - 0.5, WIDTH)
        top, down = bell(HEIGHT / 2 + dy * scale - 0.5, HEIGHT)
        for row, height in enumerate(down, top):
            light = (PEAK - GROUND) * height
            rows[row][left:left + len(across)] = bytes(
                [levels[int(GROUND + light * wide + 0.5)] for wide in across])
    return rows
