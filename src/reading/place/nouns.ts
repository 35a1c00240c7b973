const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** Buildings and works where things happen, lower case. */
export const FACILITIES = set(
  'mosque church temple synagogue cathedral shrine monastery convent hospital clinic school university college embassy consulate airport airfield airbase airstrip base barracks ' +
    'headquarters garrison outpost checkpoint prison jail camp bridge bridges dam tunnel port harbor harbour terminal refinery oilfield pipeline factory market bazaar ' +
    'station stadium square street road highway junction intersection roundabout hotel restaurant theatre museum palace farm cemetery crossing ' +
    'stronghold bastion complex compound',
)

/** Features of the land: places when they have a name ("La Cruz Hill"), not "the hills". */
export const LAND = set('hill hills peak mountain mountains valley gorge river creek lake beach ridge forest island pass desert')

/** Nouns that stand for a place named before ("the town"), with the kinds of place they can mean. */
export const ANAPHORS: Readonly<Record<string, readonly string[]>> = {
  town: ['town'],
  city: ['town'],
  village: ['town'],
  municipality: ['town'],
  capital: ['town'],
  settlement: ['town'],
  hamlet: ['town'],
  area: ['point', 'town', 'district', 'region'],
  region: ['region', 'district'],
  province: ['region'],
  governorate: ['region'],
  district: ['district', 'point', 'region'],
  territory: ['region'],
  enclave: ['region', 'town'],
  strip: ['region'],
  peninsula: ['region'],
  island: ['region'],
  islands: ['region'],
  waterway: ['region'],
  strait: ['region'],
  valley: ['region'],
  camp: ['point', 'town'],
  airport: ['point'],
  base: ['point'],
  building: ['point'],
  compound: ['point'],
  complex: ['point'],
  site: ['point'],
  location: ['point'],
  facility: ['point'],
  country: ['country'],
  nation: ['country'],
}

/** Words for a direction from a point -> degrees clockwise from north. */
export const BEARINGS: Readonly<Record<string, number>> = {
  north: 0,
  northeast: 45,
  'north-east': 45,
  east: 90,
  southeast: 135,
  'south-east': 135,
  south: 180,
  southwest: 225,
  'south-west': 225,
  west: 270,
  northwest: 315,
  'north-west': 315,
}

/** Words for a part of a country -> index of its third (north, south, east, west). */
export const PARTS: Readonly<Record<string, number>> = {
  northern: 0,
  north: 0,
  southern: 1,
  south: 1,
  eastern: 2,
  east: 2,
  western: 3,
  west: 3,
}

/** Units of distance in kilometres. */
export const UNITS: Readonly<Record<string, number>> = {
  km: 1,
  kms: 1,
  kilometer: 1,
  kilometers: 1,
  kilometre: 1,
  kilometres: 1,
  mile: 1.609,
  miles: 1.609,
  mi: 1.609,
}
