### One figure on another site.

embed-whole = Die ganze Seite öffnen
