# Dilemmas about publishing street data, and the answers to choose from.

dilemma-answer-publish = Publiceren zoals het is
dilemma-answer-limit = Minder publiceren: grover, later of op minder plaatsen
dilemma-answer-withhold = Niet publiceren
dilemma-answer-unsure = Ik weet het niet

dilemma-dead-end-speeds = Een doodlopende straat met zes huizen
dilemma-dead-end-speeds-text = Een teller meet hoe snel auto’s rijden in een doodlopende straat. Er wonen maar zes gezinnen, dus buren kunnen raden wie te hard reed. Publiceren we de snelheden?
dilemma-scooters-at-night = Deelsteps in de nacht
dilemma-scooters-at-night-text = Een kaart toont waar deelsteps tussen middernacht en vijf uur achterblijven. Dat helpt om parkeerplekken te kiezen. Het kan ook tonen waar iemand slaapt. Publiceren we de kaart?
dilemma-one-car-an-hour = De enige auto van dat uur
dilemma-one-car-an-hour-text = Om drie uur ’s nachts komt er één auto voorbij. Wie de straat kent, weet wie in ploegen werkt. Cijfers per uur tonen de spits goed. Publiceren we ook de nachturen apart?
dilemma-school-gate = Aan de schoolpoort
dilemma-school-gate-text = Tellingen per minuut tonen wanneer de straat aan de school gevaarlijk is. Ze tonen ook wanneer kinderen er alleen lopen. Publiceren we de tellingen per minuut?
dilemma-camera-that-could-more = Een camera die meer zou kunnen
dilemma-camera-that-could-more-text = Een camera telt vandaag alleen. Met andere software zou ze nummerplaten kunnen lezen. De stad belooft dat niet te doen. Gebruiken en publiceren we haar tellingen?
dilemma-who-is-missed = Wie niet geteld wordt
dilemma-who-is-missed-text = De teller ziet auto’s goed, maar mist vaak mensen in een rolstoel en kleine kinderen. De gemeenteraad wil met deze cijfers over een oversteekplaats beslissen. Publiceren we ze?
dilemma-trips-of-shared-bikes = Van deur tot deur
dilemma-trips-of-shared-bikes-text = Ritten van deelfietsen, met begin en einde, tonen waar fietspaden ontbreken. Bij twee of drie ritten per dag tussen twee straten kan het steeds dezelfde persoon zijn. Publiceren we de ritten?
dilemma-place-of-worship = Naast een gebedshuis
dilemma-place-of-worship-text = Een teller voor voetgangers staat naast een gebedshuis. De uren tonen hoeveel mensen er komen bidden, en wanneer. Publiceren we de tellingen per uur?
dilemma-small-car-park = Een kleine bewonersparking
dilemma-small-car-park-text = Actuele cijfers van vrije plaatsen besparen zoeken. Op een parking van acht plaatsen verraden ze ook wie met vakantie is. Publiceren we de cijfers?
dilemma-list-of-worst-streets = De tien ergste straten
dilemma-list-of-worst-streets-text = Een lijst van de tien straten waar het meest te hard gereden wordt, zet de gemeente aan tot daden. Ze bezorgt die straten ook een slechte naam, en alleen getelde straten kunnen erop staan. Publiceren we de lijst?
