"""What each family of models takes: the table, and what a loaded pipeline says more exactly.

Frame rules, sizes and rates are the model cards' and the pipelines' own; rates where a
pipeline takes none are those at which the training's motion looks right.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from .profile import Profile

TEXT, IMAGE, LAST = "text", "image", "last_frame"
_WORDS = (("prompt", "prompt"), ("negative_prompt", "negative_prompt"))
_GUIDED = (*_WORDS, ("guidance_scale", "guidance_scale"))
_IMAGE = (("image", "image"),)
_RATE = (("fps", "frame_rate"),)


@dataclass(frozen=True)
class Family:
    """A pipeline's class: what it can do, and how a loaded one says so more exactly."""

    profile: Profile
    refine: Callable[[Profile, Any], Profile] = lambda profile, _pipe: profile
    #: The class that does the other task with the same parts, and whether these parts let it.
    twin: str | None = None
    has_twin: Callable[[Any], bool] = lambda _pipe: True
    #: Whether the autoencoder keeps to 32 bits, as its authors advise.
    is_vae_exact: bool = False


def _setting(part: Any, name: str, otherwise: Any = None) -> Any:
    """A value of a part's configuration, which may be an object or a dictionary."""
    config = getattr(part, "config", None)
    if isinstance(config, dict):
        return config.get(name, otherwise)
    return getattr(config, name, otherwise)


def _wan(profile: Profile, pipe: Any) -> Profile:
    """Wan 2.2's 5B packs pixels more tightly and moves at 24 frames a second, by its card."""
    scale = getattr(pipe, "vae_scale_factor_spatial", 8)
    patch = _setting(_transformer(pipe), "patch_size", (1, 2, 2))
    profile = replace(profile, multiple=scale * patch[1])
    if _is_wan_dense(pipe):
        return replace(
            profile, size=(1280, 704), max_pixels=1280 * 704, fps=24, frames=121, max_frames=121
        )
    return profile


def _wan_image(profile: Profile, pipe: Any) -> Profile:
    """The last frame is taken by models that were made for it, or see no CLIP picture."""
    profile = _wan(profile, pipe)
    sees_clip = _setting(_transformer(pipe), "image_dim") is not None
    places = _setting(_transformer(pipe), "pos_embed_seq_len")
    if _is_wan_dense(pipe) or (sees_clip and places is None):
        return replace(profile, tasks=(IMAGE,))
    return profile


def _transformer(pipe: Any) -> Any:
    """The net that sees the beginning; Wan 2.2 may have a second one, or only that."""
    return pipe.transformer if pipe.transformer is not None else pipe.transformer_2


def _is_wan_dense(pipe: Any) -> bool:
    return bool(_setting(pipe, "expand_timesteps", False))


def _cog(profile: Profile, pipe: Any) -> Profile:
    """The first CogVideoX was trained at one size; 1.5 at more, twice as fast."""
    if _setting(pipe.transformer, "patch_size_t") is None:
        return profile
    return replace(
        profile, size=(1360, 768), is_size_fixed=False, max_pixels=1360 * 768, fps=16,
        frame_step=16, frames=81, max_frames=161,
    )  # fmt: skip


def _svd(profile: Profile, pipe: Any) -> Profile:
    """There are a version of 14 frames and one of 25."""
    most = _setting(pipe.unet, "num_frames", profile.max_frames)
    return replace(profile, frames=most, max_frames=most)


_WAN = Profile(
    family="wan", tasks=(TEXT,), size=(832, 480), multiple=16, max_pixels=1280 * 720,
    frame_step=4, frame_offset=1, max_frames=81, frames=81, fps=16, steps=50, guidance=5.0,
    names=_GUIDED,
)  # fmt: skip
_WAN_IMAGE = replace(
    _WAN, tasks=(IMAGE, LAST), names=(*_GUIDED, *_IMAGE, ("last_image", "last_image"))
)
_LTX = Profile(
    family="ltx", tasks=(TEXT,), size=(704, 512), multiple=32, max_pixels=1280 * 736,
    frame_step=8, frame_offset=1, max_frames=257, frames=161, fps=25, steps=50, guidance=3.0,
    names=(*_GUIDED, *_RATE),
)  # fmt: skip
_LTX_IMAGE = replace(_LTX, tasks=(IMAGE,), names=(*_LTX.names, *_IMAGE))
_LTX2 = replace(_LTX, family="ltx2", size=(768, 512), frames=121, fps=24, steps=30)
_LTX2_IMAGE = replace(_LTX2, tasks=(IMAGE,), names=(*_LTX2.names, *_IMAGE))
_COG = Profile(
    family="cogvideox", tasks=(TEXT,), size=(720, 480), multiple=16, max_pixels=720 * 480,
    frame_step=8, frame_offset=1, max_frames=49, frames=49, fps=8, steps=50, guidance=6.0,
    names=_GUIDED, is_size_fixed=True,
)  # fmt: skip
_COG_IMAGE = replace(_COG, tasks=(IMAGE,), names=(*_GUIDED, *_IMAGE))
# Its negative prompt works only with a second, true guidance, which doubles the time.
_HUNYUAN = Profile(
    family="hunyuan", tasks=(TEXT,), size=(1280, 720), multiple=16, max_pixels=1280 * 720,
    frame_step=4, frame_offset=1, max_frames=129, frames=129, fps=24, steps=50, guidance=6.0,
    names=(("prompt", "prompt"), ("guidance_scale", "guidance_scale")),
)  # fmt: skip
_HUNYUAN_IMAGE = replace(_HUNYUAN, tasks=(IMAGE,), guidance=1.0, names=(*_HUNYUAN.names, *_IMAGE))
_HUNYUAN15 = replace(
    _HUNYUAN, family="hunyuan1.5", size=(832, 480), frames=121, max_frames=121, guidance=None,
    names=_WORDS,
)  # fmt: skip
_HUNYUAN15_IMAGE = replace(_HUNYUAN15, tasks=(IMAGE,), names=(*_WORDS, *_IMAGE))
_SVD = Profile(
    family="svd", tasks=(IMAGE,), size=(1024, 576), multiple=64, max_pixels=1024 * 576,
    frame_step=1, frame_offset=0, max_frames=25, frames=25, fps=7, steps=25, guidance=3.0,
    names=(*_IMAGE, ("fps", "fps"), ("guidance_scale", "max_guidance_scale")),
    constants=(("decode_chunk_size", 4),),
)  # fmt: skip

#: The pipelines there are, by their class's name.
FAMILIES: dict[str, Family] = {
    "WanPipeline": Family(_WAN, _wan, "WanImageToVideoPipeline", _is_wan_dense, is_vae_exact=True),
    "WanImageToVideoPipeline": Family(_WAN_IMAGE, _wan_image, is_vae_exact=True),
    "LTXPipeline": Family(_LTX, twin="LTXImageToVideoPipeline"),
    "LTXImageToVideoPipeline": Family(_LTX_IMAGE, twin="LTXPipeline"),
    "LTXConditionPipeline": Family(replace(_LTX_IMAGE, tasks=(TEXT, IMAGE))),
    "LTX2Pipeline": Family(_LTX2, twin="LTX2ImageToVideoPipeline"),
    "LTX2ImageToVideoPipeline": Family(_LTX2_IMAGE, twin="LTX2Pipeline"),
    "CogVideoXPipeline": Family(_COG, _cog),
    "CogVideoXImageToVideoPipeline": Family(_COG_IMAGE, _cog),
    "HunyuanVideoPipeline": Family(_HUNYUAN),
    "HunyuanVideoImageToVideoPipeline": Family(_HUNYUAN_IMAGE),
    "HunyuanVideo15Pipeline": Family(_HUNYUAN15),
    "HunyuanVideo15ImageToVideoPipeline": Family(_HUNYUAN15_IMAGE),
    "StableVideoDiffusionPipeline": Family(_SVD, _svd),
}


def joined(one: Profile, other: Profile) -> Profile:
    """What a model can do whose parts serve two pipelines."""
    tasks = tuple(task for task in (TEXT, IMAGE, LAST) if task in one.tasks + other.tasks)
    names = one.names + tuple(name for name in other.names if name not in one.names)
    return replace(one, tasks=tasks, names=names)
