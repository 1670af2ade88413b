# SPDX-License-Identifier: MIT
"""Who the program is: its name on the screen, its name for the system, its version."""

from model.program import NAME, VERSION

PROGRAM = NAME
FORM = "绩效自评表"  # what a window holds
SYSTEM_NAME = "zipingbiao"
UNNAMED = "未命名的自评表"


def title(fiscal_year: int | None, project_name: str) -> str:
    """Return what a form is called in titles and lists: `2024 合作交流工作业务经费`."""
    return " ".join(f"{fiscal_year or ''} {project_name or UNNAMED}".split())


def version() -> str:
    """Return the version."""
    return VERSION
