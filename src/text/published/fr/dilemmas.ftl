# Dilemmas about publishing street data, and the answers to choose from.

dilemma-answer-publish = Publier tel quel
dilemma-answer-limit = Publier moins : plus grossier, plus tard ou pour moins de lieux
dilemma-answer-withhold = Ne pas publier
dilemma-answer-unsure = Je ne sais pas

dilemma-dead-end-speeds = Une impasse de six maisons
dilemma-dead-end-speeds-text = Un compteur mesure la vitesse des voitures dans une impasse. Seuls six ménages y habitent : les voisins peuvent deviner qui a roulé trop vite. Faut-il publier les vitesses ?
dilemma-scooters-at-night = Les trottinettes partagées la nuit
dilemma-scooters-at-night-text = Une carte montre où restent les trottinettes partagées entre minuit et cinq heures. Elle aide à placer des parkings. Elle peut aussi montrer où quelqu’un dort. Faut-il publier la carte ?
dilemma-one-car-an-hour = La seule voiture de l’heure
dilemma-one-car-an-hour-text = À trois heures du matin, une seule voiture passe. Qui connaît la rue sait qui travaille en équipes. Les chiffres par heure montrent bien les heures de pointe. Faut-il publier les heures de nuit une à une ?
dilemma-school-gate = À la porte de l’école
dilemma-school-gate-text = Des comptages à la minute montrent quand la rue de l’école est dangereuse. Ils montrent aussi quand des enfants y marchent seuls. Faut-il publier les comptages à la minute ?
dilemma-camera-that-could-more = Une caméra qui pourrait faire plus
dilemma-camera-that-could-more-text = Aujourd’hui, une caméra ne fait que compter. Avec un autre logiciel, elle pourrait lire des plaques. La ville promet de ne pas le faire. Faut-il utiliser et publier ses comptages ?
dilemma-who-is-missed = Qui n’est pas compté
dilemma-who-is-missed-text = Le compteur voit bien les voitures, mais manque souvent les personnes en fauteuil roulant et les petits enfants. Le conseil veut décider d’un passage piéton avec ces chiffres. Faut-il les publier ?
dilemma-trips-of-shared-bikes = De porte à porte
dilemma-trips-of-shared-bikes-text = Les trajets des vélos partagés, avec départ et arrivée, montrent où manquent des pistes cyclables. Avec deux ou trois trajets par jour entre deux rues, ce peut être une seule personne. Faut-il publier les trajets ?
dilemma-place-of-worship = À côté d’un lieu de culte
dilemma-place-of-worship-text = Un compteur de piétons se trouve à côté d’un lieu de culte. Ses heures montrent combien de personnes viennent prier, et quand. Faut-il publier les comptages par heure ?
dilemma-small-car-park = Un petit parking de riverains
dilemma-small-car-park-text = Les places libres en direct évitent de chercher. Dans un parking de huit places, elles disent aussi qui est en vacances. Faut-il publier les chiffres ?
dilemma-list-of-worst-streets = Les dix pires rues
dilemma-list-of-worst-streets-text = Une liste des dix rues où l’on roule le plus souvent trop vite pousse la commune à agir. Elle donne aussi mauvaise réputation à ces rues, et seules des rues comptées peuvent y figurer. Faut-il publier la liste ?
