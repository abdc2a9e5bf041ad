"""A page of a PDF as a picture: reads the file from stdin, writes width and height (two numbers of 4 bytes) and RGBA to stdout."""

import struct
import sys

import pypdfium2

DPI = 200
page = pypdfium2.PdfDocument(sys.stdin.buffer.read())[0]
bitmap = page.render(scale=DPI / 72, rev_byteorder=True, force_bitmap_format=pypdfium2.raw.FPDFBitmap_BGRA, fill_color=(255, 255, 255, 255))
raw = bytes(bitmap.buffer)
rows = [raw[y * bitmap.stride : y * bitmap.stride + bitmap.width * 4] for y in range(bitmap.height)]
sys.stdout.buffer.write(struct.pack("<II", bitmap.width, bitmap.height) + b"".join(rows))
