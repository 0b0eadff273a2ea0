"""An office as it was before the present version of the engine."""

import hashlib
import zipfile
from pathlib import Path

from oit.system import engine

VERSION = "0.1.9"


def with_earlier_engine(office: Path, version: str = VERSION) -> None:
    """Give it an engine of another version, which does as the present one."""
    (wheel,) = (office / "vendor").iterdir()
    current = engine.version()
    earlier = wheel.with_name(wheel.name.replace(current, version))
    with zipfile.ZipFile(wheel) as source, zipfile.ZipFile(earlier, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name.endswith("/METADATA"):
                data = data.replace(f"Version: {current}".encode(), f"Version: {version}".encode())
            target.writestr(name.replace(f"oit-{current}.dist", f"oit-{version}.dist"), data)
    lock = office / "requirements.lock"
    (pin,) = (line for line in lock.read_text("utf-8").splitlines() if line.startswith("./vendor/"))
    digest = hashlib.sha256(earlier.read_bytes()).hexdigest()
    earlier_pin = f"./vendor/{earlier.name} --hash=sha256:{digest}"
    lock.write_text(lock.read_text("utf-8").replace(pin, earlier_pin), "utf-8", newline="\n")
    wheel.unlink()
