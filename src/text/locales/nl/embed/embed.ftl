### One figure on another site.

embed-whole = Open de hele pagina
