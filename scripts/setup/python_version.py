"""Says that Python is too old, in a sentence instead of a traceback. Programs import it first.

This module and those programs keep to the syntax of Python 3.6: an older Python reads them whole
before it runs the first line.
"""

import sys

from setup.words import both

MINIMUM = (3, 11)

if sys.version_info < MINIMUM:
    sys.stderr.write(both("setup.old-python", version=sys.version.split()[0]) + "\n")
    sys.exit(2)
