import {
  type GeoJSONSource,
  type MapLayerMouseEvent,
  Map as MapLibre,
  NavigationControl,
  ScaleControl,
  setWorkerUrl,
} from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import 'maplibre-gl/dist/maplibre-gl.css'
import type { Incident } from '../../model/incident.ts'
import type { PlacePoint } from '../answers.ts'
import { baseOf } from './base.ts'
import { boundsOf, isArea, ringAround, type Spot, spotsOf } from './geometry.ts'
import { layersOf } from './look.ts'

type Box = [west: number, south: number, east: number, north: number]

/** A map on the page. */
export interface Atlas {
  /** Draws points; `fit`: moves to where most of them are. */
  show(points: readonly PlacePoint[], fit: boolean): void
  /** Names the places of some incidents. */
  names(rows: readonly Incident[]): void
  /** Rings the place of an incident; null: of none. */
  point(id: string | null): void
  dark(on: boolean): void
  /** The section that is shown. */
  section(): Box
  remove(): void
}

interface Told {
  /** Incidents at the spot that was clicked. */
  readonly pick: (points: readonly PlacePoint[]) => void
  /** The section after a person moved the map. */
  readonly moved: (section: Box) => void
}

const NONE: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: [] }
const CALM = matchMedia('(prefers-reduced-motion: reduce)')
/** The coarsest and finest zoom: the atlas has nothing finer to show. */
const [FAR, NEAR] = [0.6, 11]

setWorkerUrl(workerUrl)

/** A map within an element. Rejects where it cannot be drawn. */
export const atlasIn = async (container: HTMLElement, told: Told): Promise<Atlas> => {
  const base = await baseOf()
  // Coarser lines would cross at far zooms, and crossed ones fill wrong.
  const data = (d: GeoJSON.GeoJSON) => ({ type: 'geojson', data: d, tolerance: 0.15 }) as const
  const map = new MapLibre({
    container,
    style: {
      version: 8,
      sources: {
        land: data(base.land),
        coast: data(base.coast),
        borders: data(base.borders),
        disputed: data(base.disputed),
        names: data(base.names),
        areas: data(NONE),
        near: data(NONE),
        places: data(NONE),
        dots: {
          type: 'geojson',
          data: NONE,
          cluster: true,
          clusterRadius: 26,
          clusterMaxZoom: NEAR - 1,
          clusterProperties: { n: ['+', ['get', 'n']], contested: ['+', ['get', 'contested']] },
        },
      },
      layers: layersOf(document.documentElement.dataset.theme === 'dark'),
    },
    bounds: [-20, -40, 150, 65],
    minZoom: FAR,
    maxZoom: NEAR,
    attributionControl: { compact: false, customAttribution: 'Natural Earth' },
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    locale: { 'Map.Title': 'Map of incidents; the list and the table say the same in words' },
  })
  map.touchZoomRotate.disableRotation()
  map.addControl(new NavigationControl({ showCompass: false }), 'top-right')
  map.addControl(new ScaleControl({ maxWidth: 90 }), 'bottom-left')
  await new Promise<void>((done, failed) => {
    map.once('load', () => done())
    map.once('error', event => failed(event.error))
  })
  return driven(map, told)
}

const driven = (map: MapLibre, told: Told): Atlas => {
  let spots: readonly Spot[] = []
  let byId = new Map<string, Spot>()
  const set = (source: string, features: GeoJSON.Feature[]) =>
    map.getSource<GeoJSONSource>(source)?.setData({ type: 'FeatureCollection', features })
  const section = (): Box => {
    const b = map.getBounds()
    const turn = (lon: number) => ((((lon + 180) % 360) + 360) % 360) - 180
    const whole = b.getEast() - b.getWest() >= 360
    return [
      whole ? -180 : turn(b.getWest()),
      Math.max(-90, b.getSouth()),
      whole ? 180 : turn(b.getEast()),
      Math.min(90, b.getNorth()),
    ]
  }
  map.on('moveend', event => {
    if ((event as { readonly originalEvent?: unknown }).originalEvent) told.moved(section())
  })
  map.on('click', 'dots', async (event: MapLayerMouseEvent) => {
    const [hit] = event.features ?? []
    if (!hit) return
    event.preventDefault()
    if (hit.properties.cluster_id === undefined) return told.pick(spots[hit.properties.spot].points)
    const source = map.getSource<GeoJSONSource>('dots')
    const center = (hit.geometry as GeoJSON.Point).coordinates as [number, number]
    const zoom = await source?.getClusterExpansionZoom(hit.properties.cluster_id)
    map.easeTo({ center, zoom: Math.min(NEAR, zoom ?? map.getZoom() + 2), animate: !CALM.matches })
  })
  map.on('click', 'areas', (event: MapLayerMouseEvent) => {
    if (event.defaultPrevented) return
    // Of areas that lie over each other the smallest is meant.
    const hit = (event.features ?? []).map(f => spots[f.properties.spot]).sort((a, b) => (a.radius ?? 0) - (b.radius ?? 0))[0]
    if (hit) told.pick(hit.points)
  })
  for (const layer of ['dots', 'areas']) {
    map.on('mouseenter', layer, () => {
      map.getCanvas().style.cursor = 'pointer'
    })
    map.on('mouseleave', layer, () => {
      map.getCanvas().style.cursor = ''
    })
  }
  return {
    show: (points, fit) => {
      spots = spotsOf(points)
      byId = new Map(spots.flatMap(s => s.points.map(p => [p[0], s])))
      const drawn = spots.map((s, spot) => ({
        s,
        properties: { n: s.points.length, contested: s.contested, country: s.precision === 'country', spot },
      }))
      set(
        'areas',
        drawn
          .filter(d => isArea(d.s.precision))
          .map(({ s, properties }) => ({ type: 'Feature', properties, geometry: areaOf(s) })),
      )
      set(
        'dots',
        drawn
          .filter(d => !isArea(d.s.precision))
          .map(({ s, properties }) => ({ type: 'Feature', properties, geometry: dotOf(s) })),
      )
      const bounds = boundsOf(spots)
      if (fit && bounds) map.fitBounds(bounds, { padding: 56, maxZoom: 7, animate: false })
    },
    names: rows => {
      const named = Map.groupBy(
        rows.filter(r => r.place?.lat != null && !isArea(r.place.precision)),
        r => `${r.place?.lat} ${r.place?.lon}`,
      )
      set(
        'places',
        [...named.values()].map(all => ({
          type: 'Feature',
          properties: { name: all[0].place!.name, n: all.length },
          geometry: { type: 'Point', coordinates: [all[0].place!.lon!, all[0].place!.lat!] },
        })),
      )
    },
    point: id => {
      const spot = id === null ? undefined : byId.get(id)
      set(
        'near',
        spot ? [{ type: 'Feature', properties: {}, geometry: isArea(spot.precision) ? areaOf(spot) : dotOf(spot) }] : [],
      )
    },
    dark: on => {
      for (const layer of layersOf(on))
        for (const [name, value] of Object.entries(layer.paint ?? {}))
          map.setPaintProperty(layer.id, name as never, value as never)
    },
    section,
    remove: () => map.remove(),
  }
}

const dotOf = ({ lon, lat }: Spot): GeoJSON.Point => ({ type: 'Point', coordinates: [lon, lat] })
const areaOf = ({ lon, lat, radius }: Spot): GeoJSON.Polygon => ({
  type: 'Polygon',
  coordinates: [ringAround(lon, lat, radius ?? 10)],
})
