### Eén cijfer op een andere website.

embed-label = Figuur van Straatbeeld
embed-whole = De hele pagina openen
embed-new-window = (opent in een nieuw venster)
embed-misunderstood-title = Deze figuur kan niet getoond worden.
embed-misunderstood-text = In het adres van deze figuur staat “{ $what }”, en dat wordt niet begrepen. Kopieer de code opnieuw van de pagina van de straat.
