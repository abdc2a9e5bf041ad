### One figure on another site.

embed-whole = Ouvrir la page complète
