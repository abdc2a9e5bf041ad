# The ethics card of the demonstration.

demonstration-ethics-why = Pour montrer comment une ville peut parler de ses rues, et pour vérifier les calculs.
demonstration-ethics-seen = Personne : tous les passages sont tirés au hasard à partir de valeurs fixées.
demonstration-ethics-missed = Comme depuis une vraie fenêtre : qui passe dans le noir n’a pas de type, qui passe quand le capteur est éteint n’est pas compté.
demonstration-ethics-findable = Non : personne n’habite ici.
demonstration-ethics-consent = Personne n’a dû consentir ; les valeurs sont inventées.
demonstration-ethics-errors = Des pannes, un capteur de travers et deux capteurs remplacés y sont mis exprès.
demonstration-ethics-decides = Ceux qui travaillent à Straatbeeld.
demonstration-ethics-objection = Tout le monde, là où le programme est développé.
demonstration-ethics-results = Ils sont montrés sur ces pages et servent aux tests ; rien n’en découle dans une rue.
demonstration-ethics-until = Tant que la démonstration est utile.
demonstration-ethics-responsible = Le projet Straatbeeld.
