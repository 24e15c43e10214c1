"""Settings for the servers that the peers talk to."""

# All peers come from one address; nobody here is one stranger among many.
GENEROUS = {
    "tokens": {"perClient": 0, "perAddress": 0},
    "registrations": {"perAddress": 0},
}

# So little of everything that each limit is soon met.
STRICT = {
    "plans": {"anonymous": {"credits": 6, "exports": False, "fileMegabytes": 2}},
}
