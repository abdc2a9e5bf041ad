### Véhicules partagés près d’une rue et dans la ville.

shared-title = Que puis-je partager près d’ici ?
shared-town-title = Véhicules partagés dans la ville

shared-form-bicycle = Vélos
shared-form-cargo = Vélos cargos
shared-form-car = Voitures
shared-form-moped = Cyclomoteurs
shared-form-scooter = Trottinettes
shared-form-other = Véhicules
shared-count-bicycle = { $count } vélos
shared-count-cargo = { $count } vélos cargos
shared-count-car = { $count } voitures
shared-count-moped = { $count } cyclomoteurs
shared-count-scooter = { $count } trottinettes
shared-count-other = { $count } véhicules
shared-offer = { $form } de { $operator }

shared-none-near = Dans les enregistrements, aucun véhicule partagé ne s’est jamais trouvé à moins de { $metres } de cette rue.
shared-sentence = { $day }, { $hour } : en moyenne { $what } à moins de { $metres } de cette rue.
shared-item = { $what } de { $operator }
shared-unknown = { $form } de { $operator } : rien n’est connu de cette heure.
shared-hour-unknown = { $day }, { $hour } : rien n’est connu. Cette heure n’a pas été enregistrée.
shared-certainty = Enregistré : { $period }. Au moins { $coverage } des minutes de cette heure sont connues. Les distances sont à vol d’oiseau.
shared-recorded = Enregistré : { $period }.
shared-day = Type de jour
shared-hour = Heure

shared-offer-hour = { $day }, { $hour } : { $what } en moyenne. Le moins à un moment était { $least }, le plus { $most }.
shared-offer-unknown = { $day }, { $hour } : rien n’est connu. Ce n’est pas un zéro.
shared-offer-empty = Les stations n’avaient rien à prendre pendant { $share } de leur temps.
shared-offer-full = Elles n’avaient aucune place libre pendant { $share } de ce temps.
shared-free = Ces véhicules n’ont pas de stations. On dit combien se trouvaient à moins de { $metres }, et dans les carrés de 200 m où il y en a eu au moins dix au cours de l’enregistrement ; jamais où se trouvait l’un d’eux.

shared-chart-title = { $what } : à prendre, par heure de la journée
shared-chart-mean = { $day }, en moyenne
shared-chart-band = du moins au plus
shared-chart-none = { $day } : rien n’est connu.
shared-chart-extremes = { $day } : le plus de { $peak } ({ $most } en moyenne), le moins de { $calm } ({ $least }).
shared-chart-peak = { $day } : le plus de { $peak } ({ $most } en moyenne).
shared-range = { $mean } ({ $least }–{ $most })
shared-empty-short = stations sans véhicule : { $share } du temps
shared-full-short = stations sans place libre : { $share } du temps

shared-stations-caption = Stations de { $operator } à moins de { $metres }, { $period }
shared-squares-caption = { $what } par carrés de 200 m, à moins de { $metres }
shared-months-near-caption = { $what } à moins de { $metres }, mois par mois
shared-months-caption = { $what } dans toute la ville, mois par mois
shared-places-caption = { $what }, par commune
shared-all-months = Tout ensemble
shared-column-station = Station
shared-column-square = Carré de 200 m
shared-column-distance = Distance
shared-column-capacity = Places
shared-column-available = À prendre, en moyenne (moins–plus)
shared-column-empty = Temps sans véhicule
shared-column-full = Temps sans place libre
shared-column-known = Connu
shared-column-low = Départs, au moins
shared-column-high = Départs, au plus
shared-column-parked = Garés plus de 24 heures
shared-column-no-parking = Là où il est interdit de se garer
shared-column-municipality = Commune
shared-column-trend = Premier et dernier mois, en moyenne
shared-column-thousand = Dans la rue pour 1 000 habitants, au moins
shared-outside = Ailleurs
shared-hidden = caché
shared-trend = { $start } : { $first }, { $end } : { $last }

shared-system = { $operator } dans toute la ville
shared-snapshots =
    { $snapshots ->
        [one] Enregistré : { $period }, { $snapshots } relevé, dont { $faulty } écarté comme erreur du flux.
       *[other] Enregistré : { $period }, { $snapshots } relevés, dont { $faulty } écartés comme erreurs du flux.
    }
shared-unread = Ses sommes sont dans le fichier { $file } du dossier publié. Il fait { $bytes }, trop pour cette page.
shared-fleet = À prendre : { $what } en moyenne, le moins { $least }, le plus { $most }. Connu pendant { $coverage } du temps.
shared-departures = Départs : au moins { $low } et au plus { $high }, pendant les { $coverage } du temps qui sont connus.
shared-departures-least = Départs : au moins { $low }, pendant les { $coverage } du temps qui sont connus. Il n’y a pas de limite supérieure.
shared-departures-hidden = Le nombre de départs est caché, parce qu’il est petit.
shared-departures-unknown = Rien n’est connu des départs.
shared-reason-stations = On sait seulement combien de véhicules se trouvent à une station. On ne sait pas qui vient et part entre deux relevés, ni ce qu’une camionnette emporte : donc deux limites et pas de nombre.
shared-reason-vehicles = On sait seulement où se trouvent les véhicules. Celui qui disparaît a commencé un trajet, a été enlevé ou a été oublié par le flux : donc deux limites et pas de nombre.
shared-idle = Les véhicules étaient à l’arrêt pendant { $share } du temps au plus.
shared-hidden-why = Les nombres de départs et de trajets sous { $k } sont cachés, ainsi que ceux dont on pourrait en déduire un. Caché n’est pas zéro.
shared-trips-day = Trajets par jour : { $value }
shared-trips-vehicle = Trajets par jour pour chaque véhicule loué : { $value } au plus, car ceux que personne n’a loués ne sont pas dans le fichier
shared-trips-minutes = La moitié des trajets a duré plus de { $value } minutes
shared-trips-length = La moitié des trajets a dépassé { $value }

shared-map-title = Carte de ce qui est proche
shared-map-hint = La ligne est la rue. La surface autour est à moins de { $metres } à vol d’oiseau. Les points sont des stations ; les tableaux ci-dessus disent la même chose.
shared-map-free = Les cercles clairs sont des carrés de 200 m avec des véhicules sans station.
shared-map-label = { $name } · { $mean } en moyenne
shared-legend-title = Véhicules à prendre à une station ou dans un carré, en moyenne
