# SPDX-License-Identifier: MIT
"""Claims about the window's looks: as in the pictures kept, redrawn by `python -m tests.pictures`."""

import tempfile
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from tests.pictures.__main__ import HERE, README_PICTURE, main
from tests.pictures.compare import SHARE, complaint, difference, largest_share
from tests.pictures.looks import PICTURES, SCREEN, file_name
from tests.pictures.scenes import SCENES

NAMES = [file_name(scene, look) for look, scenes in PICTURES.items() for scene in scenes]
MOST_BYTES = 3_500_000
GROUND, INK = "#f4f5f7", "#1d2127"


@pytest.fixture(scope="module")
def fresh() -> Path:
    """The pictures as the window looks now; they stay, so that a failure can be looked at."""
    folder = Path(tempfile.mkdtemp(prefix="pictures-"))
    main(folder, folder / README_PICTURE.name)
    return folder


@pytest.mark.parametrize("name", NAMES)
def test_the_window_looks_as_in_its_picture(fresh, name):
    assert not complaint(HERE / name, fresh / name, fresh)


def test_the_readme_shows_the_window_as_it_is(fresh):
    assert not complaint(README_PICTURE, fresh / README_PICTURE.name, fresh)


def test_every_scene_has_a_picture_and_every_picture_a_scene():
    assert {scene for scenes in PICTURES.values() for scene in scenes} == set(SCENES)
    assert {path.name for path in HERE.glob("*.png")} == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_the_window_fits_the_smallest_screen(name):
    with Image.open(HERE / name) as picture:
        assert all(side <= most for side, most in zip(picture.size, SCREEN, strict=True))


def test_the_pictures_stay_small():
    assert sum(path.stat().st_size for path in (*HERE.glob("*.png"), README_PICTURE)) <= MOST_BYTES


def window_with(left=100, fill=INK, ground=GROUND):
    picture = Image.new("RGB", (320, 240), ground)
    ImageDraw.Draw(picture).rectangle((left, 100, left + 60, 124), outline=fill)
    ImageDraw.Draw(picture).ellipse((20, 20, 29, 29), fill=fill)
    return picture


def share(first, second):
    return largest_share(difference(first, second))


def test_a_button_moved_by_ten_pixels_is_seen():
    assert share(window_with(), window_with(left=110)) > SHARE


def test_another_colour_of_a_mark_is_seen():
    assert share(window_with(fill="#c02b20"), window_with(fill="#945600")) > SHARE


def test_another_shade_of_a_letters_edge_is_passed_over():
    assert share(window_with(), window_with(fill="#2b2f35", ground="#f2f3f5")) <= SHARE


def test_a_picture_that_differs_is_written_beside_the_fresh_one(tmp_path):
    for name, picture in (("kept.png", window_with()), ("fresh.png", window_with(left=140))):
        picture.save(tmp_path / name)
    told = complaint(tmp_path / "kept.png", tmp_path / "fresh.png", tmp_path)
    assert str(tmp_path / "differs-kept.png") in told
    assert (tmp_path / "differs-kept.png").exists()
