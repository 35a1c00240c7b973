import { expect, test } from 'vitest'
import { openApiOf } from '../../src/server/openapi.ts'
import { ROUTES } from '../../src/server/routes.ts'

interface Operation {
  operationId: string
  parameters: { name: string; in: string; required: boolean; schema: { type?: string } }[]
  requestBody?: { content: Record<string, { schema: { $ref: string } }> }
  responses: Record<string, { content: Record<string, { schema: { $ref?: string } }> }>
}
const document = openApiOf(ROUTES, '1.2.3') as {
  openapi: string
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, { type?: string; required?: string[]; properties?: Record<string, unknown> }> }
}
const { paths, components } = document

test('every route is in it, once', () => {
  const operations = Object.values(paths).flatMap(path => Object.values(path))
  expect(operations).toHaveLength(ROUTES.length)
  expect(new Set(operations.map(o => o.operationId)).size).toBe(ROUTES.length)
  for (const { method, path } of ROUTES) expect(paths[path.replace(/:(\w+)/g, '{$1}')][method], path).toBeDefined()
})

test('every reference leads somewhere', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(m => m[1])
  expect(references.length).toBeGreaterThan(50)
  for (const name of references) expect(Object.hasOwn(components.schemas, name), name).toBe(true)
  expect(JSON.stringify(document)).not.toContain('$defs')
})

test('parameters and bodies are told as they are checked', () => {
  const { parameters } = paths['/api/incidents'].get
  expect(parameters.map(p => p.name)).toEqual([
    'party',
    'type',
    'place',
    'box',
    'from',
    'to',
    'source',
    'status',
    'words',
    'limit',
    'offset',
  ])
  expect(parameters.filter(p => p.required)).toEqual([])
  expect(paths['/api/search'].get.parameters.filter(p => p.required).map(p => p.name)).toEqual(['words'])
  expect(paths['/api/incidents/{id}'].get.parameters).toEqual([
    { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
  ])
  expect(components.schemas.postJudgementsBody.required).toEqual(['a', 'b', 'verdict', 'by'])
  expect(components.schemas.postCorrectionsBody.required).toEqual(['claim', 'verdict', 'by'])
  expect(Object.keys(components.schemas.Incident.properties!)).toContain('contested')
})

test('a named schema is told once', () => {
  expect(components.schemas.getIncidentsAnswer.properties!.rows).toMatchObject({
    items: { $ref: '#/components/schemas/Incident' },
  })
  expect(paths['/api/reports/{key}'].get.responses['200'].content['application/json'].schema.$ref).toMatch(/getReportsKeyAnswer$/)
})
