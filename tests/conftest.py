"""Settings for all tests."""

import os

from hypothesis import HealthCheck, settings

os.environ["OPENPYXL_LXML"] = "False"  # as in the process that reads evidence

settings.register_profile(
    "steady",
    deadline=None,  # no wall-clock limits: a busy machine is no failure
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("steady")
