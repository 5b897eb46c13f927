"""What comes out of a picture that is taken in: its pixels, upright and bounded, or one sentence that says why not."""
from __future__ import annotations

import io
import os
import random
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from aftercare.adapters.photo_pillow import PillowCodec
from aftercare.core.photo_errors import (
    LONGEST_SIDE,
    MOST_FILE_BYTES,
    MOST_KEPT_BYTES,
    THUMBNAIL_SIDE,
    PhotoGone,
    PhotoRefused,
)
from tests.fakes import photos

CODEC = PillowCodec()
TELLING = [b"Exif", b"GPS", b"SpyCam", b"2026:06:08", photos.COMMENT, b"home address", b"secret", b"8BIM", b"after",
           b"ICC", b"xmp", b"caption"]


def refusal(source: str | bytes) -> str:
    with pytest.raises(PhotoRefused) as refused:
        CODEC.encode(source)
    assert refused.value.field == "photo"
    return refused.value.message


def near(found: object, wanted: tuple[int, int, int]) -> bool:
    assert isinstance(found, tuple)
    return all(abs(a - b) < 16 for a, b in zip(found, wanted, strict=True))


@pytest.mark.parametrize("make", [photos.telling_jpeg, photos.telling_png])
def test_only_pixels_come_out_of_a_picture_that_tells_more(make: object) -> None:
    content = make()  # type: ignore[operator]
    assert any(word in content for word in TELLING)

    kept = CODEC.encode(content)

    for part in (kept.picture, kept.thumbnail):
        assert not [word for word in TELLING if word in part]
        found = photos.opened(part)
        assert not dict(found.getexif())
        assert set(found.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_a_picture_comes_out_as_the_camera_was_held(orientation: int) -> None:
    kept = CODEC.encode(photos.turned_jpeg(orientation))

    for part in (kept.picture, kept.thumbnail):
        found = photos.opened(part)
        assert found.width > found.height
        assert near(found.getpixel((found.width // 2, 4)), photos.RED)
        assert near(found.getpixel((found.width // 2, found.height - 5)), photos.BLUE)
    assert (kept.width, kept.height) == (400, 300)


@pytest.mark.parametrize(
    ("form", "mode"),
    [("JPEG", mode) for mode in ("1", "L", "RGB", "CMYK")]
    + [("PNG", mode) for mode in ("1", "L", "LA", "P", "RGB", "RGBA")]
    + [("WEBP", mode) for mode in ("RGB", "RGBA")],
)
def test_every_kind_of_picture_keeps_its_look(form: str, mode: str) -> None:
    content = photos.saved(Image.new("RGB", (200, 100), "white").convert(mode), form)

    assert near(photos.opened(CODEC.encode(content).picture).getpixel((50, 50)), (255, 255, 255))


def test_grey_of_sixteen_bits_is_not_cut_off_at_white() -> None:
    content = photos.saved(Image.new("I;16", (100, 100), 0x8000), "PNG")

    assert near(photos.opened(CODEC.encode(content).picture).getpixel((50, 50)), (128, 128, 128))


def test_what_is_see_through_lies_on_white() -> None:
    content = photos.saved(Image.new("RGBA", (100, 100), (0, 0, 0, 0)), "PNG")

    assert near(photos.opened(CODEC.encode(content).picture).getpixel((50, 50)), (255, 255, 255))


def test_a_large_picture_of_nothing_but_noise_is_bounded_in_pixels_and_bytes() -> None:
    noise = Image.effect_noise((4000, 3000), 120).convert("RGB")
    noise.putpixel((0, 0), photos.RED)

    kept = CODEC.encode(photos.saved(noise, "JPEG", quality=95))

    assert max(kept.width, kept.height) <= LONGEST_SIDE
    assert len(kept.picture) <= MOST_KEPT_BYTES
    assert max(photos.opened(kept.thumbnail).size) == THUMBNAIL_SIDE
    assert photos.opened(kept.picture).size == (kept.width, kept.height)


def test_a_phones_picture_with_a_small_copy_behind_it_is_no_film() -> None:
    stream = io.BytesIO()
    photos.two_coloured().save(stream, "MPO", save_all=True, append_images=[photos.two_coloured((80, 60))])

    assert (CODEC.encode(stream.getvalue()).width, CODEC.encode(stream.getvalue()).height) == (400, 300)


def test_a_picture_of_forty_megapixels_is_refused_with_what_is_accepted() -> None:
    assert refusal(photos.jpeg((7300, 5480))) == (
        "Photo: this picture is too large; take one with 36 megapixels or fewer."
    )


@pytest.mark.parametrize("make", [photos.claiming_png, photos.claiming_webp])
def test_a_small_file_that_claims_an_enormous_picture_is_refused_unopened(make: object) -> None:
    assert refusal(make()) == (  # type: ignore[operator]
        "Photo: this picture is too large; take one with 20 megapixels or fewer."
    )


def test_a_jpeg_that_is_drawn_over_and_over_is_refused() -> None:
    content = photos.saved(photos.two_coloured(), "JPEG", progressive=True)
    scan = content.rindex(b"\xff\xda")

    assert CODEC.encode(content).width == 400
    assert refusal(content[:-2] + content[scan:-2] * 100 + content[-2:]).startswith("Photo: this file is broken")


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_picture_that_breaks_off_is_refused(form: str) -> None:
    noise = Image.effect_noise((300, 300), 90).convert("RGB")
    content = photos.saved(noise, form)

    said = {refusal(content[: len(content) * part // 10]) for part in range(1, 9)}

    assert said == {"Photo: this file is broken or cut off; choose another one."}


def still(form: str) -> bytes:
    return photos.saved(photos.two_coloured(), form)


def frames(form: str) -> bytes:
    return photos.saved(photos.two_coloured(), form, save_all=True, append_images=[Image.new("RGB", (400, 300))])


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (Path(sys.executable).resolve().read_bytes()[:200_000], "this is not a picture"),
        (b"", "this is not a picture"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "this is not a picture"),
        (b"%PDF-1.7", "this is not a picture"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "this is not a picture"),
        (still("TIFF"), "this is not a picture"),
        (still("BMP"), "this is not a picture"),
        (still("GIF"), "GIF files are not taken in"),
        (frames("WEBP"), "this picture moves"),
        (frames("PNG"), "this picture moves"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "HEIC files cannot be read here"),
        (bytes(MOST_FILE_BYTES + 1), "this file is too large; choose one with 32 MB or less."),
    ],
    ids=["program", "empty", "svg", "pdf", "eps", "tiff", "bmp", "gif", "webp film", "png film", "heic", "bytes"],
)
def test_what_is_no_still_picture_is_refused_in_one_sentence(content: bytes, sentence: str, tmp_path: Path) -> None:
    renamed = tmp_path / "cheek.jpg"
    renamed.write_bytes(content)

    said = refusal(str(renamed))

    assert said.startswith(f"Photo: {sentence}")
    assert said.count(".") == 1
    assert len(said.split()) <= 15


def test_what_is_no_file_that_can_be_read_is_refused_in_one_sentence(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    secret = tmp_path / "secret.jpg"
    secret.write_bytes(photos.jpeg())
    secret.chmod(0)

    assert refusal(str(tmp_path / "none.jpg")) == "Photo: this file is not there; choose another one."
    assert refusal("a\0b") == "Photo: this file is not there; choose another one."
    assert refusal(str(tmp_path)) == "Photo: this is a folder; choose one picture in it."
    assert refusal(str(tmp_path / "pipe")) == "Photo: the app cannot open this file; choose another one."
    if os.geteuid():
        assert refusal(str(secret)) == "Photo: the app cannot open this file; choose another one."


def test_a_path_may_be_typed_with_spaces_around_it(tmp_path: Path) -> None:
    (tmp_path / "cheek.jpg").write_bytes(photos.jpeg())

    assert CODEC.encode(f" {tmp_path}/cheek.jpg ").width == 400


HEADS = [b"", b"\xff\xd8\xff", photos.jpeg()[:200], b"\x89PNG\r\n\x1a\n", photos.claiming_png(9, 9)[:33],
         b"RIFF\x20\0\0\0WEBPVP8X", b"RIFF\x20\0\0\0WEBPVP8L", still("WEBP")[:30]]


@given(head=st.sampled_from(HEADS), tail=st.binary(max_size=400))
def test_whatever_the_bytes_are_nothing_but_a_sentence_is_raised(head: bytes, tail: bytes) -> None:
    with suppress(PhotoRefused):
        CODEC.encode(head + tail)
    with suppress(PhotoGone):
        CODEC.pixels(head + tail)


@settings(max_examples=150)
@given(form=st.sampled_from(["JPEG", "PNG", "WEBP"]), seed=st.integers(0, 2**32), flips=st.integers(1, 12))
def test_a_picture_with_bytes_changed_is_taken_in_or_refused(form: str, seed: int, flips: int) -> None:
    content, chance = bytearray(still(form)), random.Random(seed)
    for _ in range(flips):
        content[chance.randrange(len(content))] = chance.randrange(256)

    with suppress(PhotoRefused):
        CODEC.encode(bytes(content))


def test_a_kept_picture_is_decoded_row_by_row_from_the_top() -> None:
    kept = CODEC.encode(photos.saved(photos.two_coloured(), "PNG"))

    pixels = CODEC.pixels(kept.picture)

    assert len(pixels.rgb) == pixels.width * pixels.height * 3
    assert near(tuple(pixels.rgb[:3]), photos.RED)
    assert near(tuple(pixels.rgb[-3:]), photos.BLUE)


def test_what_we_did_not_write_is_not_decoded() -> None:
    for content in (photos.telling_png(), photos.jpeg((LONGEST_SIDE * 9, 10)), b"x"):
        with pytest.raises(PhotoGone):
            CODEC.pixels(content)
