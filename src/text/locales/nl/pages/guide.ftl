### The guide for a town that wants to publish.

guide-title = Publiceer de data van uw gemeente
guide-lead = Vier stappen met checklists, van het eerste gesprek tot een gepubliceerde map.
