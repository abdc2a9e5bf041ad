### Shared vehicles near a street.

shared-title = Que puis-je partager près d’ici ?
