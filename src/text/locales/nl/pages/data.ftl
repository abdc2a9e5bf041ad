### The data page: the catalogue and its cards.

data-title = Welke data er zijn
data-lead = Elke dataset achter de cijfers van deze gemeente: wat erin zit, hoe nauwkeurig die is, van wie die is en wat u ermee mag doen.
