"""The reference film as others make it: an ffmpeg filter graph, melt and MoviePy."""

import pathlib
import subprocess

import media
from drafts import TITLE
from workshop import Workshop


def font() -> str:
    answer = subprocess.run(
        ["fc-match", "-f", "%{file}", "DejaVu Sans"], capture_output=True, text=True, check=True)
    return answer.stdout


def ffmpeg(shop: Workshop, film: pathlib.Path) -> list:
    fade = "if(lt(t,0.5),t/0.5,if(lt(t,2.5),1,max(0,(3-t)/0.5)))"
    graph = ";".join([
        "[0:v]fps=30,format=yuv420p,settb=1/30[first]",
        "[1:v]crop=2400:1350,format=yuv420p,zoompan=z='1+0.15*on/119':x='iw/2-iw/zoom/2'"
        ":y='ih/2-ih/zoom/2':d=120:s=1920x1080:fps=30,settb=1/30[still]",
        "[2:v]fps=30,format=yuv420p,settb=1/30[second]",
        "[first][still]xfade=transition=fade:duration=1:offset=7[begin]",
        "[begin][second]xfade=transition=fade:duration=1:offset=10,"
        f"drawtext=fontfile={font()}:text='{TITLE}':fontsize=97:fontcolor=white"
        f":x=(w-tw)/2:y=(h-th)/2:alpha='{fade}':enable='lt(t,3)'[video]",
        "[0:a]afade=t=out:st=7:d=1[a0]",
        "[2:a]afade=t=in:d=1,adelay=10000|10000[a2]",
        "[3:a]volume=0.35,atrim=0:18,afade=t=out:st=16:d=2[a3]",
        "[a0][a2][a3]amix=inputs=3:normalize=0[sound]",
    ])
    inputs = [media.FOOTAGE[0], media.PICTURE, media.FOOTAGE[1], media.MUSIC]
    words = ["ffmpeg", "-v", "error", "-nostdin", "-y"]
    for name in inputs:
        words += ["-i", shop.media / name]
    return words + [
        "-filter_complex", graph, "-map", "[video]", "-map", "[sound]", "-t", "18",
        "-c:v", "libx264", "-preset", "veryfast", "-crf", "20", "-pix_fmt", "yuv420p",
        "-c:a", "aac", "-b:a", "192k", "-movflags", "+faststart", film]


def melt(shop: Workshop, film: pathlib.Path) -> list:
    # The picture is 3:2; it fills the frame and is cut above and below.
    path = "0=0 -100 1920 1280 1;119=-144 -196 2208 1472 1"
    return [
        shop.melt, "-profile", "atsc_1080p_30",
        shop.media / media.FOOTAGE[0], "in=0", "out=239",
        shop.media / media.PICTURE, "in=0", "out=119",
        "-attach-clip", "affine", f"transition.rect={path}", "transition.fill=1",
        "-mix", "30", "-mixer", "luma", "-mixer", "mix:-1",
        shop.media / media.FOOTAGE[1], "in=0", "out=239",
        "-mix", "30", "-mixer", "luma", "-mixer", "mix:-1",
        # Its own text filter needs a screen; this is ffmpeg's.
        "-filter", "avfilter.drawtext", "in=0", "out=89", f"av.text={TITLE}",
        f"av.fontfile={font()}", "av.fontsize=97", "av.fontcolor=white",
        "av.x=(w-tw)/2", "av.y=(h-th)/2",
        "-track", shop.media / media.MUSIC, "in=0", "out=539",
        "-attach-track", "volume:0.35",
        "-transition", "mix:-1", "a_track=0", "b_track=1", "sum=1", "always_active=1",
        "-consumer", f"avformat:{film}", "vcodec=libx264", "preset=veryfast", "crf=20",
        "acodec=aac", "ab=192k", "pix_fmt=yuv420p", "movflags=+faststart", "real_time=-2"]


MOVIEPY = """
import sys
from moviepy import (AudioFileClip, CompositeAudioClip, CompositeVideoClip, ImageClip, TextClip,
                     VideoFileClip, afx, vfx)

first, picture, second, music, font, title, film = sys.argv[1:]
still = ImageClip(picture).resized(width=1920).with_duration(4)
still = still.resized(lambda t: 1 + 0.15 * t / 4).with_position("center")
still = CompositeVideoClip([still], size=(1920, 1080)).with_duration(4)
one = VideoFileClip(first)
two = VideoFileClip(second).with_start(10).with_effects([vfx.CrossFadeIn(1)])
words = TextClip(font=font, text=title, font_size=97, color="white", margin=(0, 40))
words = words.with_duration(3)
words = words.with_position("center").with_effects([vfx.CrossFadeIn(0.5), vfx.CrossFadeOut(0.5)])
whole = CompositeVideoClip(
    [one, still.with_start(7).with_effects([vfx.CrossFadeIn(1)]), two, words], size=(1920, 1080))
tune = AudioFileClip(music).subclipped(0, 18).with_effects([afx.MultiplyVolume(0.35)])
whole = whole.with_duration(18).with_audio(CompositeAudioClip([whole.audio, tune]))
whole.write_videofile(
    film, fps=30, codec="libx264", preset="veryfast", audio_codec="aac",
    ffmpeg_params=["-crf", "20", "-pix_fmt", "yuv420p"], logger=None)
"""


def moviepy(shop: Workshop, film: pathlib.Path) -> list:
    names = [media.FOOTAGE[0], media.PICTURE, media.FOOTAGE[1], media.MUSIC]
    files = [shop.media / name for name in names]
    return [shop.moviepy, "-c", MOVIEPY, *files, font(), TITLE, film]


def zoompan(shop: Workshop, film: pathlib.Path, upscale: int) -> list:
    """The dot chart zoomed by ffmpeg, straight or on a larger copy."""
    size = f"scale={media.WIDTH * upscale}:{media.HEIGHT * upscale}:flags=bicubic,"
    return ["ffmpeg", "-v", "error", "-nostdin", "-y", "-i", media.chart(shop), "-vf",
            f"{size}zoompan=z='1+0.15*on/89':x='iw/2-iw/zoom/2':y='ih/2-ih/zoom/2'"
            ":d=90:s=1920x1080:fps=30,format=yuv420p",
            "-c:v", "libx264", "-preset", "veryfast", "-crf", "20", film]
