# The ethics card of the demonstration.

demonstration-ethics-why = Om te tonen hoe een stad over haar straten kan vertellen, en om de berekeningen te toetsen.
demonstration-ethics-seen = Niemand: alle passages zijn door het toeval getrokken uit vaste waarden.
demonstration-ethics-missed = Zoals vanuit een echt raam: wie in het donker voorbijkomt heeft geen soort, wie voorbijkomt terwijl de sensor uit is telt niet mee.
demonstration-ethics-findable = Nee: hier woont niemand.
demonstration-ethics-consent = Niemand hoefde in te stemmen; de waarden zijn verzonnen.
demonstration-ethics-errors = Uitvallen, een sensor die scheef hangt en twee die vervangen zijn, zitten er met opzet in.
demonstration-ethics-decides = Wie aan Straatbeeld werkt.
demonstration-ethics-objection = Iedereen, waar het programma ontwikkeld wordt.
demonstration-ethics-results = Ze staan op deze pagina’s en dienen in tests; in geen enkele straat volgt er iets uit.
demonstration-ethics-until = Zolang de demonstratie nut heeft.
demonstration-ethics-responsible = Het project Straatbeeld.
