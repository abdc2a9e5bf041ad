### The data page: the catalogue and its cards.

data-title = What data there are
data-lead = Every dataset behind this town's figures: what it covers, how accurate it is, whose it is and what you may do with it.
