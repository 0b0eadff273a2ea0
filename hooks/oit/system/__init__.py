"""The outside world: Git, the network, forges, the disk, the clock, the environment, the cache.

It may import the rooms whose values it reads or returns (evidence, records, assessment, contract,
wording, forge), and neither `audit` nor `commands`. Other rooms are pure: what they need to know of
the outside world is passed to them.
"""
