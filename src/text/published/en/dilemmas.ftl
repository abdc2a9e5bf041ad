# Dilemmas about publishing street data, and the answers to choose from.

dilemma-answer-publish = Publish it as it is
dilemma-answer-limit = Publish less: coarser, later or for fewer places
dilemma-answer-withhold = Do not publish it
dilemma-answer-unsure = I cannot say

dilemma-dead-end-speeds = A dead-end street with six houses
dilemma-dead-end-speeds-text = A counter measures how fast cars drive in a dead-end street. Only six households live there, so neighbours may guess who drove too fast. Should the speeds be published?
dilemma-scooters-at-night = Shared scooters at night
dilemma-scooters-at-night-text = A map shows where shared scooters are left between midnight and five. It helps to place parking spots. It may also show where somebody sleeps. Should the map be published?
dilemma-one-car-an-hour = The only car of the hour
dilemma-one-car-an-hour-text = At three in the morning one car passes. Who knows the street knows who works in shifts. Numbers by the hour show rush hours well. Should night hours be published one by one?
dilemma-school-gate = At the school gate
dilemma-school-gate-text = Counts by the minute show when the street at the school is dangerous. They also show when children walk there alone. Should the counts by the minute be published?
dilemma-camera-that-could-more = A camera that could do more
dilemma-camera-that-could-more-text = A camera only counts today. With new software it could read number plates. The town promises not to do so. Should its counts be used and published?
dilemma-who-is-missed = Who is not counted
dilemma-who-is-missed-text = The counter sees cars well, but often misses people in wheelchairs and small children. The council wants to decide about a crossing with these numbers. Should they be published?
dilemma-trips-of-shared-bikes = From door to door
dilemma-trips-of-shared-bikes-text = Trips of shared bikes, with start and end, show where cycle paths are missing. With two or three trips a day between two streets it may be one and the same person. Should the trips be published?
dilemma-place-of-worship = Beside a place of worship
dilemma-place-of-worship-text = A counter for pedestrians stands beside a place of worship. Its hours show how many come to pray, and when. Should the counts by the hour be published?
dilemma-small-car-park = A small car park for residents
dilemma-small-car-park-text = Live numbers of free places save people from searching. In a car park of eight places they also tell who is away on holiday. Should the numbers be published?
dilemma-list-of-worst-streets = The ten worst streets
dilemma-list-of-worst-streets-text = A list of the ten streets with the most speeding makes the council act. It also gives these streets a bad name, and only counted streets can be on it. Should the list be published?
