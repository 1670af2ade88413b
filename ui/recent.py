# SPDX-License-Identifier: MIT
"""Forms worked on lately: where they are, and how they stood when last seen."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from model.arithmetic import Figures
from model.errors import FormError
from model.form import Form
from model.report import report_on
from model.rules.finding import Finding
from ui.settings import RECENT_FORMS, Settings

MOST_KEPT = 30


@dataclass(frozen=True, slots=True)
class RecentForm:
    """One form of the list, as its file was when last opened or saved."""

    path: str
    project_name: str
    fiscal_year: int | None
    counts: dict[str, int]  # findings by severity
    score: str | None  # total score; None while it cannot be told
    rating: str | None
    mtime_ns: int  # of the file described
    implementing_unit: str = ""
    template: str = ""  # id

    @property
    def changed(self) -> datetime | None:
        """When the file was last changed; None when it is no longer there."""
        mtime = mtime_of(Path(self.path))
        return None if mtime is None else datetime.fromtimestamp(mtime / 1_000_000_000)

    @property
    def is_outdated(self) -> bool:
        """Tell whether the file was changed by another hand since it was described."""
        return mtime_of(Path(self.path)) not in (None, self.mtime_ns)


def described(path: Path, form: Form, figures: Figures, findings: Iterable[Finding]) -> RecentForm:
    """Describe a form that was just opened or saved."""
    counts = Counter(finding.severity.value for finding in findings)
    score = None if figures.rating is None else f"{figures.total_score:f}"
    mtime = mtime_of(path) or 0
    return RecentForm(
        str(path),
        form.project_name,
        form.fiscal_year,
        dict(counts),
        score,
        figures.rating,
        mtime,
        form.implementing_unit,
        form.template,
    )


def looked_at_again(recent: RecentForm) -> RecentForm:
    """Describe a form anew from its file; what cannot be read stays as it was described."""
    from model.drafts import load
    from model.templates import load_template

    path = Path(recent.path)
    try:
        form = load(path).form
        report = report_on(path.name, form, load_template(form.template))
    except FormError:
        return recent
    return described(path, form, report.figures, report.findings)


def recent_forms(settings: Settings) -> list[RecentForm]:
    """Return the forms worked on lately, the newest first; a line that cannot be read is passed over."""
    return [recent for line in settings.read(RECENT_FORMS) if (recent := _read(line))]


def last_form(settings: Settings) -> Path | None:
    """Return the file of the form worked on last; None when it is not there any more."""
    forms = recent_forms(settings)
    return Path(forms[0].path) if forms and forms[0].changed else None


def remember(settings: Settings, newest: RecentForm) -> None:
    """Put a form at the head of the list."""
    others = [recent for recent in recent_forms(settings) if recent.path != newest.path]
    _write(settings, [newest, *others][:MOST_KEPT])


def correct(settings: Settings, seen: RecentForm) -> None:
    """Put a new description in the place of the old one."""
    _write(settings, [seen if recent.path == seen.path else recent for recent in recent_forms(settings)])


def forget(settings: Settings, path: str) -> None:
    """Take a form off the list; its file stays."""
    _write(settings, [recent for recent in recent_forms(settings) if recent.path != path])


def mtime_of(path: Path) -> int | None:
    """Return when a file was changed, in ns; None when it is not there."""
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return None


def _write(settings: Settings, forms: list[RecentForm]) -> None:
    settings.write(RECENT_FORMS, [json.dumps(asdict(recent), ensure_ascii=False) for recent in forms])


def _read(line: str) -> RecentForm | None:
    try:
        recent = RecentForm(**json.loads(line))
    except (TypeError, ValueError, RecursionError):
        return None
    return recent if isinstance(recent.path, str) and isinstance(recent.counts, dict) else None
