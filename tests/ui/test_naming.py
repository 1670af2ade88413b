# SPDX-License-Identifier: MIT
"""Claims about the names of a form's files."""

from tests.builders import complete_form
from tests.ui.hands import document_of
from ui.naming import file_name, page_name


def test_names_offered_fit_every_file_system(qapp):
    document = document_of(complete_form(project_name="甲/乙:“丙”\n<丁>" + "长" * 200))
    assert file_name(document).startswith("2024 甲 乙 “丙” 丁 长长长")
    assert len(page_name(document, public=False, is_draft=True).encode()) < 255


def test_a_form_without_name_is_called_so(qapp):
    assert file_name(document_of(complete_form(project_name="", fiscal_year=None))) == "未命名的自评表"
