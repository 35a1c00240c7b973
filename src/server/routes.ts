import type { Route } from './route.ts'
import { DOWNLOADS } from './routes/downloads.ts'
import { LISTS } from './routes/lists.ts'
import { PERSONS } from './routes/persons.ts'
import { READING } from './routes/reading.ts'
import { VIEWS } from './routes/views.ts'

/** All routes of the API but its own description. */
export const ROUTES: readonly Route[] = [...LISTS, ...VIEWS, ...PERSONS, ...READING, ...DOWNLOADS]
