### The page about what is counted and what is not.

ethics-title = Was gezählt wird, und was nie
ethics-lead = In einfachen Worten: was in der Straße gezählt wird und was nie, wer fehlt, was schiefgehen kann und wie man widerspricht.
