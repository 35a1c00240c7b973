const list = (text: string): string[] => text.trim().split(/\s+/)

/** Abbreviations before a name or number: the sentence goes on. Without the final stop, lower case. */
export const TITLES: ReadonlySet<string> = new Set(
  list(`mr mrs ms mx dr drs prof gen col lt maj capt cmdr cdr cpl sgt adm brig rev fr hon gov sen rep pres st ft mt msgr supt insp det amb sec
  atty messrs vs v cf al vol ca approx dept est viz e.g i.e p.s ps vice-adm rear-adm pvt pfc spc cmdt comdr ens gens cols lts maj-gen lt-gen
  brig-gen lt-col lt-cmdr dr-ing ing lic hr min mme mlle sr sra srta atty-gen`),
)

/** Abbreviations only before a number: "No. 5", "(c. 1818"; "No." is a sentence. */
export const NUMBERED: ReadonlySet<string> = new Set(list(`no nos nr fig figs c p pp ext art arts para paras`))

/** Months and weekdays: the sentence goes on before a number. */
export const MONTHS: ReadonlySet<string> = new Set(
  list(`jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun`),
)

/** Abbreviations that may end a sentence. */
export const OTHERS: ReadonlySet<string> = new Set(
  list(`inc ltd co corp jr bros etc a.m p.m d.c ph.d u.s u.n u.k e.u u.s.s.r u.a.e d.r ave blvd rd univ assn govt intl n.y n.j b.c a.d p.o s.a s.p.a l.a
  b.b.c plc dist jct mins hrs sq km`),
)

/** States of the United States as news agencies cut them; only with a capital. They may end a sentence. */
export const STATES: ReadonlySet<string> = new Set(
  list(
    `calif cal fla mass conn pa va ariz ala ark colo del ga ill ind kan ky la md mich minn miss mo mont neb nev okla ore tenn tex vt wash wis wyo`,
  ),
)

/** Prefixes that keep their hyphen in EWT and GUM ("non-lethal" is one token, "large-scale" three). */
export const PREFIXES: ReadonlySet<string> = new Set(
  list(`non re pro anti co mid e pre un multi semi sub inter intra ultra neo pan trans ex post counter cross over bi tri mini macro micro mega quasi pseudo
  extra infra socio psycho mis`),
)

/** Words that begin a sentence after an abbreviation that may end one. */
export const STARTERS: ReadonlySet<string> = new Set(
  list(`the a an this that these those he she it they we i you his her its their our my in on at by for from with as but and or so if when while
  after before since because although though however meanwhile there here what who why how where it's it’s no not yes also earlier later last one two some many
  most both each all another several officials police under according about during between among more such despite`),
)
