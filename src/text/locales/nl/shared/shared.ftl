### Deelvoertuigen bij een straat en in de stad.

shared-title = Wat kan ik hier in de buurt delen?
shared-town-title = Deelvoertuigen in de stad

shared-form-bicycle = Fietsen
shared-form-cargo = Bakfietsen
shared-form-car = Auto’s
shared-form-moped = Bromfietsen
shared-form-scooter = Steps
shared-form-other = Voertuigen
shared-count-bicycle = { $count } fietsen
shared-count-cargo = { $count } bakfietsen
shared-count-car = { $count } auto’s
shared-count-moped = { $count } bromfietsen
shared-count-scooter = { $count } steps
shared-count-other = { $count } voertuigen
shared-offer = { $form } van { $operator }

shared-none-near = In de opnames stond nooit een deelvoertuig binnen { $metres } van deze straat.
shared-sentence = { $day }, { $hour }: gemiddeld { $what } binnen { $metres } van deze straat.
shared-item = { $what } van { $operator }
shared-unknown = { $form } van { $operator }: van dit uur is niets bekend.
shared-hour-unknown = { $day }, { $hour }: er is niets bekend. Dit uur is niet opgenomen.
shared-certainty = Opgenomen van { $period }. Van dit uur is ten minste { $coverage } van de minuten bekend. Afstanden zijn in vogelvlucht.
shared-recorded = Opgenomen van { $period }.
shared-day = Soort dag
shared-hour = Uur

shared-offer-hour = { $day }, { $hour }: gemiddeld { $what }. Het minste op één moment was { $least }, het meeste { $most }.
shared-offer-unknown = { $day }, { $hour }: er is niets bekend. Dit is geen nul.
shared-offer-empty = De stations hadden { $share } van hun tijd niets te lenen.
shared-offer-full = Ze hadden { $share } van die tijd geen vrije plaats.
shared-free = Deze voertuigen hebben geen stations. Verteld wordt hoeveel er binnen { $metres } stonden, en in vierkanten van 200 m waarin er in de loop van de opname ten minste tien stonden; nooit waar één voertuig stond.

shared-chart-title = { $what }: te lenen, per uur van de dag
shared-chart-mean = { $day }, gemiddeld
shared-chart-band = minste tot meeste
shared-chart-none = { $day }: er is niets bekend.
shared-chart-extremes = { $day }: het meeste van { $peak } (gemiddeld { $most }), het minste van { $calm } ({ $least }).
shared-chart-peak = { $day }: het meeste van { $peak } (gemiddeld { $most }).
shared-range = { $mean } ({ $least }–{ $most })
shared-empty-short = stations zonder voertuig: { $share } van de tijd
shared-full-short = stations zonder vrije plaats: { $share } van de tijd

shared-stations-caption = Stations van { $operator } binnen { $metres }, { $period }
shared-squares-caption = { $what } in vierkanten van 200 m, binnen { $metres }
shared-months-near-caption = { $what } binnen { $metres }, maand per maand
shared-months-caption = { $what } in de hele stad, maand per maand
shared-places-caption = { $what }, per gemeente
shared-all-months = Alles samen
shared-column-station = Station
shared-column-square = Vierkant van 200 m
shared-column-distance = Afstand
shared-column-capacity = Plaatsen
shared-column-available = Te lenen, gemiddeld (minste–meeste)
shared-column-empty = Tijd zonder voertuig
shared-column-full = Tijd zonder vrije plaats
shared-column-known = Bekend
shared-column-low = Vertrekken, ten minste
shared-column-high = Vertrekken, ten hoogste
shared-column-parked = Langer dan 24 uur geparkeerd
shared-column-no-parking = Waar parkeren niet mag
shared-column-municipality = Gemeente
shared-column-trend = Eerste en laatste maand, gemiddeld
shared-column-thousand = Op straat per 1.000 inwoners, ten minste
shared-outside = Elders
shared-hidden = verborgen
shared-trend = { $start }: { $first }, { $end }: { $last }

shared-system = { $operator } in de hele stad
shared-snapshots =
    { $snapshots ->
        [one] Opgenomen van { $period }: { $snapshots } momentopname, waarvan { $faulty } weggelaten als fout van de feed.
       *[other] Opgenomen van { $period }: { $snapshots } momentopnames, waarvan { $faulty } weggelaten als fouten van de feed.
    }
shared-unread = De sommen staan in het bestand { $file } van de gepubliceerde map. Het is { $bytes } groot, te veel voor deze pagina.
shared-fleet = Te lenen: gemiddeld { $what }, het minste { $least }, het meeste { $most }. Bekend tijdens { $coverage } van de tijd.
shared-departures = Vertrekken: ten minste { $low } en ten hoogste { $high }, in de { $coverage } van de tijd die bekend is.
shared-departures-least = Vertrekken: ten minste { $low }, in de { $coverage } van de tijd die bekend is. Een bovengrens is er niet.
shared-departures-hidden = Het aantal vertrekken is verborgen, omdat het klein is.
shared-departures-unknown = Over vertrekken is niets bekend.
shared-reason-stations = Alleen hoeveel voertuigen er aan een station staan is bekend. Wie tussen twee momentopnames komt en gaat, en wat een bestelwagen meeneemt, niet: daarom twee grenzen en geen getal.
shared-reason-vehicles = Alleen waar voertuigen staan is bekend. Eén dat verdwijnt begon een rit, werd weggehaald of werd door de feed vergeten: daarom twee grenzen en geen getal.
shared-idle = De voertuigen stonden ten hoogste { $share } van de tijd stil.
shared-hidden-why = Aantallen vertrekken en ritten onder { $k } zijn verborgen, en die waaruit men er een kan berekenen. Verborgen is niet nul.
shared-trips-day = Ritten per dag: { $value }
shared-trips-vehicle = Ritten per dag voor elk voertuig dat gehuurd werd: ten hoogste { $value }, want wat niemand huurde staat niet in het bestand
shared-trips-minutes = De helft van de ritten duurde langer dan { $value } minuten
shared-trips-length = De helft van de ritten was langer dan { $value }

shared-map-title = Kaart van wat in de buurt is
shared-map-hint = De lijn is de straat. Het vlak eromheen is binnen { $metres } in vogelvlucht. De stippen zijn stations; de tabellen hierboven zeggen hetzelfde.
shared-map-free = De zachte cirkels zijn vierkanten van 200 m met voertuigen zonder stations.
shared-map-label = { $name } · gemiddeld { $mean }
shared-legend-title = Voertuigen te lenen aan een station of in een vierkant, gemiddeld
