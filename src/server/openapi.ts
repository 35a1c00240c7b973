import { z } from 'zod'
import type { Route } from './route.ts'
import { NAMED } from './schemas.ts'

type Json = Record<string, unknown>

/** The OpenAPI 3.1 document of some routes, from the schemas that the server checks by. */
export const openApiOf = (routes: readonly Route[], version: string): Json => ({
  openapi: '3.1.0',
  info: {
    title: 'Hearsay desk',
    version,
    description:
      'Claims of reports of conflict, the incidents they tell of, and the accounts of the parties. Offsets count UTF-16 code units.',
  },
  paths: pathsOf(routes),
  components: { schemas: componentsOf(routes) },
})

const pathsOf = (routes: readonly Route[]): Json => {
  const paths: Record<string, Json> = {}
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method]: operationOf(route) }
  }
  return paths
}

const operationOf = (route: Route): Json => ({
  operationId: idOf(route),
  summary: route.about,
  parameters: [...pathParameters(route), ...queryParameters(route)],
  ...(route.body && { requestBody: { required: true, content: jsonOf(reference(`${idOf(route)}Body`)) } }),
  responses: {
    [route.status]: { description: 'Done.', content: answerOf(route) },
    default: { description: 'Not done; a sentence says why.', content: jsonOf(reference('Error')) },
  },
})

/** "get /api/incidents/:id" is getIncidentsId. */
const idOf = ({ method, path }: Route): string =>
  method + path.replace(/^\/api/, '').replace(/\W+(\w)/g, (_, letter: string) => letter.toUpperCase())

const reference = (name: string): Json => ({ $ref: `#/components/schemas/${name}` })
const jsonOf = (schema: Json): Json => ({ 'application/json': { schema } })

const answerOf = (route: Route): Json =>
  typeof route.answer === 'string'
    ? { [route.answer]: { schema: { type: 'string' } } }
    : jsonOf(reference(`${idOf(route)}Answer`))

const pathParameters = ({ path }: Route): Json[] =>
  [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } }))

const queryParameters = ({ query }: Route): Json[] => {
  if (!query) return []
  const { properties = {}, required = [] } = z.toJSONSchema(query, { unrepresentable: 'any' }) as {
    properties?: Record<string, Json>
    required?: string[]
  }
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: 'query',
    // A parameter with a default is always there once parsed, but need not be given.
    required: required.includes(name) && !('default' in schema),
    ...(typeof description === 'string' && { description }),
    ...(schema.type === 'array' && { style: 'form', explode: schema.prefixItems === undefined }),
    schema,
  }))
}

/** One schema for each name, answer and body; they refer to each other. */
const componentsOf = (routes: readonly Route[]): Json => {
  const named = new Map<z.ZodType, string>(Object.entries(NAMED).map(([id, schema]) => [schema, id]))
  const parts = routes.flatMap(route => [
    ...(typeof route.answer === 'string' ? [] : [[`${idOf(route)}Answer`, route.answer, 'output'] as const]),
    ...(route.body ? [[`${idOf(route)}Body`, route.body, 'input'] as const] : []),
  ])
  return {
    ...schemasOf(
      [...named].map(([schema, id]) => [id, schema]),
      named,
      'output',
    ),
    ...schemasOf(
      parts.filter(([, , io]) => io === 'output'),
      named,
      'output',
    ),
    ...schemasOf(
      parts.filter(([, , io]) => io === 'input'),
      named,
      'input',
    ),
  }
}

const schemasOf = (
  list: readonly (readonly [id: string, schema: z.ZodType, ...rest: unknown[]])[],
  named: ReadonlyMap<z.ZodType, string>,
  io: 'input' | 'output',
): Json => {
  const registry = z.registry<{ id: string }>()
  for (const [schema, id] of named) registry.add(schema, { id })
  const out: Json = {}
  for (const [id, schema] of list) {
    const name = named.get(schema)
    if (name && name !== id) {
      out[id] = reference(name)
      continue
    }
    if (!name) registry.add(schema, { id })
  }
  const { schemas } = z.toJSONSchema(registry, { io, unrepresentable: 'any', uri: id => `#/components/schemas/${id}` })
  for (const [id] of list) out[id] ??= withoutId(schemas[id] as Json)
  return out
}

const withoutId = ({ $id: _id, $schema: _schema, ...schema }: Json): Json => schema
