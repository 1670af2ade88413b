# SPDX-License-Identifier: MIT
"""The shipped templates: finding them, reading them, and a new form from one."""

import json
import os
from functools import lru_cache
from pathlib import Path

from pydantic import ValidationError

from model.errors import TemplateError, cause_of, shortened
from model.form import Form, Funds
from model.rules import RULES
from model.template import Template

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "templates"
MAX_BASES = 8  # a chain of templates longer than this is a circle
MAX_TEMPLATE_BYTES = 1_000_000  # those shipped have 5,000

PROBLEMS: dict[str, str] = {
    "missing": "缺少这一项",
    "extra_forbidden": "不认识这一项",
    "string_type": "应为文字",
    "int_type": "应为整数",
    "int_parsing": "应为整数",
    "bool_type": "应为 true 或 false",
    "decimal_parsing": '应为数字，写成文字，如 "1.3"',
    "value_error": '数字要写成文字，如 "1.3"，以免丢失位数',
    "literal_error": "只能取规定的几个值之一",
    "string_pattern_mismatch": "须含有 {{message}}",
    "string_too_short": "不能为空",
    "string_too_long": "最多 {max_length} 个字",
    "blanks": "花括号里只能写 {known}",
    "blank_missing": "须含有 {blank}",
    "model_type": "应为一组 {{ }}",
    "dict_type": "应为一组 {{ }}",
    "tuple_type": "应为一列 [ ]",
    "greater_than_equal": "最小为 {ge}",
    "less_than_equal": "最大为 {le}",
}
"""What pydantic's kinds of errors are called for the author of a template, with the limits they name."""


def template_ids() -> tuple[str, ...]:
    """Return the names of the shipped templates, the nationwide one first."""
    return tuple(
        sorted((path.stem for path in FOLDER.glob("*.json")), key=lambda name: (name != "ministry", name))
    )


@lru_cache(maxsize=32)
def load_template(name: str) -> Template:
    """Return a shipped template.

    Errors: TemplateError if there is none of this name, or its file has a mistake.
    """
    if name not in template_ids():
        known = "、".join(template_ids())
        raise TemplateError(f"没有名为“{shortened(name)}”的模板；文件未作改动，请把模板改为 {known} 之一。")
    return read_template(FOLDER / f"{name}.json")


def read_template(path: Path) -> Template:
    """Read a template file, with the template it is based on.

    Errors: TemplateError naming file, key and problem.
    """
    try:
        template = Template.model_validate(_with_base(path))
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(step) for step in first["loc"])
        problem = PROBLEMS.get(first["type"], "内容不合要求").format_map(first.get("ctx", {}))
        raise TemplateError(f"模板文件 {path.name} 的“{key}”有误（{problem}）；请改正后再用。") from error
    if unknown := template.rules.keys() - {rule.id for rule in RULES}:
        raise TemplateError(
            f"模板文件 {path.name} 的“rules.{min(unknown)}”有误（没有这项检查）；请改正后再用。"
        )
    return template


def _with_base(path: Path, depth: int = 0) -> dict[str, object]:
    try:
        own = json.loads(_content_of(path).decode("utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        name, cause = shortened(path.name), _cause_of(error)
        raise TemplateError(f"模板文件 {name} 读不出来（{cause}）；请检查文件后再用。") from error
    if not isinstance(own, dict) or depth > MAX_BASES:
        raise TemplateError(f"模板文件 {path.name} 不是模板，或与所依据的模板互相引用；请改正后再用。")
    base = own.pop("base", None)
    return own if base is None else merged(_with_base(_base_of(path, str(base)), depth + 1), own)


def _content_of(path: Path) -> bytes:
    """Return the bytes of a template file.  Errors: OSError."""
    if os.path.exists(path) and not os.path.isfile(path):
        raise OSError("不是文件")
    with path.open("rb") as file:
        content = file.read(MAX_TEMPLATE_BYTES + 1)
    if len(content) > MAX_TEMPLATE_BYTES:
        raise OSError(f"超过 {MAX_TEMPLATE_BYTES // 1_000_000} MB")
    return content


def _cause_of(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "括号套得太深"
    if isinstance(error, json.JSONDecodeError):
        return f"第 {error.lineno} 行不合 JSON 的写法"
    return "不是 UTF-8 文本" if isinstance(error, UnicodeDecodeError) else cause_of(error)


def _base_of(path: Path, base: str) -> Path:
    """Return the file of a base: beside the template, else a shipped one; never anywhere else."""
    name = f"{Path(base).name}.json"
    beside = path.with_name(name)
    return beside if os.path.exists(beside) else FOLDER / name  # never raises, unlike Path.exists


def merged(base: dict[str, object], own: dict[str, object]) -> dict[str, object]:
    """Lay a template over its base: objects are merged key by key, all else is replaced."""
    result = dict(base)
    for key, value in own.items():
        below = result.get(key)
        result[key] = merged(below, value) if isinstance(below, dict) and isinstance(value, dict) else value
    return result


def new_form(template: Template, fiscal_year: int | None = None) -> Form:
    """Return an empty form with the template's level-1 and level-2 groups."""
    empty: dict[str, object] = {
        "template": template.id,
        "amount_unit": template.amount_unit,
        "fiscal_year": fiscal_year,
        "funds": {key: {} for key in Funds.model_fields},
        "indicators": [
            {"name": level1.name, "children": [{"name": level2.name} for level2 in level1.children]}
            for level1 in template.groups
        ],
        "stated": {},
    }
    return Form.model_validate(empty)  # in one go: pydantic makes ready a class built by itself anew
