import lists from '../compiled/place-words.json' with { type: 'json' }

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** English words that are also names of places ("Reading", "Police"): a place only where the sentence says so. */
export const COMMON_WORDS = set(lists.common)
/** Given names, lower case. */
export const GIVEN_NAMES = set(lists.given)
/** Surnames, lower case. */
export const SURNAMES = set(lists.surnames)

/** Nationality words ("Syrian", "Costa Rican") -> ISO 3166 alpha-3. */
export const NATIONALITIES: Readonly<Record<string, string>> = lists.nationalities

/** Country (alpha-3) -> latitude and longitude of its north, south, east, west: the middle of that third of it. */
export const THIRDS: Readonly<Record<string, readonly number[]>> = lists.thirds

/** Words before a person's name. */
export const TITLES = set(
  'mr mrs ms miss dr prof professor sir lord lady dame president vice-president premier chancellor king queen prince princess emperor sultan emir ' +
    'shah pope father sister brother rev reverend rabbi sheikh sheik shaykh mullah maulvi maulana ayatollah hojatoleslam imam cardinal archbishop bishop ' +
    'gen general lt lieutenant col colonel maj major capt captain sgt sergeant cpl corporal pvt private adm admiral brig brigadier marshal commander cmdr ' +
    'commodore minister secretary senator sen rep representative congressman congresswoman gov governor mayor councilman councillor ambassador envoy consul ' +
    'judge justice attorney sheriff chief officer detective inspector agent deputy delegate leader spokesman spokeswoman spokesperson director coach ' +
    'comandante commandante dictator warlord journalist reporter photographer analyst economist lawyer activist saint comrade chairman chairwoman',
)

/** Names before a capitalised name that are not a part of it but say where in it: "Western Mosul", "Greater Manchester". */
export const DIRECTIONS = set(
  'north south east west northern southern eastern western northeast northwest southeast southwest northeastern northwestern southeastern southwestern ' +
    'north-east north-west south-east south-west central upper lower greater inner outer downtown midtown suburban rural metropolitan occupied nearby coastal',
)

/** Nouns that make a place of the name beside them. */
export const PLACE_NOUNS = set(
  'city town village hamlet township municipality suburb suburbs neighborhood neighbourhood quarter district subdistrict county province governorate ' +
    'region oblast raion rayon state prefecture department canton territory republic island islands peninsula valley gorge plain plains desert mountain mountains hill hills ' +
    'ridge heights river creek lake bay gulf sea strait canal port harbor harbour airport airfield airbase base camp settlement commune parish enclave ' +
    'pocket front sector corridor area zone capital border frontier stronghold bridge dam oilfield junction crossing checkpoint square crossroads ' +
    'outskirts countryside metropolis kingdom emirate colony highlands lowlands delta basin coast shore refinery',
)

/** Words after a name that make a paper, firm, team, school or treaty of the whole, not a place. */
export const NOT_PLACE_NOUNS = set(
  'post times news herald tribune gazette star sun journal chronicle daily observer telegraph guardian examiner globe bee inquirer dispatch courier sentinel times-picayune ' +
    'united wanderers rovers athletic fc redskins cowboys giants bulls bears lions tigers eagles yankees mets sox dodgers knicks lakers bulldogs wildcats raiders ' +
    'university college institute bank corp corporation co inc ltd llc airlines airways motors industries press media radio tv television ' +
    'foundation fund trust society association federation club league agreement accord accords treaty convention conference declaration protocol plan process ' +
    'summit pact cross crescent front liberation movement group cup open marathon review magazine institution',
)

/** Words after a name that make an office or body of the place, which is still named by it ("Fargo Mayor", "Texas Department of Health"). */
export const OFFICE_NOUNS = set(
  'police fire department sheriff mayor governor senator representative army navy air guard national state city county town district village municipal public health ' +
    'ministry minister president prime premier foreign defense defence interior government parliament congress assembly council court supreme high federal chamber ' +
    'school schools library hospital museum airport centers center centre food highway patrol attorney district board commission authority recreation parks planning ' +
    'community coast customs border security intelligence secretary republican democrat democrats republicans sen rep gov chief judge district street housing water ' +
    'democratic liberal labour labor conservative general chief spokesman spokeswoman officials medical central regional bureau agency office environmental bishop archbishop diocese',
)

/** Phrases that are names of places too but seldom mean them. */
export const NOT_PLACES: ReadonlySet<string> = new Set([
  'white house',
  'the white house',
  'red cross',
  'red crescent',
  'supreme court',
  'security council',
  'united nations',
  'the united nations',
  'cold war',
  'wall street',
  'first lady',
  'good friday',
  'holy land',
  'old testament',
  'new testament',
  'world bank',
  'middle class',
  'third world',
])
