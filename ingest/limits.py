"""Every limit on what is read, in one place. A file beyond one of them raises `LimitError` and the others go on."""

from __future__ import annotations

MEGABYTE = 1 << 20

MAX_FILE_BYTES = 200 * MEGABYTE  # of any file, before it is opened
MAX_TEXT_FILE_BYTES = 50 * MEGABYTE
MAX_TEXT_CHARACTERS = 30_000_000  # of the text that comes out of one file

MAX_ARCHIVE_BYTES = 300 * MEGABYTE  # unpacked size of a DOCX or XLSX as its directory declares it, and as it unpacks
MAX_ARCHIVE_MEMBERS = 20_000
MAX_XML_BYTES = 150 * MEGABYTE  # one unpacked XML part

MAX_SHEETS = 200
MAX_ROWS = 100_000  # of one sheet or table
MAX_COLUMNS = 400
MAX_CELLS = 500_000  # of one file, merged cells laid out

MAX_HTML_BYTES = 20 * MEGABYTE
MAX_HTML_DEPTH = 250  # elements inside one another
MAX_HTML_ELEMENTS = 200_000

MAX_PAGES = 3_000
MAX_PAGE_CHARACTERS = 200_000
MAX_PDF_SECONDS = 120.0  # for all pages of one file
MAX_RECOGNISED_PAGES = 300
MAX_IMAGE_PIXELS = 80_000_000
MAX_OCR_SECONDS = 90.0  # for one page

MAX_METADATA_BYTES = 64 * 1024  # a sidecar file
