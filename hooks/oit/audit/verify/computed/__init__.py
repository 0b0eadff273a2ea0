"""Computes every verdict again from the rules and events that a site publishes.

`rules` makes the engine's own policy of `policy.json`, `events` its records of `events.json`;
`judged` lets the engine judge them; `compare` says where the index differs.
"""
