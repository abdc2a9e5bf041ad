### The page about what is counted and what is not.

ethics-title = What is counted, and what never is
ethics-lead = In plain words: what is counted in the street and what never is, who is missed, what could go wrong, and how to object.
