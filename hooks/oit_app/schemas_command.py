"""`oit schemas`: writes the JSON Schemas by which an editor completes records and policy."""

from pathlib import Path

import click

from oit.editor_schemas import editor_schemas
from oit_app.generated import bring_into_step, check_option
from oit_app.options import explained, root_option


@click.command()
@check_option
@root_option
@explained
def schemas(root: Path, *, check: bool) -> None:
    """เขียน JSON Schema สำหรับโปรแกรมแก้ไขข้อความ (JSON Schemas for editors, from the models)."""
    bring_into_step(root, editor_schemas(), "oit schemas", check=check)
