### Le calcul derrière un chiffre : ce qu’ouvre « Montrer le calcul », et ce qu’imprime `straatbeeld explain`.
### Langage courant (niveau B1) ; les mots du métier sont à côté. $things : « voitures », « vélos »…


ledger-about = { $street } (compteur { $segment }). { $mode }, { $period }. Jours et heures dans le fuseau { $zone }.

ledger-how-day = Pour chaque type de jour et chaque heure de la journée, nous prenons la moyenne de toutes les heures comptées. Les moyennes de toutes les heures ensemble font le jour. Ainsi, une heure qui n’a pas été comptée ne rend pas le jour plus petit. Les heures de la journée qui n’ont presque jamais été comptées les jours ouvrables sont laissées de côté pour tous les types de jour.
ledger-how-annual = Nous faisons d’abord un jour moyen pour chaque mois : la moyenne de chaque heure de chaque jour de la semaine, chaque jour de la semaine aussi souvent qu’il y en a dans ce mois. Si un jour de la semaine n’a jamais été compté à une certaine heure, nous prenons la moyenne de cette heure pour les autres jours ouvrables, ou pour l’autre jour du week-end. Les douze mois ensemble font l’année ; un mois long pèse plus qu’un mois court. Cela ne donne un chiffre que si la période dure un an ou plus et si chaque mois a été compté jour et nuit, pendant au moins un quart du temps. Pour comparer, nous donnons aussi l’AADT selon la méthode AASHTO et la moyenne simple ; les deux n’utilisent que les jours comptés (presque) en entier.
ledger-how-peaks = L’heure de pointe est l’heure d’un jour ouvrable qui a la moyenne la plus haute : le matin entre 7 h et 9 h, le soir entre 16 h et 18 h. K est la 30e heure la plus chargée de la période, comme part du jour moyen sur un an (AADT). D est la part de la direction la plus chargée à la plus forte des deux heures de pointe. PHF dit à quel point les quarts d’heure de cette heure se ressemblent : à 1, ils sont tous égaux ; de tous les jours, nous prenons celui du milieu.
ledger-how-week = Pour chaque heure de chaque jour de la semaine, nous cherchons la valeur du milieu : la moitié des semaines a plus, la moitié a moins. Les jours fériés sont laissés de côté. Une heure est inhabituelle si elle est beaucoup plus loin du milieu que d’habitude pour cette heure (z au-dessus de 3 ou en dessous de −3) et si elle s’en écarte d’au moins 10 passages.
ledger-how-directions = Nous additionnons les deux directions sur les mêmes heures : une heure ne compte que si les deux directions ont une valeur. Le tableau donne la moyenne par heure d’un jour ouvrable.
ledger-how-speeds = Nous additionnons les véhicules de chaque classe de vitesse publiée, par exemple de 30 à 35 km/h, sur toutes les heures. La V85 est la vitesse que 85 véhicules sur 100 ne dépassent pas. À l’intérieur d’une classe, nous supposons que les vitesses sont réparties également. La part au-dessus de la limite se trouve de la même façon. En dessous de 50 véhicules, nous ne donnons pas de chiffre.
ledger-how-speeds-mean = Seule la vitesse moyenne de chaque heure est publiée. Nous prenons la moyenne de ces moyennes ; une heure avec plus de voitures pèse plus. Cela ne dit rien de ceux qui roulent vite.
ledger-how-months = Pour chaque mois, nous faisons un jour moyen : la moyenne de chaque heure de chaque jour de la semaine, chaque jour de la semaine aussi souvent qu’il y en a dans ce mois. Nous ne comparons que les heures de la journée que ces mois ont en commun. S’il manque au plus un dixième d’un mois, nous y mettons la moyenne de jours semblables ; ce mois est dit estimé et ne compte pas dans la tendance. Pour la tendance, nous comparons chaque mois au même mois d’autres années et prenons la différence du milieu (Theil–Sen). Il faut 24 mois.
ledger-how-split = Nous additionnons les passages de chaque sorte sur les heures où chaque sorte a une valeur, et nous les divisons par les passages de toutes les sortes. Ce qui est passé dans le noir sans être reconnu est laissé de côté. La part des véhicules lourds est aussi donnée comme part du trafic motorisé : voitures et véhicules lourds ensemble.

ledger-letters-day = t : type de jour ; h : heure de la journée ; i : une des heures comptées ; n : combien il y en a ; V : passages ; Σ : additionner.
ledger-letters-annual = h : heure ; V : passages ; n : combien d’heures sont comptées ; w : combien de fois le jour de la semaine j est dans le mois m ; d : jours du mois. Dans la ligne d’AASHTO : i : jour de la semaine ; j : mois ; k : un jour compté en entier. Σ : additionner.
ledger-letters-peaks = V_30 : passages à la 30e heure la plus chargée ; V_left, V_right : passages par direction ; V_hour, V_15min : passages pendant l’heure et pendant un quart d’heure ; Σ : additionner ; max : le plus haut.
ledger-letters-week = j : jour de la semaine ; h : heure ; i : semaine ; V : passages ; n : combien d’heures sont comptées ; MAD : celle du milieu parmi les distances à la valeur du milieu.
ledger-letters-directions = V_left, V_right : passages par direction en une heure ; Σ : additionner.
ledger-letters-speeds = b : classe de vitesse ; n : véhicules ; V : véhicules pendant l’heure ; p : 0,85 pour la V85 ; L, w : où commence la classe et quelle est sa largeur ; F, f : la part de tous les véhicules sous la classe et dans la classe ; s : la limite.
ledger-letters-speeds-mean = v : vitesse moyenne ; V : voitures ; i : une des heures ; Σ : additionner.
ledger-letters-months = m : mois ; j : jour de la semaine ; h : heure ; V : passages ; n : combien d’heures sont comptées ; w : combien de fois le jour de la semaine est dans le mois ; a, b : le même mois de deux années ; t : l’année ; Σ : additionner.
ledger-letters-split = m : qui ; V : passages en une heure ; Σ : additionner.

## Lignes et heures
ledger-rows =
    { $rows ->
        [one] { $rows } ligne de ce compteur a été lue.
       *[other] { $rows } lignes de ce compteur ont été lues.
    }
ledger-rows-outside =
    { $outside ->
        [one] { $outside } d’entre elles est en dehors de la période.
       *[other] { $outside } d’entre elles sont en dehors de la période.
    }
ledger-rows-parts = Une ligne vaut pour { $minutes } minutes ou plus. Nous faisons des heures avec ces lignes ; une heure a une valeur si la moitié au moins en a une.
ledger-hours = La période compte { $hours } heures ; utilisées : { $used }.
ledger-hours-left-out = Laissé de côté : { $list }.
ledger-hours-off = { $hours } où le compteur était éteint
ledger-hours-incident = { $hours } où l’on sait que le capteur était en panne
ledger-hours-low-uptime = { $hours } où le compteur a marché moins de la moitié du temps
ledger-hours-no-value =
    { $figure ->
        [week] { $hours } d’un jour férié ou sans valeur
        [directions] { $hours } sans valeur pour les deux directions
        [speeds] { $hours } sans vitesse
        [split] { $hours } sans valeur pour chaque sorte
       *[other] { $hours } sans valeur pour les { $things }
    }
ledger-hours-absent =
    { $hours ->
        [one] { $hours } heure n’a pas de ligne dans les fichiers.
       *[other] { $hours } heures n’ont pas de ligne dans les fichiers.
    }
ledger-hours-partial = Pendant { $hours } des heures utilisées, le compteur n’a marché qu’une partie du temps.
ledger-holidays = Jours fériés pendant cette période : { $days }. Ils comptent comme des dimanches.
ledger-holidays-left-out = Jours fériés pendant cette période, laissés de côté ici : { $days }.
ledger-holidays-alike = Jours fériés pendant cette période : { $days }. Ici, ce sont des jours comme les autres.
ledger-holidays-none = Il n’y a pas de jour férié pendant cette période.
ledger-method = Méthode : { $name }, version { $version }.

## Résultats
ledger-results = Résultats
ledger-column-result = Quoi
ledger-column-rounded = Résultat
ledger-column-full = Tous les chiffres
ledger-column-origin = À refaire avec
ledger-origin-sql = SQL
ledger-origin-drawn = seulement ce programme
ledger-nothing = Il n’y a pas de chiffre : ce qu’il faudrait n’est pas publié pour cet endroit.
ledger-remark-full = Avec tous les chiffres, une part est une partie de 1.
ledger-remark-sql = « SQL » : l’instruction ci-dessous recalcule ce chiffre à partir des mêmes fichiers.
ledger-remark-drawn-weeks = « Seulement ce programme » : trouvé en tirant au sort 1 000 fois des semaines entières, avec un nombre de départ fixe. Seul ce programme peut le refaire exactement.
ledger-remark-drawn-months = « Seulement ce programme » : trouvé en tirant au sort 1 000 fois des mois, six à la suite, avec un nombre de départ fixe. Seul ce programme peut le refaire exactement.
ledger-remark-missing = Un tiret veut dire : il n’y a pas de chiffre. Ce n’est pas un zéro.
ledger-passages = { $count } { $things }
ledger-per-year = { $percent } par an
ledger-side-both = Les deux directions

ledger-result-working = Jour ouvrable
ledger-result-working-low = Jour ouvrable, probablement au moins
ledger-result-working-high = Jour ouvrable, probablement au plus
ledger-result-saturday = Samedi
ledger-result-saturday-low = Samedi, probablement au moins
ledger-result-saturday-high = Samedi, probablement au plus
ledger-result-sunday = Dimanche ou jour férié
ledger-result-sunday-low = Dimanche ou jour férié, probablement au moins
ledger-result-sunday-high = Dimanche ou jour férié, probablement au plus
ledger-result-fhwa = Jour moyen sur un an (AADT, FHWA)
ledger-result-fhwa-low = AADT, probablement au moins
ledger-result-fhwa-high = AADT, probablement au plus
ledger-result-aashto = La même chose par la méthode AASHTO
ledger-result-simple = Moyenne des jours complets (ADT)
ledger-result-valid-days = Jours complets
ledger-result-madt = Jour moyen en { $which } (MADT)
ledger-result-morning = Heure de pointe du matin
ledger-result-evening = Heure de pointe du soir
ledger-result-highest-30 = 30e heure la plus chargée
ledger-result-k = K
ledger-result-d = D
ledger-result-phf = PHF
ledger-result-typical = { $which } : les 24 valeurs du milieu ensemble
ledger-result-unusual = Heures inhabituelles
ledger-result-left = { $which }
ledger-result-right = { $which }
ledger-result-left-share = { $which }, part
ledger-result-v85 = V85
ledger-result-v85-low = V85, probablement au moins
ledger-result-v85-high = V85, probablement au plus
ledger-result-v50 = V50 : la moitié roule moins vite
ledger-result-mean = Vitesse moyenne
ledger-result-above = Part au-dessus de la limite
ledger-result-above-10 = Part plus de 10 km/h au-dessus
ledger-result-observed = Véhicules dont on a vu la vitesse
ledger-result-publisher-v85 = V85 de l’éditeur, milieu des heures
ledger-result-mean-of-means = Vitesse moyenne des heures, selon les voitures
ledger-result-month = Jour moyen en { $which }
ledger-result-slope = Changement par an
ledger-result-slope-low = Changement par an, probablement au moins
ledger-result-slope-high = Changement par an, probablement au plus
ledger-result-share = { $which }
ledger-result-heavy-share = Véhicules lourds dans le trafic motorisé

## Tableaux intermédiaires
ledger-table-day = Par type de jour et par heure : total des { $things }, heures comptées, moyenne
ledger-table-annual = Par mois de l’année : jours, jour moyen, heures comptées
ledger-table-peaks = Les deux heures de pointe : moyenne des jours ouvrables
ledger-table-highest = Les heures les plus chargées, la plus chargée d’abord (30 au plus)
ledger-table-unusual = Les heures les plus inhabituelles, la plus inhabituelle d’abord (30 au plus)
ledger-table-week = Par jour de la semaine et par heure : heures comptées, moyenne, valeur du milieu
ledger-table-directions = Par heure d’un jour ouvrable : moyenne dans chaque direction
ledger-table-bins = Véhicules par classe de vitesse
ledger-table-speed-by-hour = Vitesses par heure de la journée
ledger-table-speed-by-side = Vitesses par direction
ledger-table-months = Jour moyen par mois, en { $things }
ledger-table-split = Passages par sorte

ledger-column-day-type = Jours
ledger-column-hour = Heure
ledger-column-passages = Passages
ledger-column-hours = Heures (n)
ledger-column-mean = Moyenne
ledger-column-month = Mois
ledger-column-days = Jours (d)
ledger-column-madt = Jour moyen (MADT)
ledger-column-coverage = Compté
ledger-column-filled = Complété, sur 168
ledger-column-state = État
ledger-column-rank = Place
ledger-column-date = Jour
ledger-column-median = Valeur du milieu
ledger-column-z = z
ledger-column-weekday = Jour de la semaine
ledger-column-mad = MAD
ledger-column-bin = Classe
ledger-column-vehicles = Véhicules (n)
ledger-column-cumulative = Jusqu’ici
ledger-column-vehicles-seen = Véhicules vus
ledger-column-v50 = V50, km/h
ledger-column-v85 = V85, km/h
ledger-column-above = Au-dessus de la limite
ledger-column-side = Direction
ledger-column-mode = Qui
ledger-column-share = Part

## Fichiers et instruction
ledger-file-title = Jeu de données
ledger-file-publisher = Éditeur
ledger-file-licence = Licence
ledger-file-read = Lignes lues
ledger-file-rows = de { $first } à { $last }, comptées à partir de 0
ledger-file-size = Taille
ledger-file-bytes = { $bytes } octets
ledger-file-hash = SHA-256
ledger-file-steps = Ce qui a été fait avant la publication
ledger-statement = Une instruction SQL pour le programme gratuit DuckDB. Lancez-la dans le dossier publié : elle calcule les mêmes chiffres à partir des mêmes fichiers, sans ce programme.
