# SPDX-License-Identifier: MIT
"""Claims about the manual as a folder of HTML."""

import re
from html.parser import HTMLParser

import pytest

from ui.manual.book import PAGES
from ui.manual.folder import write_folder

VOID = {"meta", "link", "img", "br"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("manual") / "手册"
    assert write_folder(folder) == len(PAGES)
    return folder


class Reader(HTMLParser):
    """Reads a page as a browser does; notes tags left open, links, anchors and sources."""

    def __init__(self, text):
        super().__init__()
        self.open, self.links, self.anchors, self.sources, self.tags = [], [], set(), [], set()
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        named = dict(attrs)
        self.tags.add(tag)
        self.open += [] if tag in VOID else [tag]
        self.links += [named["href"]] if "href" in named else []
        self.sources += [named["src"]] if "src" in named else []
        self.anchors |= {named["id"]} if "id" in named else set()

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def read(folder, name):
    return Reader((folder / f"{name}.html").read_text(encoding="utf-8"))


def test_each_page_of_the_program_is_there(folder):
    assert {path.stem for path in folder.glob("*.html")} == set(PAGES)


@pytest.mark.parametrize("name", PAGES)
def test_tags_are_closed_in_order(folder, name):
    assert read(folder, name).open == []


@pytest.mark.parametrize("name", PAGES)
def test_links_and_pictures_lead_into_the_folder(folder, name):
    page = read(folder, name)
    for target in (*page.links, *page.sources):
        file, _, anchor = target.partition("#")
        assert (folder / (file or f"{name}.html")).is_file(), target
        if anchor:
            assert anchor in read(folder, file.removesuffix(".html") or name).anchors, target


@pytest.mark.parametrize("name", PAGES)
def test_a_page_stands_alone(folder, name):
    text = (folder / f"{name}.html").read_text(encoding="utf-8")
    assert '<html lang="zh-CN">' in text
    assert not re.search(r"https?:|//[a-z]|<script|javascript:|style=", text)


def test_every_page_lists_all_pages(folder):
    assert {f"{name}.html" for name in PAGES} <= set(read(folder, "save").links)


def test_the_style_reaches_nowhere(folder):
    assert not re.search(r"url\(|@import|https?:", (folder / "manual.css").read_text(encoding="utf-8"))


def test_writing_again_gives_the_same_bytes(folder, tmp_path):
    write_folder(tmp_path)
    again = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert again == {path.name: path.read_bytes() for path in folder.iterdir()}
