"""What makes outputs is loaded by the build that makes them, and by no other."""

import subprocess
import sys

LIBRARIES = "{'icalendar', 'duckdb', 'vl_convert', 'docx', 'PIL'}"


def test_no_maker_of_files_is_loaded_before_a_file_is_made() -> None:
    """A build after another one has its calendars, tables and pictures from before."""
    loaded = f"sorted({LIBRARIES} & sys.modules.keys())"
    done = subprocess.run(
        [sys.executable, "-c", f"import sys, oit.outputs.site_files; print({loaded})"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "[]\n"
