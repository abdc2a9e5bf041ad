# Die Seite einer Straße, die kein Skript braucht.

page-whole = Die ganze Seite öffnen, mit jedem Zeitraum und allen Verkehrsteilnehmern
page-languages = Sprachen
page-table = Als Tabelle
page-sources = Woher die Zahlen kommen
page-limit = Tempolimit
page-demonstration = Diese Stadt gibt es nicht, und ihre Zahlen sind erzeugt. Sie zeigen, wie die Seite funktioniert.
page-note = Stunden ohne Messung sind ausgelassen; sie zählen nie als null.
page-frozen = Festgehalten: Diese Zahlen bleiben, wie sie sind.
