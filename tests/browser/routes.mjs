// Every page there is, and the ways in which people see it.

import { desktop, phone } from "./harness.mjs";

/** Addresses on the demonstration town, without a language. */
export const routes = {
  home: "",
  street: "?street=stationsstraat",
  "street with a sum": "?street=stationsstraat&sum=day",
  "street without counts": "?street=predikherenstraat",
  "address that leads nowhere": "straat/onbekend",
  data: "data.html",
  "card of a dataset": "data.html?dataset=demonstration-counts",
  ethics: "ethics.html",
  dilemma: "ethics.html?dilemma=1",
  "guide, start": "guide.html",
  "guide, do": "guide.html?step=do",
  label: "label.html?street=stationsstraat",
  embed: "embed.html?street=stationsstraat&figure=day",
};

/** What an embed shows beside charts: looked at in every way by `make accessibility`, in one by its journeys. */
export const embeds = {
  "embed, map": "embed.html?street=stationsstraat&figure=map",
  "embed, comparison": "embed.html?street=stationsstraat&figure=compare&with=kerkstraat",
  "embed, label": "embed.html?street=stationsstraat&figure=label",
  "embed, dataset": "embed.html?street=stationsstraat&figure=card",
};
export const everyRoute = { ...routes, ...embeds };

export const languages = ["en", "nl", "fr", "de"];
export const schemes = ["light", "dark", "forced colours"];
export const sizes = { phone, desktop };

export const addressOf = (route, language) => `${everyRoute[route]}${everyRoute[route].includes("?") ? "&" : "?"}lang=${language}`;

/** Every way to see a route. */
export const allWays = (route) =>
  languages.flatMap((language) => schemes.flatMap((scheme) => Object.keys(sizes).map((size) => ({ route, language, scheme, size }))));

/** Four of them, in which every language, scheme and size occurs. */
export function someWays(route) {
  const first = Object.keys(routes).indexOf(route);
  const names = Object.keys(sizes);
  return languages.map((language, at) => ({ route, language, scheme: schemes[(first + at) % schemes.length], size: names[(first + at) % names.length] }));
}
