# De pagina van een straat die geen script nodig heeft.

page-whole = De hele pagina openen, met elke periode en elke weggebruiker
page-languages = Talen
page-table = Als tabel
page-sources = Waar de cijfers vandaan komen
page-limit = Snelheidslimiet
page-demonstration = Deze stad bestaat niet en haar cijfers zijn gemaakt door een programma. Ze tonen hoe de pagina werkt.
page-note = Uren zonder meting zijn weggelaten; ze tellen nooit als nul.
page-frozen = Vastgezet: deze cijfers blijven zoals ze zijn.
