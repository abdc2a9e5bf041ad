### The data page: the catalogue and its cards.

data-title = Quelles données existent
data-lead = Chaque jeu de données derrière les chiffres de cette commune : ce qu’il couvre, sa précision, à qui il est et ce que vous pouvez en faire.
