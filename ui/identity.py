# SPDX-License-Identifier: MIT
"""Who the program is: its name on the screen, its name for the system, its version."""

from pathlib import Path

PROGRAM = "绩效自评表编辑器"
FORM = "绩效自评表"  # what a window holds
SYSTEM_NAME = "zipingbiao"
UNNAMED = "未命名的自评表"
PROJECT_FILE = Path(__file__).resolve().parent.parent / "pyproject.toml"


def title(fiscal_year: int | None, project_name: str) -> str:
    """Return what a form is called in titles and lists: `2024 合作交流工作业务经费`."""
    return " ".join(f"{fiscal_year or ''} {project_name or UNNAMED}".split())


def version() -> str:
    """Return the version; nothing where the project file was not shipped along."""
    import tomllib

    try:
        return str(tomllib.loads(PROJECT_FILE.read_text(encoding="utf-8"))["project"]["version"])
    except (OSError, KeyError, tomllib.TOMLDecodeError):
        return ""
