### Eine Zahl auf einer anderen Website.

embed-label = Darstellung von Straatbeeld
embed-whole = Die ganze Seite öffnen
embed-new-window = (öffnet ein neues Fenster)
embed-misunderstood-title = Diese Darstellung kann nicht gezeigt werden.
embed-misunderstood-text = In der Adresse steht „{ $what }“, und das wird nicht verstanden. Kopieren Sie den Code noch einmal von der Seite der Straße.
