"""OpenDocument files that hide something, whole enough for programs to open."""

from collections.abc import Mapping

from helpers import made_files as made
from helpers.office_files import PLANTED, SHOWN

_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
_SPACES = " ".join(
    f'xmlns:{each}="{_ODF}{each}:1.0"'
    for each in ("office", "text", "table", "meta", "style", "manifest", "drawing", "script")
) + (
    f' xmlns:fo="{_ODF}xsl-fo-compatible:1.0" xmlns:draw="{_ODF}drawing:1.0" '
    'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)


def text(body: str, styles: str = "", members: Mapping[str, str | bytes] | None = None) -> bytes:
    """An odt file that shows `SHOWN` and the body."""
    return _file("text", f"<text:p>{SHOWN}</text:p>{body}", styles, members or {})


def sheets(
    tables: Mapping[str, tuple[str, str]],
    styles: str = "",
    *,
    row: str = "",
    column: str = "",
) -> bytes:
    """An ods file: by name what each sheet shows, and attributes of its element.

    `row` and `column` are attributes of a second row and column, in which `PLANTED` stands.
    """
    second_row = f"<table:table-row {row}>{_cell(PLANTED)}</table:table-row>" if row else ""
    second = _cell(PLANTED) if column else ""
    listed = "".join(
        f'<table:table table:name="{name}" {attributes}><table:table-column/>'
        f"<table:table-column {column}/><table:table-row>{_cell(shown)}{second}</table:table-row>"
        f"{second_row}</table:table>"
        for name, (shown, attributes) in tables.items()
    )
    return _file("spreadsheet", listed, styles, {})


def _cell(shown: str) -> str:
    return (
        f'<table:table-cell office:value-type="string"><text:p>{shown}</text:p></table:table-cell>'
    )


def _file(kind: str, body: str, styles: str, members: Mapping[str, str | bytes]) -> bytes:
    content = (
        f"<office:document-content {_SPACES}><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body><office:{kind}>{body}</office:{kind}>"
        "</office:body></office:document-content>"
    )
    media_type = f"application/vnd.oasis.opendocument.{kind}"
    listed = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="text/xml"/>'
        for name in ("content.xml", *members)
    )
    return made.archive(
        {
            "mimetype": media_type,
            "content.xml": content,
            **members,
            "META-INF/manifest.xml": f"<manifest:manifest {_SPACES}><manifest:file-entry "
            f'manifest:full-path="/" manifest:media-type="{media_type}"/>{listed}'
            "</manifest:manifest>",
        }
    )
