// The statement about accessibility, a page in each language, made of what `make accessibility` found
// (docs/accessibility.json) and of what is known not to be good enough.

const texts = {
  en: {
    title: "Accessibility",
    lead: "Everybody should be able to read what is known about a street: with a keyboard, with a screen reader, enlarged, in the dark. This page says how far that goes, and where it does not.",
    tested: "What was tested",
    result: (r) => `On ${r.day} ${r.pages} pages were looked at in ${r.languages} languages, in light, in dark and in forced colours, on a phone and on a desktop: ${r.views} views, with axe-core ${r.axe} in ${r.browser}. It found ${r.found === 0 ? "no violations" : `${r.found} violations`}.`,
    more: "With every change of the program tests also go through the pages by keyboard, look for focus that cannot be seen, for targets that are too small, and for pages that scroll both ways at 400 %. The aim is WCAG 2.2, level AA, and EN 301 549.",
    charts: "Charts can be read with the arrow keys. Each is also a sentence and a table. What is missing is said to be missing. The map has a list with the same streets.",
    limits: "What is not good enough yet",
    list: ["No people who use a screen reader every day have tested it.", "It was tested in Chromium. In Firefox and Safari it was not.", "The map itself cannot be read by a screen reader. The list beside it can.", "Names and texts from the data are in the language of their publisher."],
    tell: "Tell us",
    how: "If you cannot read something, tell the publisher of the data. You find who that is on the data page. They can change the page or send you the figures in another way.",
    back: "To the streets",
    data: "To the data page",
  },
  nl: {
    title: "Toegankelijkheid",
    lead: "Iedereen moet kunnen lezen wat er over een straat bekend is: met het toetsenbord, met een schermlezer, vergroot, in het donker. Deze pagina zegt hoe ver dat gaat, en waar nog niet.",
    tested: "Wat getest is",
    result: (r) => `Op ${r.day} zijn ${r.pages} pagina’s bekeken in ${r.languages} talen, licht, donker en met opgelegde kleuren, op een telefoon en op een groot scherm: ${r.views} keer, met axe-core ${r.axe} in ${r.browser}. Er ${r.found === 0 ? "is geen enkele fout gevonden" : `zijn ${r.found} fouten gevonden`}.`,
    more: "Bij elke wijziging van het programma gaan tests ook met het toetsenbord door de pagina’s. Ze zoeken focus die niet te zien is, knoppen die te klein zijn, en pagina’s die bij 400 % in twee richtingen schuiven. Het doel is WCAG 2.2, niveau AA, en EN 301 549.",
    charts: "Grafieken zijn te lezen met de pijltoetsen. Elke grafiek is ook een zin en een tabel. Wat ontbreekt, wordt ook zo genoemd. De kaart heeft een lijst met dezelfde straten.",
    limits: "Wat nog niet goed genoeg is",
    list: ["Er hebben nog geen mensen getest die elke dag een schermlezer gebruiken.", "Er is getest in Chromium, niet in Firefox en Safari.", "De kaart zelf is niet te lezen met een schermlezer. De lijst ernaast wel.", "Namen en teksten uit de data staan in de taal van wie ze publiceert."],
    tell: "Laat het weten",
    how: "Kunt u iets niet lezen? Laat het weten aan wie de data publiceert. Wie dat is, vindt u op de datapagina. Zij kunnen de pagina aanpassen of u de cijfers op een andere manier bezorgen.",
    back: "Naar de straten",
    data: "Naar de datapagina",
  },
  fr: {
    title: "Accessibilité",
    lead: "Chacun doit pouvoir lire ce que l’on sait d’une rue : au clavier, avec un lecteur d’écran, en agrandi, dans le noir. Cette page dit jusqu’où cela va, et où cela ne va pas encore.",
    tested: "Ce qui a été testé",
    result: (r) => `Le ${r.day}, ${r.pages} pages ont été examinées en ${r.languages} langues, en clair, en sombre et en couleurs imposées, sur un téléphone et sur un grand écran : ${r.views} vues, avec axe-core ${r.axe} dans ${r.browser}. ${r.found === 0 ? "Aucune erreur n’a été trouvée." : `${r.found} erreurs ont été trouvées.`}`,
    more: "À chaque changement du programme, des tests parcourent aussi les pages au clavier. Ils cherchent un focus qui ne se voit pas, des boutons trop petits et des pages qui défilent dans deux sens à 400 %. Le but est WCAG 2.2, niveau AA, et EN 301 549.",
    charts: "Les graphiques se lisent avec les flèches du clavier. Chacun est aussi une phrase et un tableau. Ce qui manque est dit manquant. La carte a une liste avec les mêmes rues.",
    limits: "Ce qui n’est pas encore assez bon",
    list: ["Personne qui utilise un lecteur d’écran chaque jour ne l’a testé.", "Les tests ont été faits dans Chromium, pas dans Firefox ni Safari.", "La carte elle-même ne peut pas être lue par un lecteur d’écran. La liste à côté, si.", "Les noms et les textes des données sont dans la langue de qui les publie."],
    tell: "Dites-le",
    how: "Vous ne pouvez pas lire quelque chose ? Dites-le à qui publie les données. La page des données dit qui c’est. Cette personne peut changer la page ou vous donner les chiffres autrement.",
    back: "Vers les rues",
    data: "Vers la page des données",
  },
  de: {
    title: "Barrierefreiheit",
    lead: "Alle sollen lesen können, was über eine Straße bekannt ist: mit der Tastatur, mit einem Screenreader, vergrößert, im Dunkeln. Diese Seite sagt, wie weit das geht, und wo noch nicht.",
    tested: "Was geprüft wurde",
    result: (r) => `Am ${r.day} wurden ${r.pages} Seiten in ${r.languages} Sprachen angesehen, hell, dunkel und mit erzwungenen Farben, auf einem Telefon und auf einem großen Bildschirm: ${r.views} Ansichten, mit axe-core ${r.axe} in ${r.browser}. ${r.found === 0 ? "Es wurde kein Fehler gefunden." : `Es wurden ${r.found} Fehler gefunden.`}`,
    more: "Bei jeder Änderung des Programms gehen Tests auch mit der Tastatur durch die Seiten. Sie suchen Fokus, den man nicht sieht, zu kleine Knöpfe und Seiten, die bei 400 % in zwei Richtungen rollen. Das Ziel ist WCAG 2.2, Stufe AA, und EN 301 549.",
    charts: "Diagramme lassen sich mit den Pfeiltasten lesen. Jedes ist auch ein Satz und eine Tabelle. Was fehlt, wird als fehlend genannt. Die Karte hat eine Liste mit denselben Straßen.",
    limits: "Was noch nicht gut genug ist",
    list: ["Niemand, der täglich einen Screenreader benutzt, hat es geprüft.", "Geprüft wurde in Chromium, nicht in Firefox und Safari.", "Die Karte selbst kann ein Screenreader nicht lesen. Die Liste daneben schon.", "Namen und Texte aus den Daten sind in der Sprache dessen, der sie veröffentlicht."],
    tell: "Sagen Sie es",
    how: "Können Sie etwas nicht lesen? Sagen Sie es denen, die die Daten veröffentlichen. Wer das ist, steht auf der Datenseite. Sie können die Seite ändern oder Ihnen die Zahlen anders geben.",
    back: "Zu den Straßen",
    data: "Zur Datenseite",
  },
};

const names = { en: "English", nl: "Nederlands", fr: "Français", de: "Deutsch" };

export const pathOf = (language) => `accessibility.${language}.html`;

const dayIn = (day, language) => new Date(`${day}T12:00:00Z`).toLocaleDateString(language, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

/** The page in one language. `folder` is that of the build's files, `policy` the app's. */
export function statement(language, result, { folder, policy, languages }) {
  const t = texts[language];
  if (!t) throw new Error(`tools/accessibility-statement.mjs says nothing in ${language}`);
  const links = languages.map((tag) => `<a href="${pathOf(tag)}" lang="${tag}" hreflang="${tag}"${tag === language ? ' aria-current="true"' : ""}>${names[tag]}</a>`).join("");
  return `<!DOCTYPE html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta http-equiv="Content-Security-Policy" content="${policy}" />
    <title>${t.title} · Straatbeeld</title>
    <meta name="description" content="${t.lead}" />
    <meta name="color-scheme" content="light dark" />
    <link rel="icon" href="${folder}/favicon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="${folder}/style.css" />
    <link rel="stylesheet" href="./data/theme.css" />
${languages.map((tag) => `    <link rel="alternate" hreflang="${tag}" href="${pathOf(tag)}" />`).join("\n")}
  </head>
  <body>
    <header class="header"><div class="header-inner">
      <a class="wordmark" href="./?lang=${language}"><span class="wordmark-sign" aria-hidden="true"></span><span class="wordmark-name">Straatbeeld</span></a>
      <nav class="languages" aria-label="${Object.values(names).join(", ")}">${links}</nav>
    </div></header>
    <main class="main statement">
      <h1>${t.title}</h1>
      <p class="lead">${t.lead}</p>
      <h2>${t.tested}</h2>
      <p>${t.result({ ...result, day: dayIn(result.day, language) })}</p>
      <p>${t.more}</p>
      <p>${t.charts}</p>
      <h2>${t.limits}</h2>
      <ul>
${t.list.map((one) => `        <li>${one}</li>`).join("\n")}
      </ul>
      <h2>${t.tell}</h2>
      <p>${t.how} <a href="data.html?lang=${language}">${t.data}</a></p>
      <p><a href="./?lang=${language}">${t.back}</a></p>
    </main>
  </body>
</html>
`;
}
