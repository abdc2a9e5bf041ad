# The ethics card of the demonstration.

demonstration-ethics-why = Um zu zeigen, wie eine Stadt von ihren Straßen erzählen kann, und um die Berechnungen zu prüfen.
demonstration-ethics-seen = Niemand: Alle Durchfahrten sind aus festen Werten zufällig gezogen.
demonstration-ethics-missed = Wie aus einem wirklichen Fenster: Wer im Dunkeln vorbeikommt, hat keine Art; wer vorbeikommt, während der Sensor aus ist, wird nicht gezählt.
demonstration-ethics-findable = Nein: Hier wohnt niemand.
demonstration-ethics-consent = Niemand musste zustimmen; die Werte sind erfunden.
demonstration-ethics-errors = Ausfälle, ein schief hängender Sensor und zwei ersetzte sind mit Absicht eingebaut.
demonstration-ethics-decides = Wer an Straatbeeld arbeitet.
demonstration-ethics-objection = Alle, dort, wo das Programm entwickelt wird.
demonstration-ethics-results = Sie stehen auf diesen Seiten und dienen Tests; in keiner Straße folgt etwas daraus.
demonstration-ethics-until = Solange die Demonstration nützt.
demonstration-ethics-responsible = Das Projekt Straatbeeld.
