import type { LayerSpecification } from 'maplibre-gl'

/** Colours of the map, by day and by night. */
const LIGHT = {
  sea: '#e9ecec',
  land: '#faf8f3',
  border: '#b9b2a6',
  ink: '#26231f',
  soft: '#6d675d',
  halo: '#faf8f3',
  dot: '#5b6b7c',
  contested: '#8a5a1c',
  onDot: '#ffffff',
}
const DARK: typeof LIGHT = {
  sea: '#12151a',
  land: '#22201d',
  border: '#57514a',
  ink: '#ece7de',
  soft: '#a8a196',
  halo: '#1a1816',
  dot: '#8fa3b8',
  contested: '#dfae6c',
  onDot: '#14120f',
}

/** Degrees squared from which a country is named at a zoom. */
const NAMED = ['step', ['zoom'], 120, 2, 30, 3, 10, 4, 2, 5, 0.1, 6, 0] as const

/** The layers, bottom up; sources: land, coast, borders, disputed, names, areas, dots, near, places. */
export const layersOf = (dark: boolean): LayerSpecification[] => {
  const c = dark ? DARK : LIGHT
  const tint = ['case', ['>', ['get', 'contested'], 0], c.contested, c.dot] as never
  const label = { 'text-size': 11, 'text-max-width': 8, 'text-padding': 4 }
  return [
    { id: 'sea', type: 'background', paint: { 'background-color': c.sea } },
    { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': c.land, 'fill-antialias': true } },
    { id: 'coast', type: 'line', source: 'coast', paint: { 'line-color': c.border, 'line-width': 0.6 } },
    { id: 'borders', type: 'line', source: 'borders', paint: { 'line-color': c.border, 'line-width': 0.9 } },
    {
      id: 'disputed',
      type: 'line',
      source: 'disputed',
      paint: { 'line-color': c.soft, 'line-width': 1, 'line-dasharray': [2, 2] },
    },
    {
      id: 'names',
      type: 'symbol',
      source: 'names',
      filter: ['>=', ['get', 'size'], NAMED] as never,
      layout: { ...label, 'text-field': ['get', 'name'], 'text-letter-spacing': 0.08, 'symbol-sort-key': ['-', ['get', 'size']] },
      paint: { 'text-color': c.soft, 'text-halo-color': c.halo, 'text-halo-width': 1.2, 'text-opacity': 0.85 },
    },
    {
      id: 'areas',
      type: 'fill',
      source: 'areas',
      // A whole country is only ringed: its circle would tint all that lies in it.
      paint: {
        'fill-color': tint,
        'fill-opacity': ['case', ['get', 'country'], 0.004, ['interpolate', ['linear'], ['get', 'n'], 1, 0.06, 30, 0.16]],
      },
    },
    {
      id: 'area-edges',
      type: 'line',
      source: 'areas',
      paint: { 'line-color': tint, 'line-width': 1, 'line-opacity': 0.7, 'line-dasharray': [3, 2] },
    },
    {
      id: 'near-area',
      type: 'fill',
      source: 'near',
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': c.ink, 'fill-opacity': 0.14 },
    },
    {
      id: 'dots',
      type: 'circle',
      source: 'dots',
      paint: {
        'circle-color': tint,
        'circle-radius': ['interpolate', ['linear'], ['sqrt', ['get', 'n']], 1, 5, 4, 10, 12, 18, 40, 30],
        'circle-opacity': 0.88,
        'circle-stroke-color': c.halo,
        'circle-stroke-width': 1.2,
      },
    },
    {
      id: 'near-dot',
      type: 'circle',
      source: 'near',
      filter: ['==', ['geometry-type'], 'Point'],
      paint: { 'circle-color': 'transparent', 'circle-radius': 15, 'circle-stroke-color': c.ink, 'circle-stroke-width': 2 },
    },
    {
      id: 'counts',
      type: 'symbol',
      source: 'dots',
      filter: ['>', ['get', 'n'], 3],
      layout: {
        'text-field': ['to-string', ['get', 'n']],
        'text-size': 11,
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': c.onDot },
    },
    {
      id: 'places',
      type: 'symbol',
      source: 'places',
      layout: {
        ...label,
        'text-size': 12,
        'text-field': ['get', 'name'],
        'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
        'text-radial-offset': 1.1,
        'text-justify': 'auto',
        'symbol-sort-key': ['-', ['get', 'n']],
      },
      paint: { 'text-color': c.ink, 'text-halo-color': c.halo, 'text-halo-width': 1.4 },
    },
  ]
}
