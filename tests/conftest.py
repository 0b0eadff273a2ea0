"""Settings for all tests."""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "steady",
    deadline=None,  # no wall-clock limits: a busy machine is no failure
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("steady")
