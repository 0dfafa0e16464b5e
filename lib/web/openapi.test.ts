import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { routeTable, rowsOf } from '@/e2e/authorisation/table'
import { routeFiles } from '@/e2e/harness/routes'
import { DomainError } from '@/lib/core/errors'
import { problemOf } from '@/lib/web/problem'
import { openApiDocument } from './openapi'
import { operations } from './operations'

type Parameter = { name: string; in: string; required: boolean; schema: object; description?: string }
type BodySchema = { properties: Record<string, object>; required?: string[] }
type Documented = {
  parameters: Parameter[]
  security: Record<string, []>[]
  requestBody?: { required: boolean; content: { 'application/json'?: { schema: BodySchema } } }
  responses: Record<string, { $ref?: string; content?: Record<string, object> }>
}
type Document = {
  paths: Record<string, Record<string, Documented>>
  components: { securitySchemes: object; schemas: Record<string, object> }
}

let document: Document
beforeAll(async () => {
  await routeFiles()
  document = openApiDocument('Highstreet') as Document
})

const documented = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, path, method, operation })),
  )

test('a parameter of the path is declared as one, required, and is nowhere else', () => {
  expect(documented().length).toBe(operations().size)
  for (const { name, path, operation } of documented()) {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1])
    const declared = operation.parameters.filter((parameter) => parameter.in === 'path')
    expect([name, declared.map((parameter) => parameter.name), declared.every(({ required }) => required)]).toEqual([name, inPath, true])
    const body = operation.requestBody?.content['application/json']?.schema
    const elsewhere = [
      ...operation.parameters.filter((parameter) => parameter.in !== 'path').map((parameter) => parameter.name),
      ...Object.keys(body?.properties ?? {}),
      ...(body?.required ?? []),
    ]
    expect([name, elsewhere.filter((member) => inPath.includes(member))]).toEqual([name, []])
  }
})

test('reading and deleting take no body, writing takes one when there is something to say, and a query has names of its own', () => {
  for (const { name, method, operation } of documented()) {
    const names = operation.parameters.map((parameter) => `${parameter.in} ${parameter.name}`)
    expect([name, new Set(names).size]).toEqual([name, names.length])
    if (method === 'get' || method === 'delete') expect([name, operation.requestBody]).toEqual([name, undefined])
    else expect([name, names.filter((parameter) => parameter.startsWith('query '))]).toEqual([name, []])
  }
  expect(document.paths['/api/v1/orders/{number}/payments']?.post?.requestBody).toMatchObject({
    required: true,
    content: { 'application/json': { schema: { required: ['method'], additionalProperties: false } } },
  })
  expect(document.paths['/api/v1/orders/{number}/cancellation']?.post?.requestBody).toMatchObject({ required: false })
  expect(document.paths['/api/v1/notifications/read']?.post?.requestBody).toBeUndefined()
})

test('every reference leads to something in the document, and what zod wrote beside a schema is not left behind', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1] ?? '')
  expect(references.length).toBeGreaterThan(60)
  for (const reference of references) {
    const parts = reference.split('/')
    const found = parts.slice(1).reduce((inner: unknown, part) => (inner as Record<string, unknown> | undefined)?.[part], document)
    expect([reference, parts.slice(0, 2), typeof found]).toEqual([reference, ['#', 'components'], 'object'])
  }
  expect(JSON.stringify(document)).not.toContain('$defs')
})

test('who may ask is said as the table of authorisation says it', () => {
  const rows = rowsOf(routeTable).filter(({ door, name }) => name === door && / \/api\/(?:v1|monitoring)\//.test(door) && !door.startsWith('ANY '))
  const personal = rows.filter(({ verdicts }) => verdicts.nobody.status === 401 && verdicts.guest.status === 401).map(({ door }) => door)
  expect(personal.length).toBeGreaterThan(30)
  const asksForNobody = (security: object[]) => security.length === 0 || security.some((one) => Object.keys(one).length === 0)
  const said = documented().filter(({ operation }) => !asksForNobody(operation.security))
  expect(said.map(({ name }) => name).sort()).toEqual(personal.sort())
  const named = new Set(documented().flatMap(({ operation }) => operation.security.flatMap((one) => Object.keys(one))))
  expect([...named].sort()).toEqual(Object.keys(document.components.securitySchemes).sort())
})

test('every operation may answer with a problem, whose schema is met by what goes out', () => {
  for (const { name, operation } of documented())
    expect([name, operation.responses.default]).toEqual([name, { $ref: '#/components/responses/Problem' }])
  const Problem = z.fromJSONSchema(document.components.schemas.Problem as Parameters<typeof z.fromJSONSchema>[0])
  const refused = problemOf(new DomainError('invalid_input', { detail: 'No.', errors: [{ pointer: '/email', detail: 'No.' }] }), 'request-1')
  expect(Problem.safeParse(refused).success).toBe(true)
  expect(Problem.safeParse({ title: 'No' }).success).toBe(false)
})

test('an Idempotency-Key stands where it is read, and what answers with no JSON says with what', () => {
  for (const { name, operation } of documented()) {
    const key = operation.parameters.find((parameter) => parameter.name === 'Idempotency-Key')
    const need = [...operations()].find(([known]) => known === name)?.[1].idempotency
    expect([name, key && { in: key.in, required: key.required }]).toEqual([name, need && { in: 'header', required: need === 'required' }])
  }
  const said = (path: string) => document.paths[path]?.post?.parameters.find(({ name }) => name === 'Idempotency-Key')?.description
  expect(said('/api/v1/cart/items')).toContain('each call without one begins a cart of its own')
  expect(said('/api/v1/checkout')).not.toContain('begins a cart')
  expect(Object.keys(document.paths['/api/v1/me/exports/{id}']?.get?.responses[200]?.content ?? {})).toEqual(['application/zip'])
  expect(Object.keys(document.paths['/api/v1/orders/{number}/payments/return']?.get?.responses ?? {})).toEqual(['303', 'default'])
})
