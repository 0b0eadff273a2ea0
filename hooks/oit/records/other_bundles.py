"""A site of which some items are as another version has them, without reading the rest again."""

from collections.abc import Collection

from msgspec.structs import replace

from oit.evidence.inspect import Inspect
from oit.memory import Memory
from oit.records.disk import Disk
from oit.records.load_bundle import BundleLoader
from oit.records.load_round import Folders
from oit.records.site import Round, Site


def with_bundles(
    site: Site, disk: Disk, folders: Collection[str], inspect: Inspect, memory: Memory
) -> Site:
    """The site with the bundles of these folders as another version has them, if it does.

    `disk` needs nothing else of that version: its settings and policy files are the site's.
    """
    findings = [found for found in site.findings if not _lies_in(found.file, folders)]
    rounds = []
    for round_ in site.rounds:
        own = [folder for folder in sorted(folders) if folder.startswith(f"{round_.folder}/")]
        loader = BundleLoader(
            disk,
            round_.fiscal_year,
            round_.mandate,
            site.divisions,
            inspect,
            findings,
            round_.policy_from,
            memory,
        )
        rounds.append(_with_loaded(round_, own, loader) if own else round_)
    return replace(site, rounds=tuple(rounds), findings=tuple(findings))


def _with_loaded(round_: Round, folders: Collection[str], loader: BundleLoader) -> Round:
    bundles = {
        bundle.folder: bundle for bundle in round_.bundles.values() if bundle.folder not in folders
    }
    for folder in filter(loader.disk.has, folders):
        entries = Folders(loader.disk, loader.disk, loader.findings).entries(folder)
        bundles[folder] = loader.begin(folder, entries)()
    in_order = {bundles[folder].item: bundles[folder] for folder in sorted(bundles)}
    return replace(round_, bundles=in_order)


def _lies_in(file: str, folders: Collection[str]) -> bool:
    return any(file == folder or file.startswith(f"{folder}/") for folder in folders)
