// The map: a thin wrapper around MapLibre that draws the town's own streets and
// nothing else. No tiles, no glyphs, no request to another host.

import * as maplibre from "./maplibre/maplibre-gl.mjs";

const here = import.meta.url;

/** Resolves when the library's style sheet is there; drawn before it, its overlays would flash. */
function loadStyleSheet() {
  const href = new URL("maplibre/maplibre-gl.css", here).href;
  if (document.querySelector(`link[href="${href}"]`)) return undefined;
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = href;
  return new Promise((resolve) => {
    link.onload = link.onerror = resolve;
    document.head.append(link);
  });
}

/** The colours of the page, so that the map follows the theme. */
function palette() {
  const css = getComputedStyle(document.documentElement);
  const read = (name) => css.getPropertyValue(name).trim();
  return {
    ground: read("--color-map-ground"),
    street: read("--color-map-street"),
    near: read("--color-accent-soft"),
    chosen: read("--color-text"),
    levels: [1, 2, 3, 4, 5].map((level) => read(`--color-level-${level}`)),
  };
}

function layers(colour, latitude) {
  // Pixels for `near` metres at zoom 0 and 24: the world is 512 pixels wide at 0 and doubles with each zoom.
  const perMetre = 512 / (40075016.686 * Math.cos((latitude * Math.PI) / 180));
  const ground = (times) => [0, 24].flatMap((zoom) => [zoom, ["*", ["get", "near"], times * perMetre * 2 ** zoom]]);
  const byLevel = (values, rest) => [
    "match", ["coalesce", ["get", "level"], 0],
    ...values.flatMap((value, i) => [i + 1, value]), rest,
  ];
  const grow = (factor) => [
    "interpolate", ["exponential", 1.5], ["zoom"],
    11, byLevel([1.5, 2, 2.5, 3, 4].map((w) => w * factor), 0.9 * factor),
    16, byLevel([5, 6, 8, 10, 12].map((w) => w * factor), 2.5 * factor),
  ];
  const round = { "line-cap": "round", "line-join": "round" };
  const counted = [">", ["coalesce", ["get", "level"], 0], 0];
  // A counter that is known as a point only.
  const point = ["==", ["geometry-type"], "Point"];
  const radius = ["interpolate", ["exponential", 1.5], ["zoom"],
    11, byLevel([4, 4.5, 5, 6, 7], 3), 16, byLevel([8, 9, 10, 12, 14], 6)];
  return [
    { id: "ground", type: "background", paint: { "background-color": colour.ground } },
    // All that is within `near` metres of a street: as wide on the ground as at any zoom. Opaque, because it overlaps itself.
    { id: "near", type: "line", source: "streets", filter: ["all", ["has", "near"], ["!", point]], layout: round,
      paint: { "line-color": colour.near, "line-width": ["interpolate", ["exponential", 2], ["zoom"], ...ground(2)] } },
    { id: "near-point", type: "circle", source: "streets", filter: ["all", ["has", "near"], point],
      paint: { "circle-color": colour.near, "circle-radius": ["interpolate", ["exponential", 2], ["zoom"], ...ground(1)] } },
    // Many vehicles that stood in some 200 m around, one after the other: soft, because no place in it is meant.
    { id: "square", type: "circle", source: "streets", filter: ["==", ["get", "square"], true],
      paint: { "circle-color": byLevel(colour.levels, colour.street), "circle-opacity": 0.35, "circle-stroke-width": 1,
        "circle-stroke-color": byLevel(colour.levels, colour.street),
        "circle-radius": ["interpolate", ["exponential", 2], ["zoom"], 0, 100 * perMetre, 24, 100 * perMetre * 2 ** 24] } },
    { id: "own", type: "line", source: "streets", filter: ["has", "near"], layout: round,
      paint: { "line-color": colour.chosen, "line-width": 3 } },
    { id: "street", type: "line", source: "streets", filter: ["all", ["!", counted], ["!", ["has", "near"]]], layout: round,
      paint: { "line-color": colour.street, "line-width": grow(1) } },
    { id: "casing", type: "line", source: "streets", filter: counted, layout: round,
      paint: { "line-color": colour.ground, "line-width": grow(1.6) } },
    { id: "counted", type: "line", source: "streets", filter: counted,
      layout: { ...round, "line-sort-key": ["get", "level"] },
      paint: { "line-color": byLevel(colour.levels, colour.street), "line-width": grow(1) } },
    { id: "pointed", type: "line", source: "streets", filter: ["==", ["get", "street"], ""],
      layout: round, paint: { "line-color": colour.chosen, "line-width": grow(1.25) } },
    { id: "point", type: "circle", source: "streets", filter: ["all", point, ["!", ["has", "near"]], ["!=", ["get", "square"], true]],
      layout: { "circle-sort-key": ["get", "level"] },
      paint: { "circle-color": byLevel(colour.levels, colour.street), "circle-radius": radius,
        "circle-stroke-color": colour.ground, "circle-stroke-width": 1.5 } },
    { id: "pointed-point", type: "circle", source: "streets",
      filter: ["all", point, ["==", ["get", "street"], ""]],
      paint: { "circle-color": colour.chosen, "circle-radius": radius } },
  ];
}

/**
 * Draws the streets. `options`: bounds, centre, attribution, and the words of the
 * controls. `pick(street)` is called with the id of a street that is chosen;
 * `options.label(street)` gives the text of its label.
 */
export async function open(container, geojson, options, pick) {
  maplibre.setWorkerUrl(new URL("maplibre/maplibre-gl-worker.mjs", here).href);
  await loadStyleSheet();
  const style = () => ({
    version: 8,
    sources: { streets: { type: "geojson", data: JSON.parse(geojson), attribution: options.attribution, buffer: 512 } },
    layers: layers(palette(), options.bounds ? (options.bounds[1] + options.bounds[3]) / 2 : options.centre[1]),
  });
  const map = new maplibre.Map({
    container,
    style: style(),
    bounds: options.bounds,
    fitBoundsOptions: { padding: 24, maxZoom: 16 },
    center: options.bounds ? undefined : options.centre,
    zoom: options.bounds ? undefined : 13,
    locale: options.locale,
    attributionControl: { compact: false },
    cooperativeGestures: true,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    fadeDuration: 0,
  });
  map.touchZoomRotate.disableRotation();
  map.addControl(new maplibre.NavigationControl({ showCompass: false }), "top-right");

  const label = new maplibre.Popup({ closeButton: false, closeOnClick: false, offset: 12, className: "map-label" });
  // A finger is wide: everything within reach counts, measured streets first.
  const nearest = (point, reach) => {
    const box = [[point.x - reach, point.y - reach], [point.x + reach, point.y + reach]];
    const at = (layer) => map.queryRenderedFeatures(box, { layers: [layer] })[0];
    return at("point") ?? at("square") ?? at("counted") ?? at("street");
  };
  const point = (street) => {
    const own = ["==", ["get", "street"], street ?? ""];
    map.setFilter("pointed", own);
    map.setFilter("pointed-point", ["all", ["==", ["geometry-type"], "Point"], own]);
  };
  map.on("mousemove", (event) => {
    const street = nearest(event.point, 6)?.properties.street;
    map.getCanvas().classList.toggle("is-pointing", Boolean(street));
    point(street);
    if (street) label.setLngLat(event.lngLat).setText(options.label(street)).addTo(map);
    else label.remove();
  });
  map.on("mouseout", () => { point(); label.remove(); });
  map.on("click", (event) => {
    const street = nearest(event.point, 14)?.properties.street;
    if (street) pick(street);
  });

  const dark = matchMedia("(prefers-color-scheme: dark)");
  const recolour = () => map.setStyle(style(), { diff: false });
  dark.addEventListener("change", recolour);
  return () => {
    dark.removeEventListener("change", recolour);
    map.remove();
  };
}
