### The guide for a town that wants to publish.

guide-title = Veröffentlichen Sie die Daten Ihrer Stadt
guide-lead = Vier Schritte mit Checklisten, vom ersten Gespräch bis zum veröffentlichten Ordner.
