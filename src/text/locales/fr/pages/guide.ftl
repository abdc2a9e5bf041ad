### The guide for a town that wants to publish.

guide-title = Publiez les données de votre commune
guide-lead = Quatre étapes avec des listes de contrôle, de la première discussion au dossier publié.
