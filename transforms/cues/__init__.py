"""How something was said: the cue's act, and whether it is denied, possible or to come."""
