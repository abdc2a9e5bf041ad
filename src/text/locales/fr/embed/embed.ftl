### Un chiffre sur un autre site.

embed-label = Figure de Straatbeeld
embed-whole = Ouvrir la page complète
embed-new-window = (s’ouvre dans une nouvelle fenêtre)
embed-misunderstood-title = Cette figure ne peut pas être affichée.
embed-misunderstood-text = L’adresse de cette figure contient « { $what } », qui n’est pas compris. Copiez à nouveau le code sur la page de la rue.
