"""`oit desk`: a page on this machine alone, for all that arrives by e-mail."""

from contextlib import suppress
from functools import partial
from pathlib import Path

import click

from oit.catalog import beside, both
from oit.commands.documented import documented
from oit.commands.exits import reports_errors
from oit.commands.options import EXISTING_FOLDER, root_option


@documented()
@click.option("--port", type=click.IntRange(0, 65535), default=0, help=beside("desk.port"))
@click.option("--watch", type=EXISTING_FOLDER, help=beside("desk.watch"))
@click.option("--no-browser", "is_quiet", is_flag=True, help=beside("desk.no-browser"))
@root_option
@reports_errors
def desk(root: Path, port: int, watch: Path | None, *, is_quiet: bool) -> None:
    """Open the desk until somebody presses Ctrl-C."""
    from oit.desk.app import desk_app  # heavy, as is all of the desk
    from oit.desk.batch import Desk
    from oit.desk.guard import Door
    from oit.desk.serving import listening, server_of

    tell = partial(click.echo, err=True)
    with listening(port) as listener, Desk(root) as engine:
        door = Door(listener.getsockname()[1])
        if watch:
            engine.watch(watch)
        if engine.finished:
            click.echo(engine.finished.words)
        app = desk_app(engine, door, tell, watch.resolve().name if watch else "")
        click.echo(both("desk.ready"))
        click.echo(f"  {door.address}")
        if not is_quiet:
            click.launch(door.address)
        with suppress(KeyboardInterrupt):
            server_of(app).run(sockets=[listener])
    click.echo(beside("desk.closed"))
