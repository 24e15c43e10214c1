"""The media that the bench makes for itself, once."""

import math
import pathlib
import shutil
import struct
import zlib

from workshop import Workshop

PICTURE = "dawn.jpg"
FOOTAGE = ("first.mp4", "second.mp4")
MUSIC = "music.m4a"
CHART = "chart.png"

# Frames and dots of the chart.
WIDTH, HEIGHT = 1920, 1080
DEVIATION, GROUND, PEAK, PITCH = 5.0, 24, 200, 120


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
    rows = [bytearray([GROUND]) * WIDTH for _ in range(HEIGHT)]
    reach = int(DEVIATION * 4)
    for dx, dy in dots():
        # Pixel centres lie at half-integers.
        x, y = WIDTH / 2 + dx - 0.5, HEIGHT / 2 + dy - 0.5
        for row in range(max(int(y) - reach, 0), min(int(y) + reach + 2, HEIGHT)):
            for column in range(max(int(x) - reach, 0), min(int(x) + reach + 2, WIDTH)):
                squared = (column - x) ** 2 + (row - y) ** 2
                light = (PEAK - GROUND) * math.exp(-squared / (2 * DEVIATION**2))
                rows[row][column] = round(GROUND + light)

    def block(kind: bytes, data: bytes) -> bytes:
        return (struct.pack(">I", len(data)) + kind + data
                + struct.pack(">I", zlib.crc32(kind + data)))

    lines = b"".join(b"\0" + bytes(row) for row in rows)
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 0, 0, 0, 0)
    target.write_bytes(
        b"\x89PNG\r\n\x1a\n" + block(b"IHDR", header)
        + block(b"IDAT", zlib.compress(lines, 6)) + block(b"IEND", b""))
    return target
