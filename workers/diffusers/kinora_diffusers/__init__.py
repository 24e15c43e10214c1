"""A worker that makes films with a diffusers video model and serves them as `/v1/videos`."""

__version__ = "0.1.0"
