"""Makes a tiny random Wan that diffusers loads like a real one; no weights, no network.

    python -m kinora_diffusers.tiny FOLDER [--i2v]

Its films are noise; loading, sampling, progress and cancelling are real.
"""

from __future__ import annotations

import argparse
import os
from typing import Any

os.environ.setdefault("HF_HUB_OFFLINE", "1")

import torch
from diffusers import (
    AutoencoderKLWan,
    FlowMatchEulerDiscreteScheduler,
    WanImageToVideoPipeline,
    WanPipeline,
    WanTransformer3DModel,
)
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, processors
from transformers import PreTrainedTokenizerFast, UMT5Config, UMT5EncoderModel

END = "</s>"


def make(folder: str, starts_from_picture: bool) -> None:
    """Writes the model, the same at every call."""
    torch.manual_seed(0)
    parts: dict[str, Any] = {
        "tokenizer": _byte_tokenizer(),
        "text_encoder": _text_encoder(),
        "vae": _autoencoder(),
        # A model that starts from a picture also sees its latents and a mask of 4.
        "transformer": _transformer(in_channels=36 if starts_from_picture else 16),
        "scheduler": FlowMatchEulerDiscreteScheduler(shift=7.0),
        "transformer_2": None,
    }
    if starts_from_picture:
        pipe = WanImageToVideoPipeline(**parts, image_encoder=None, image_processor=None)
    else:
        pipe = WanPipeline(**parts)
    pipe.save_pretrained(folder)


def _byte_tokenizer() -> Any:
    alphabet = sorted(pre_tokenizers.ByteLevel.alphabet())
    vocabulary = {token: index for index, token in enumerate(["<pad>", END, "<unk>", *alphabet])}
    tokenizer = Tokenizer(models.BPE(vocab=vocabulary, merges=[], unk_token="<unk>"))
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"$A {END}", special_tokens=[(END, vocabulary[END])]
    )
    return PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, pad_token="<pad>", eos_token=END, unk_token="<unk>"
    )


def _text_encoder() -> Any:
    config = UMT5Config(
        vocab_size=300, d_model=32, d_kv=8, d_ff=37, num_layers=2, num_heads=4, pad_token_id=0
    )
    return UMT5EncoderModel(config).eval()


def _autoencoder() -> Any:
    return AutoencoderKLWan(
        base_dim=3, z_dim=16, dim_mult=[1, 1, 1, 1], num_res_blocks=1,
        temperal_downsample=[False, True, True],
    )  # fmt: skip


def _transformer(in_channels: int) -> Any:
    return WanTransformer3DModel(
        patch_size=(1, 2, 2), num_attention_heads=2, attention_head_dim=12,
        in_channels=in_channels, out_channels=16, text_dim=32, freq_dim=256, ffn_dim=32,
        num_layers=2, cross_attn_norm=True, qk_norm="rms_norm_across_heads", rope_max_seq_len=64,
    )  # fmt: skip


def main() -> None:
    """The command line."""
    options = argparse.ArgumentParser(prog="kinora_diffusers.tiny", description=__doc__)
    options.add_argument("folder")
    options.add_argument("--i2v", action="store_true", help="one that starts from a picture")
    chosen = options.parse_args()
    make(chosen.folder, chosen.i2v)


if __name__ == "__main__":
    main()
