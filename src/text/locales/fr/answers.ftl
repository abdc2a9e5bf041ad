### Les réponses en langage courant. Phrases courtes, mots simples (niveau B1).
### $things : « voitures », « vélos »… toujours après « de » ou « les », jamais accordé ; $one : « une voiture ».

question-busy = Y a-t-il beaucoup de passage ?
question-speed = Roule-t-on trop vite ?
question-change = Est-ce que cela change ?
question-who = Qui passe ici ?

counted-pedestrian =
    { $count ->
        [one] environ { $count } piéton passe
       *[other] environ { $count } piétons passent
    }
counted-bike =
    { $count ->
        [one] environ { $count } vélo passe
       *[other] environ { $count } vélos passent
    }
counted-car =
    { $count ->
        [one] environ { $count } voiture passe
       *[other] environ { $count } voitures passent
    }
counted-heavy =
    { $count ->
        [one] environ { $count } véhicule lourd passe
       *[other] environ { $count } véhicules lourds passent
    }
counted-night =
    { $count ->
        [one] on voit environ { $count } passage dans le noir
       *[other] on voit environ { $count } passages dans le noir
    }

window-all = en 24 heures
window-between = entre { $start } et { $end }
window-some =
    { $hours ->
        [0] pendant aucune heure de la journée
        [one] pendant la seule heure de la journée qui est comptée
       *[other] pendant les { $hours } heures de la journée qui sont comptées
    }

busy-sentence = Un jour ouvrable, { $counted } ici { $window }.
busy-sentence-peak = Un jour ouvrable, { $counted } ici { $window } ; à l’heure la plus chargée ({ $hour }), cela fait { $rate }.
busy-few = Un jour ouvrable, il y a en moyenne moins d’un passage ici { $window } ({ $things }).
busy-none = Un jour ouvrable, on n’a pas vu de { $things } ici { $window }.
busy-dark = Un jour ouvrable, le capteur reconnaît environ { $counted } ici { $window } ; dans le noir, il y a encore environ { $night } passages qu’il n’a pas pu nommer.
busy-blind = Un jour ouvrable, le capteur reconnaît environ { $counted } ici { $window } ; ce qui est passé dans le noir n’est pas dans le fichier publié.
busy-dark-few = Un jour ouvrable, le capteur ne reconnaît presque pas de { $things } ici ; dans le noir, il y a environ { $night } passages qu’il n’a pas pu nommer.
recognised-pedestrian =
    { $count ->
        [one] { $count } piéton
       *[other] { $count } piétons
    }
recognised-bike =
    { $count ->
        [one] { $count } vélo
       *[other] { $count } vélos
    }
recognised-car =
    { $count ->
        [one] { $count } voiture
       *[other] { $count } voitures
    }
recognised-heavy =
    { $count ->
        [one] { $count } véhicule lourd
       *[other] { $count } véhicules lourds
    }
rate-seconds = { $one } toutes les { $seconds } secondes
rate-second = { $one } par seconde
rate-minute = { $one } par minute
rate-minutes = { $one } toutes les { $minutes } minutes
rate-hour = environ un seul passage
rate-less = moins d’un passage
busy-cannot-gaps = Nous ne pouvons pas le dire : certaines heures du jour ouvrable n’ont jamais été comptées pendant cette période.
busy-weekend-saturday = Le samedi : environ { $count }.
busy-weekend-sunday = Le dimanche et les jours fériés : environ { $count }.

cannot-nothing-counted = Nous ne pouvons pas le dire : ici, on n’a pas compté de { $things } pendant cette période.
cannot-coverage = Nous ne pouvons pas le dire : on n’a compté que pendant { $percent } des heures. En dessous de 25 %, nous ne donnons pas de chiffre.

certainty-high = Presque certain : la moyenne se situe très probablement entre { $low } et { $high }.
certainty-medium = Assez sûr : la moyenne se situe très probablement entre { $low } et { $high }.
certainty-low = Un ordre de grandeur : la moyenne se situe très probablement entre { $low } et { $high }.

note-no-interval = Il y a trop peu de semaines de comptages pour dire à quel point c’est sûr.
coverage-line = Compté : { $counted } des { $hours } heures ({ $percent }).
note-coverage = Compté pendant { $percent } des heures. Pour le reste, on ne sait pas.
note-daylight = Le capteur ne voit qu’à la lumière du jour. Les heures de la journée sans comptage ne sont pas dans ce chiffre.
note-night =
    { $count ->
        [one] Dans le noir, le capteur a encore vu environ { $count } passage par jour ouvrable qu’il n’a pas pu nommer. Il n’est pas dans ce chiffre.
       *[other] Dans le noir, le capteur a encore vu environ { $count } passages par jour ouvrable qu’il n’a pas pu nommer. Ils ne sont pas dans ce chiffre.
    }
note-blind = Pendant { $percent } des heures comptées, le capteur ne signale rien du tout. Le fichier ne dit pas si la rue était vide ou s’il faisait noir.
note-dark-hours = Dans le noir, le capteur ne voit pas toujours ce qui passe. C’était le cas pendant { $percent } des heures ; il peut alors manquer des { $things }.
note-device-error = À part cela, { $device } peut se tromper de { $low } à { $high } %.
note-device-unknown = On n’a pas publié de combien { $device } peut se tromper.
device-telraam = le capteur
device-induction-loop = la boucle dans la chaussée
device-pneumatic-tube = le tube sur la chaussée
device-overhead = le détecteur au-dessus de la chaussée
device-unknown = le compteur
note-sensor-other = Le capteur peut se tromper de plus de 10 % pour les { $things }.
note-sensors = Des capteurs de différents types ont compté pendant cette période. Une partie d’un saut peut venir de là.
note-bike = Les motos et les cyclomoteurs comptent comme des vélos.

speed-share =
    { $a ->
        [one] Environ { $a } sur { $b } ({ $percent } des { $things }) roule plus vite que la limite de { $limit }.
       *[other] Environ { $a } sur { $b } ({ $percent } des { $things }) roulent plus vite que la limite de { $limit }.
    }
speed-share-few = Très peu de { $things } ({ $percent }) roulent plus vite que la limite de { $limit }.
speed-share-most = Presque tout le monde roule plus vite que la limite de { $limit } : { $percent } des { $things }.
speed-share-none = On n’a pas vu de { $things } rouler au-dessus de la limite de { $limit }.
speed-share-all = On n’a vu que des { $things } qui dépassaient la limite de { $limit }.
speed-no-limit = Nous ne pouvons pas le dire, car la limite n’est pas publiée ici : 85 { $things } sur 100 roulent à { $speed } environ ou moins.
speed-cannot-none = Nous ne pouvons pas le dire : aucune vitesse n’est publiée pour cet endroit.
speed-cannot-few =
    { $count ->
        [0] Nous ne pouvons pas le dire : on n’a vu aucune vitesse ({ $things }). En dessous de 50, nous ne donnons pas de chiffre.
        [one] Nous ne pouvons pas le dire : on n’a vu qu’une seule vitesse ({ $things }). En dessous de 50, nous ne donnons pas de chiffre.
       *[other] Nous ne pouvons pas le dire : on n’a vu la vitesse que de { $count } { $things }. En dessous de 50, nous ne donnons pas de chiffre.
    }
speed-mean-only = Nous ne pouvons pas le dire : seule la vitesse moyenne des { $things } est publiée. Elle est d’environ { $speed } et ne dit rien de ceux qui roulent vite.
speed-certainty-high = Presque certain : la vitesse que 85 { $things } sur 100 ne dépassent pas se situe très probablement entre { $low } et { $high }.
speed-certainty-medium = Assez sûr : la vitesse que 85 { $things } sur 100 ne dépassent pas se situe très probablement entre { $low } et { $high }.
speed-certainty-low = Un ordre de grandeur : la vitesse que 85 { $things } sur 100 ne dépassent pas se situe très probablement entre { $low } et { $high }.
speed-note-v85 = 85 { $things } sur 100 roulent à { $speed } environ ou moins (la V85).
speed-note-above-10 = Plus de 10 km/h au-dessus de la limite : { $percent } des { $things }.
speed-note-few = On n’a vu la vitesse que de { $count } { $things } ; ce chiffre est à prendre avec prudence.
speed-note-sides = V85 par direction : { $left } { $leftspeed }, { $right } { $rightspeed }.
speed-note-limit = La limite est ici de { $limit }.
speed-side-few = inconnue (trop peu de mesures)
speed-note-interpolated = La limite tombe à l’intérieur d’une classe de vitesse ; la part est calculée entre les deux bords.
speed-note-publisher = La V85 que l’éditeur donne lui-même est de { $speed } (le milieu des valeurs par heure).
speed-note-device = On n’a pas publié avec quelle précision le compteur mesure les vitesses.
speed-note-sensor = Le capteur mesure les vitesses avec une erreur d’environ 10 % au mieux.

change-up = Oui, il y a de plus en plus de passage : environ { $percent } de { $things } en plus par an.
change-down = Oui, il y a de moins en moins de passage : environ { $percent } de { $things } en moins par an.
change-small = À peine : le nombre de { $things } change de moins de 1 % par an.
change-unclear = Le nombre de { $things } ne montre pas de changement clair.
still-read = C’est encore en cours de lecture.
change-pending = Les années précédentes sont encore en cours de lecture.
change-cannot-short =
    { $months ->
        [0] Nous ne pouvons pas encore le dire : aucun mois n’a assez de comptages. Il faut 24 mois pour une tendance.
       *[other] Nous ne pouvons pas encore le dire : il y a { $months } mois avec des comptages. Il faut 24 mois pour une tendance.
    }
change-certainty-high = Presque certain : le changement par an se situe très probablement entre { $low } et { $high }.
change-certainty-medium = Assez sûr : le changement par an se situe très probablement entre { $low } et { $high }.
change-certainty-low = Un ordre de grandeur : le changement par an se situe très probablement entre { $low } et { $high }.
change-certainty-unclear = Le changement par an se situe très probablement entre { $low } et { $high } : cela peut être plus, cela peut être moins.
change-note-months = Chaque mois est comparé au même mois d’autres années ({ $months } mois).
change-note-window = On ne compare que ces heures : { $window }.

who-sentence = Sur tous les passages ici, on compte { $list }.
who-part = { $percent } de { $things }
who-only = Ici, on ne compte que les { $things } : nous ne pouvons pas dire qui d’autre passe dans la rue.
who-none = On n’a vu personne pendant les heures qui ont été comptées.
who-note-passages = Ce sont des passages, pas des personnes : qui va et revient compte deux fois.
who-note-night = Ce qui est passé dans le noir sans être reconnu n’est pas compris.

not-counted = Il n’y a pas de comptage dans cette rue.
not-counted-like = La rue comptée la plus proche qui lui ressemble est { $street }, à { $distance }.
not-counted-near = La rue comptée la plus proche est { $street }, à { $distance } ; c’est une rue d’un autre genre.
not-counted-like-somewhere = Une rue comptée qui lui ressemble est { $street }.
not-counted-somewhere = Une autre rue, d’un autre genre, est comptée : { $street }.
not-counted-figure-day = Là-bas, un jour ouvrable, { $counted } en 24 heures.
not-counted-figure-window =
    { $hours ->
        [one] Là-bas, un jour ouvrable, { $counted } pendant l’heure de la journée qui est comptée ({ $hours } h).
       *[other] Là-bas, un jour ouvrable, { $counted } pendant les { $hours } heures de la journée qui sont comptées.
    }

event-since = depuis le { $date }
event-other = { $when } : { $what }.
event-fault = { $when } : { $what }. Les comptages de ces jours ne sont pas pris en compte.
event-sensor = { $when } : { $what }. Les mois d’avant et d’après ne sont pas réunis en une tendance.
note-odd =
    { $count ->
        [one] Quelque chose est étrange ; c’est peut-être une panne ou un jour particulier : { $example }. Rien n’est laissé de côté.
       *[other] { $count } fois, quelque chose est étrange ; c’est peut-être une panne ou un jour particulier. La première fois : { $example }. Rien n’est laissé de côté.
    }
odd-q3 = pas un seul passage pendant des heures en plein jour, du { $first } au { $last } (d’habitude : { $typical } par heure)
odd-q4 = toujours le même nombre ({ $value }), du { $first } au { $last }
odd-q5 = { $value } passages en une heure le { $first } (d’habitude : { $typical })
odd-q6 = à partir du { $date }, { $value } passages entre 9 h et 15 h un jour ordinaire, au lieu de { $typical } avant
odd-q12 = on ne voit jamais l’une des deux directions
odd-unknown = inconnu

months-title = Qui circule ici, mois par mois
months-sentence = En { $month }, de tout ce que les compteurs ont vu passer, { $list }.
months-counters =
    { $counters ->
        [one] D’après { $counters } compteur qui distingue les quatre.
       *[other] D’après { $counters } compteurs qui distinguent les quatre.
    }
months-month = Mois
months-column = Compteurs
months-note = Là où des compteurs s’ajoutent ou disparaissent, deux mois ne parlent pas des mêmes rues : n’y lisez pas une tendance.
