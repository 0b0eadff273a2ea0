"""The outside world: Git, network, disk, clock, environment, cache."""
