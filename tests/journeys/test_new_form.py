# SPDX-License-Identifier: MIT
"""A new form from the template to the saved file and the printed page, with the keyboard only."""

import json
import subprocess

from tests.journeys.clerk import wait_for

HEADER = ("2024", "对口支援经费", "合作办", "联络处")
FUNDS = ("161.05", "161.05", "125.35")
GOALS = ("完成课题6个。", "完成课题12个，已结项。")
QUANTITY = (
    ("完成课题数", "≥6.00(个)", "12.00(个)", "25", "25", "增加"),
    ("参会人数", ">=90", "95", "25", "25", ""),
)
QUALITY = (("结项率", "=100%", "100%", "40", "40", ""),)


def fill_in(clerk):
    """Type the whole form, section by section."""
    clerk.press("shift+Tab", "ctrl+a")
    clerk.fill(*HEADER)
    clerk.wait_for_title("2024 对口支援经费")
    clerk.press("ctrl+2")
    clerk.fill(*FUNDS)
    clerk.press("ctrl+3")
    clerk.fill(*GOALS)
    clerk.press("ctrl+4", "ctrl+shift+Return")  # past the costs, into 数量指标
    for row in QUANTITY:
        clerk.fill(*row)
    clerk.press("ctrl+shift+Return")  # into 质量指标
    for row in QUALITY:
        clerk.fill(*row)


def saved(path):
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else None


def rows_of(form, group):
    return tuple(tuple(row.values()) for row in form["indicators"][1]["children"][group]["children"])


def words_of(page):
    done = subprocess.run(["pdftotext", "-layout", str(page), "-"], capture_output=True, check=True)
    return done.stdout.decode()


def test_what_is_typed_into_a_new_form_is_in_its_file_and_on_its_page(clerk, tmp_path):
    clerk.start()
    clerk.press("Tab", "Tab", "Tab", "Return")  # the fourth card: Shanghai 2024
    clerk.wait_for_title("未命名的自评表")
    fill_in(clerk)
    clerk.press("ctrl+s")
    clerk.wait_for_title("保存草稿")
    clerk.answer_with(tmp_path / "form")  # the suffix is added
    form = wait_for(lambda: saved(tmp_path / "form.json"), "the saved draft")

    header = [
        str(form[key]) for key in ("fiscal_year", "project_name", "competent_department", "implementing_unit")
    ]
    assert tuple(header) == HEADER
    assert tuple(form["funds"]["fiscal_appropriation"].values()) == FUNDS
    assert (form["goal_expected"], form["goal_actual"]) == GOALS
    assert (rows_of(form, 0), rows_of(form, 1)) == (QUANTITY, QUALITY)

    clerk.wait_for_title("2024 对口支援经费 —")  # no mark of changes any more
    clerk.press("ctrl+q")
    assert clerk.wait_until_closed() == 0

    clerk.start(str(tmp_path / "form.json"))
    clerk.wait_for_title("2024 对口支援经费 —")
    clerk.press("ctrl+e")
    clerk.wait_for_title("导出 PDF")
    clerk.press("alt+n")
    clerk.answer_with(tmp_path / "page")
    wait_for((tmp_path / "page.pdf").exists, "the exported page")
    words = words_of(tmp_path / "page.pdf")
    assert "97.78" in words  # 7.78 for the execution, 25, 25 and 40 for the rows
    assert "优" in words
    assert "草稿" not in words
