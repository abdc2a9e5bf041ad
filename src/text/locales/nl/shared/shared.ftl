### Shared vehicles near a street.

shared-title = Wat kan ik hier in de buurt delen?
