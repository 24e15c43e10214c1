"""Settings for the servers that the peers talk to."""

# Nobody here is a stranger in a crowd: all peers come from one address.
GENEROUS: dict = {}

# So little of everything that each limit is soon met.
STRICT: dict = {}

# How long a token of the strict server lasts.
STRICT_TOKEN_SECONDS = 60

# Turns wait for a worker that never comes, so that their streams are idle.
UNHURRIED: dict = {}
