### One figure on another site.

embed-whole = Open the whole page
