### The page about what is counted and what is not.

ethics-title = Ce qui est compté, et ce qui ne l’est jamais
ethics-lead = En mots simples : ce qui est compté dans la rue et ce qui ne l’est jamais, qui manque, ce qui peut mal tourner et comment s’opposer.
