### What a reader takes along: a figure for another site, a link, files, a citation.

take-title = Take along
take-close = Close
take-figure = Figure
take-embed = On your own site
take-language = Language
take-theme = Colours
take-auto = As the reader's device
take-light = Light
take-dark = Dark
take-width = Width
take-full = As wide as the page
take-narrow = { $pixels } pixels
take-show = What to show
take-chart = Chart
take-table = Table
take-number = Answer in words
take-code = Code to copy
take-copy = Copy the code
take-copied = Copied.
take-selected = Your browser did not allow it. The text is selected: press Ctrl+C (on a Mac ⌘C).
take-preview = Preview
take-share = Share
take-link = Link to this figure
take-copylink = Copy the link
take-native = Share…
take-download = Download
take-csv = Numbers (CSV)
take-meta = About these numbers (JSON)
take-svg = Drawing (SVG)
take-png = Picture (PNG)
take-cite = Cite
take-text = Text
take-bibtex = BibTeX
take-csl = CSL-JSON
take-copycite = Copy
take-save = Save
take-source = Source: { $source } · { $link }
take-waiting = Reading the counts…
take-nothing = Nothing is counted in this street: there is no figure to take along.
take-failed = The counts could not be read. Close this and try again.
take-citation = { $publisher } ({ $year }). { $title }, { $period } [data set]. Version { $version }, { $license }. { $link } (read on { $accessed }).
take-qr = QR code of this link

take-report = On paper
take-report-about = The whole street on A4, for a meeting or as a PDF: all answers and drawings, what is known and what is not, the sources, and a link with a QR code.
take-report-tables = Also print all values as tables
take-report-print = Print a report
take-report-kind = Straatbeeld · report on a street
take-report-made = Made on { $date }. Version of the data: { $version }.
take-report-web = On the web
take-report-sum = The page shows the sum behind each figure, other periods, and the numbers to download.
take-report-values = All values
take-rows = The rows behind it
take-rows-about =
    { $rows ->
        [one] { $rows } row, of { $first }: all that was counted on this stretch.
       *[other] { $rows } rows, from { $first } to { $last }: all that was counted on this stretch.
    }
take-rows-used = Those of { $period } belong to this figure. Their times are in UTC.
take-rows-columns = Columns:
take-rows-whole = The published file, all streets: { $file } ({ $size })
take-rows-waiting = The rows are being read…
take-parquet = Rows (Parquet, { $size })

take-listen = Listen
take-listen-about = { $day } as 24 tones, one for each hour from midnight on: the more { $things }, the higher the tone. A rough tone: only a part of the time was counted. A click: nothing is known, which is not a zero.
take-listen-play = Play the day
take-listen-stop = Stop

take-map = Map of the street
take-compare = Side by side with others
take-label = Label of the sensor
take-card = Card of the dataset
take-keep = When new counts come
take-live = The figure follows them
take-frozen = The figure stays as it is
take-frozen-text = A figure that never changes is made once, by whoever has the published files of this town. Send them this command, or run it yourself beside the folder “data”. It writes the figure as one small page and prints the code for your site. If you only need a picture, download the drawing below: that stays as it is too.
take-command = Command to run
take-copycommand = Copy the command
take-beside = Side by side with
take-beside-first = Street or period
take-beside-more = And
take-beside-none = choose
