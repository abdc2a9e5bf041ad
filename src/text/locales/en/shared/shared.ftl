### Shared vehicles near a street.

shared-title = What can I share near here?
