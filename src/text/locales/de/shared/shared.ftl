### Shared vehicles near a street.

shared-title = Was kann ich hier in der Nähe teilen?
