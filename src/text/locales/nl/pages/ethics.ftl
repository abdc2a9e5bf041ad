### The page about what is counted and what is not.

ethics-title = Wat geteld wordt, en wat nooit
ethics-lead = In gewone woorden: wat er in de straat geteld wordt en wat nooit, wie gemist wordt, wat er mis kan gaan en hoe u bezwaar maakt.
