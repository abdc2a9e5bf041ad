# Dilemmas about publishing street data, and the answers to choose from.

dilemma-answer-publish = Veröffentlichen, wie es ist
dilemma-answer-limit = Weniger veröffentlichen: gröber, später oder für weniger Orte
dilemma-answer-withhold = Nicht veröffentlichen
dilemma-answer-unsure = Das kann ich nicht sagen

dilemma-dead-end-speeds = Eine Sackgasse mit sechs Häusern
dilemma-dead-end-speeds-text = Ein Zähler misst, wie schnell Autos in einer Sackgasse fahren. Dort wohnen nur sechs Haushalte; Nachbarn können erraten, wer zu schnell fuhr. Sollen die Geschwindigkeiten veröffentlicht werden?
dilemma-scooters-at-night = Leihroller in der Nacht
dilemma-scooters-at-night-text = Eine Karte zeigt, wo Leihroller zwischen Mitternacht und fünf Uhr stehen bleiben. Das hilft, Abstellplätze zu wählen. Es kann auch zeigen, wo jemand schläft. Soll die Karte veröffentlicht werden?
dilemma-one-car-an-hour = Das einzige Auto der Stunde
dilemma-one-car-an-hour-text = Um drei Uhr nachts kommt ein Auto vorbei. Wer die Straße kennt, weiß, wer im Schichtdienst arbeitet. Zahlen je Stunde zeigen den Berufsverkehr gut. Sollen auch die Nachtstunden einzeln veröffentlicht werden?
dilemma-school-gate = Am Schultor
dilemma-school-gate-text = Zählungen je Minute zeigen, wann die Straße an der Schule gefährlich ist. Sie zeigen auch, wann Kinder dort allein gehen. Sollen die Zählungen je Minute veröffentlicht werden?
dilemma-camera-that-could-more = Eine Kamera, die mehr könnte
dilemma-camera-that-could-more-text = Eine Kamera zählt heute nur. Mit anderer Software könnte sie Kennzeichen lesen. Die Stadt verspricht, das nicht zu tun. Sollen ihre Zählungen genutzt und veröffentlicht werden?
dilemma-who-is-missed = Wer nicht gezählt wird
dilemma-who-is-missed-text = Der Zähler sieht Autos gut, übersieht aber oft Menschen im Rollstuhl und kleine Kinder. Der Rat will mit diesen Zahlen über einen Übergang entscheiden. Sollen sie veröffentlicht werden?
dilemma-trips-of-shared-bikes = Von Tür zu Tür
dilemma-trips-of-shared-bikes-text = Fahrten von Leihrädern, mit Anfang und Ende, zeigen, wo Radwege fehlen. Bei zwei oder drei Fahrten am Tag zwischen zwei Straßen kann es immer dieselbe Person sein. Sollen die Fahrten veröffentlicht werden?
dilemma-place-of-worship = Neben einem Gotteshaus
dilemma-place-of-worship-text = Ein Zähler für Fußgänger steht neben einem Gotteshaus. Seine Stunden zeigen, wie viele zum Beten kommen und wann. Sollen die Zählungen je Stunde veröffentlicht werden?
dilemma-small-car-park = Ein kleiner Anwohnerparkplatz
dilemma-small-car-park-text = Aktuelle Zahlen freier Plätze ersparen das Suchen. Auf einem Parkplatz mit acht Plätzen verraten sie auch, wer verreist ist. Sollen die Zahlen veröffentlicht werden?
dilemma-list-of-worst-streets = Die zehn schlimmsten Straßen
dilemma-list-of-worst-streets-text = Eine Liste der zehn Straßen, in denen am häufigsten zu schnell gefahren wird, bringt die Gemeinde zum Handeln. Sie bringt diese Straßen auch in Verruf, und nur gezählte Straßen können darauf stehen. Soll die Liste veröffentlicht werden?
