# SPDX-License-Identifier: MIT
"""Claims about the columns of the tree."""

import pytest

from model.fields import CELLS
from model.templates import load_template, template_ids
from ui.columns import COLUMN_OF, KEYS, TREE_COLUMNS, column_labels


def test_every_field_of_an_indicator_has_its_column():
    assert set(KEYS) == set(CELLS)
    assert [COLUMN_OF[key] for key in KEYS] == list(range(len(KEYS)))


def test_number_columns_take_no_share_of_the_width():
    assert all(bool(column.share) is not column.is_number for column in TREE_COLUMNS)


@pytest.mark.parametrize("name", template_ids())
def test_labels_are_the_templates(name):
    template = load_template(name)
    printed = {column.label for column in template.indicators.columns}
    assert set(column_labels(template)[1:]) <= printed
