# SPDX-License-Identifier: MIT
"""Claims about the print shop, here and in a process of its own."""

from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from export.distant_shop import DistantShop, DistantShopError
from export.print_shop import PAPERS_KEPT, Order, PrintShop
from model.arithmetic import figures
from model.drafts import load, to_bytes
from model.templates import load_template
from tests.builders import GOLDEN


def ordered(name="002-2", draft_mark=False):
    form = load(GOLDEN / f"{name}.json").form
    template = load_template(form.template)
    return Order(to_bytes(form), template, figures(form, template), draft_mark)


def nothing(done, count):
    """Hear what is told, and go on."""


@pytest.fixture(scope="module", params=[PrintShop, DistantShop])
def shop(request):
    shop = request.param()
    yield shop
    shop.close()


@pytest.fixture
def distant():
    shop = DistantShop()
    yield shop
    shop.close()


def test_a_proof_has_the_pages_of_the_file(shop):
    proof, pdf = shop.proof(ordered()), pypdfium2.PdfDocument(shop.pdf(ordered(), nothing))
    edges = [edge for page in pdf for edge in page.get_size()]
    assert [edge for size in proof.sizes for edge in size] == pytest.approx(edges, abs=0.01)


def test_a_page_is_drawn_as_in_the_file(shop):
    picture = shop.picture(shop.proof(ordered()).number, 1, 1.0)
    page = pypdfium2.PdfDocument(shop.pdf(ordered(), nothing))[1].render(scale=1, prefer_bgrx=True)
    assert picture == (bytes(page.buffer), page.width, page.height, page.stride)


def test_a_file_holds_the_very_draft_of_the_order_unless_it_is_for_the_public(shop):
    order = ordered()
    with pikepdf.open(BytesIO(shop.pdf(order, nothing))) as pdf:
        assert pdf.attachments["draft.json"].get_file().read_bytes() == order.draft
    with pikepdf.open(BytesIO(shop.pdf(order._replace(public=True), nothing))) as pdf:
        assert not pdf.attachments


@pytest.mark.parametrize("pages", [[1], [2], [0, 1], [2, 1, 0], [0, 1, 2]])
def test_any_pages_can_be_a_file_of_their_own_with_structure_only_if_it_is_whole(shop, tool, pages):
    proof = shop.proof(ordered())
    made = shop.part(proof.number, pages, nothing)
    assert tool("qpdf", "--check", pdf=made).stderr == ""
    with pikepdf.open(BytesIO(made)) as pdf:
        assert ("/StructTreeRoot" in pdf.Root) is (pages == [0, 1, 2])
        assert (b"pdfuaid" in pdf.Root.Metadata.read_bytes()) is (pages == [0, 1, 2])
        assert (len(pdf.pages), pdf.attachments) == (len(pages), {})


def test_a_draft_is_marked(shop):
    final, draft = (shop.proof(ordered(draft_mark=mark)) for mark in (False, True))
    assert (final.is_draft, draft.is_draft) == (False, True)
    assert shop.picture(final.number, 0, 0.5) != shop.picture(draft.number, 0, 0.5)


def test_every_page_of_the_file_is_told(shop):
    told = []
    shop.pdf(ordered(), lambda done, count: told.append((done, count)))
    assert told == [(0, 0), (1, 3), (2, 3), (3, 3)]


def test_what_the_telling_raises_ends_the_work(distant):
    def refuse(done, count):
        raise InterruptedError

    with pytest.raises(InterruptedError):
        PrintShop().pdf(ordered(), refuse)
    with pytest.raises((InterruptedError, DistantShopError)):
        distant.pdf(ordered(), refuse)


def test_only_the_latest_papers_are_kept(shop):
    numbers = [shop.proof(ordered()).number for _ in range(PAPERS_KEPT + 1)]
    assert shop.picture(numbers[1], 0, 0.1).width
    with pytest.raises((KeyError, RuntimeError)):
        shop.picture(numbers[0], 0, 0.1)


def test_a_form_that_prints_everything_gives_no_remark(shop):
    assert shop.remarks(ordered()) == []


def test_both_shops_write_the_same_bytes(distant):
    assert distant.pdf(ordered(), nothing) == PrintShop().pdf(ordered(), nothing)


def test_a_closed_shop_says_that_it_has_ended(distant):
    distant.close()
    with pytest.raises(DistantShopError):
        distant.proof(ordered())


def test_both_shops_write_some_pages_in_another_order(shop):
    number = shop.proof(ordered()).number
    pages = pypdfium2.PdfDocument(shop.part(number, [2, 0], nothing))
    words = [page.get_textpage().get_text_bounded() for page in pages]
    assert ["第 3 页" in words[0], "第 1 页" in words[1], len(words)] == [True, True, 2]


def test_all_pages_in_their_order_are_a_file_as_to_publish(shop):
    number = shop.proof(ordered()).number
    assert shop.part(number, [0, 1, 2], nothing) == shop.pdf(ordered()._replace(public=True), nothing)
