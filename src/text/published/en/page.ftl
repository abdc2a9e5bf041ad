# A street's page that needs no script.

page-whole = Open the whole page, with every period and road user
page-languages = Languages
page-table = As a table
page-sources = Where the figures come from
page-limit = Speed limit
page-demonstration = This town does not exist and its figures are generated. They show how the page works.
page-note = Hours without a measurement are left out; they never count as zero.
page-frozen = Frozen: these figures stay as they are.
