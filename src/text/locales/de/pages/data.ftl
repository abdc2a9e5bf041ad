### The data page: the catalogue and its cards.

data-title = Welche Daten es gibt
data-lead = Jeder Datensatz hinter den Zahlen dieser Stadt: was er umfasst, wie genau er ist, wem er gehört und was Sie damit tun dürfen.
