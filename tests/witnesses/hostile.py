# SPDX-License-Identifier: MIT
"""Mark-up of many languages, as a clerk might paste it, and forms with it in every text there is."""

from __future__ import annotations

from collections.abc import Callable
from itertools import cycle

from model.form import Form, Funds, Indicator
from tests.builders import tree

MARK_UP = (
    # HTML and what browsers make of it
    *("<script>alert(1)</script>", "<img src='file:///etc/hosts'>", "<a href='https://example.org'>点此</a>"),
    *("<!-- 注 -->", "&lt;b&gt;&#20013;&nbsp;", "A&B公司，0.1<A<0.9", "<![CDATA[甲]]>", "javascript:f(1)"),
    # paragraphs of reportlab and of its like
    *("<para align='right'><b>甲</b></para>", "<font size='99' color='red'>大</font>", "<br/><b>未完"),
    *("<link href='#x'>跳</link>", "<bullet>1</bullet><super>2</super>", "<onDraw name='x' label='y'/>"),
    # operators and strings of PDF
    *(") Tj ET Q (", "\\) \\( \\101\\n\\r", "<</S/JavaScript/JS(app.alert(1))>>", "endstream endobj"),
    *("/Launch /F (cmd.exe)", "<48656C6C6F> Tj", "%PDF-1.7 %%EOF", "/Span BDC(乙) EMC", "[(甲)-250(乙)]TJ"),
    # typesetters
    *("\\input{/etc/hosts}", "$x^2_i$ \\textbf{甲}", '#read("/etc/hosts")', "#link(<x>)[*甲* _乙_]"),
    *("**甲** _乙_ `丙` ~~丁~~", "[甲](https://example.org)", "$(id) `id` ${HOME} %PATH%"),
    # XML and its entities
    *("]]></rdf:RDF>", '<?xpacket end="r"?>', "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/hosts'>]>&b;"),
    *("</rdf:li><pdf:Trapped/>", "'\"--><x:xmpmeta>"),
    # format strings and the words our own templates know
    *("{0} {} {year} {page} {pages} {unit}", "%s %d %n %(name)s"),
    *("{0.__class__}{year!r:>99}", "{{page}} {{{unit}"),
    # formulas, addresses
    *("=cmd|'/c calc'!A1", "@SUM(1+1)*cmd", "+1-1=HYPERLINK('x')", "https://example.org/?a=1&b=2#c"),
    *("file:///etc/hosts", "\\\\server\\share\\x.exe", "mailto:a@example.org"),
)  # fmt: skip
UNSEEN = "甲\u202e乙丙\u202c丁\u2066戊\u2069\u200b己\ufeff庚"
"""Marks that turn the direction of writing: they are not printed, so nothing reads backwards."""

HEADER = ("project_name", "competent_department", "implementing_unit")
GOALS = ("goal_expected", "goal_actual")
CELLS = ("name", "target", "actual", "points", "score", "reason")
AMOUNTS = ("initial_budget", "annual_budget", "actual")
STATED = ("execution_rate", "execution_points", "execution_score", "total_points", "total_score", "rating")


def hostile_form(template: str = "shanghai-2024") -> Form:
    """A form each text of which is another piece of mark-up; its rows bring any piece into any column."""
    pieces = cycle(MARK_UP)
    return _form(template, lambda: next(pieces), len(MARK_UP))


def form_of(piece: str, template: str = "shanghai-2024") -> Form:
    """A form each text of which is this one piece."""
    return _form(template, lambda: piece, 1)


def _form(template: str, text: Callable[[], str], rows: int) -> Form:
    indicators = [Indicator.model_validate({cell: text() for cell in CELLS}) for _ in range(rows)]
    fields = {field: text() for field in (*HEADER, *GOALS, "amount_unit")}
    funds = {row: {column: text() for column in AMOUNTS} for row in Funds.model_fields}
    stated = {field: text() for field in STATED}
    groups = tree(产出_数量=indicators)
    groups[0].name, groups[0].children[0].name = text(), text()
    return Form.model_validate(
        {
            "template": template,
            "fiscal_year": 2024,
            **fields,
            "funds": funds,
            "indicators": groups,
            "stated": stated,
        }
    )
