"""`python -m kinora_diffusers`."""

from .cli import main

if __name__ == "__main__":
    main()
