"""What another program finds in a PDF: size and text of each page, and its pixels as RGBX beside it."""

import json
import pathlib
import sys

import pypdfium2

SCALE = 3  # pixels a point

pages = []
for number, page in enumerate(pypdfium2.PdfDocument(sys.argv[1])):
    bitmap = page.render(scale=SCALE, rev_byteorder=True, prefer_bgrx=True)
    pixels = pathlib.Path(f"{sys.argv[1]}.{number}.rgbx")
    pixels.write_bytes(bytes(bitmap.buffer))
    pages.append({
        "size": page.get_size(),
        "text": page.get_textpage().get_text_range(),
        "pixels": str(pixels),
        "width": bitmap.width,
        "height": bitmap.height,
        "stride": bitmap.stride,
    })
json.dump(pages, sys.stdout)
