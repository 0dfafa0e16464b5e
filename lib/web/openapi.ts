import { z } from 'zod'
import { errorStatus } from '@/lib/core/errors'
import { CART_COOKIE } from '@/lib/platform/auth/cookies'
import { SESSION_COOKIE } from '@/lib/platform/auth/session-cookie'
import { type OperationSpec, operations } from './operations'

type Schema = { properties?: Record<string, unknown>; required?: string[]; [keyword: string]: unknown }
type Parameter = { name: string; in: 'path' | 'query' | 'header'; required: boolean; schema: unknown; description?: string }

/** The registry as an OpenAPI 3.1 document. Request and response schemas are those that run. */
export function openApiDocument(shopName: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  const schemas: Record<string, unknown> = { Problem: problem }
  for (const [operation, spec] of [...operations()].sort(([a], [b]) => (placeOf(a) < placeOf(b) ? -1 : 1))) {
    const [method = '', path = ''] = operation.split(' ')
    paths[path] = { ...paths[path], [method.toLowerCase()]: operationObject(method, path, spec, schemas) }
  }
  return {
    openapi: '3.1.0',
    info: { title: `${shopName} API`, version: '1', description },
    paths,
    components: { schemas, responses: { Problem: problemResponse }, securitySchemes },
  }
}

const description =
  'Amounts of money are in minor units, such as cents. Where nobody has to be signed in, a session or a Cart-Token counts when it is sent. ' +
  'Refusals are problem documents (RFC 9457) with a stable `code`. Answers say in `RateLimit-Policy` and `RateLimit` how much may be asked and what is left of it; 429 says in `Retry-After` when to come back. ' +
  'Webhooks, health and metrics are not part of this API.'

/** Files are loaded in any order; the document has one. */
const placeOf = (operation: string) => operation.split(' ').reverse().join(' ')

function operationObject(method: string, path: string, spec: OperationSpec, schemas: Record<string, unknown>) {
  const name = `${method.toLowerCase()}${path.replaceAll(/\W+/g, '_')}`
  const input = schemaOf(spec.input, 'input', name, schemas)
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '')
  const takesBody = method !== 'GET' && method !== 'DELETE'
  const body = takesBody && !spec.file ? bodyOf(input, inPath) : null
  return {
    summary: spec.summary,
    security: securityOf(spec),
    parameters: [
      ...inPath.map((parameter) => parameterOf(parameter, 'path', input)),
      ...(takesBody ? [] : namesOf(input, inPath).map((parameter) => parameterOf(parameter, 'query', input))),
      ...(spec.idempotency ? [idempotencyKey(spec)] : []),
    ],
    ...(spec.file ? { requestBody: { required: true, content: { 'image/*': { schema: { type: 'string', format: 'binary' } } } } } : {}),
    ...(body ? { requestBody: { required: Boolean(body.required), content: { 'application/json': { schema: body } } } } : {}),
    responses: {
      [spec.status ?? 200]: answerOf(spec.output, name, schemas),
      ...(spec.publicSeconds === undefined ? {} : { 304: { description: 'You have it: the entity tag is among those of If-None-Match' } }),
      default: { $ref: '#/components/responses/Problem' },
    },
  }
}

const namesOf = (input: Schema, inPath: string[]) => Object.keys(input.properties ?? {}).filter((name) => !inPath.includes(name))

function parameterOf(name: string, place: 'path' | 'query', { properties, required }: Schema): Parameter {
  return { name, in: place, required: place === 'path' || Boolean(required?.includes(name)), schema: properties?.[name] ?? { type: 'string' } }
}

/** What is sent beside the path; null when that is nothing. */
function bodyOf(input: Schema, inPath: string[]): Schema | null {
  const names = namesOf(input, inPath)
  if (names.length === 0) return null
  const { required, ...schema } = input
  const asked = required?.filter((name) => !inPath.includes(name)) ?? []
  return {
    ...schema,
    properties: Object.fromEntries(names.map((name) => [name, input.properties?.[name]])),
    ...(asked.length > 0 ? { required: asked } : {}),
  }
}

const idempotencyKey = ({ idempotency, createsCart }: OperationSpec): Parameter => ({
  name: 'Idempotency-Key',
  in: 'header',
  required: idempotency === 'required',
  description:
    'A new one, for example a UUID, with each new request, and the same one when you repeat it.' +
    (createsCart ? ' It counts for a session or a Cart-Token: each call without one begins a cart of its own.' : ''),
  schema: { type: 'string', minLength: 8, maxLength: 200, pattern: '^[\\x21-\\x7e]+$' },
})

function answerOf(output: OperationSpec['output'], name: string, schemas: Record<string, unknown>) {
  if (output instanceof z.ZodType) {
    return { description: 'OK', content: { 'application/json': { schema: schemaOf(output, 'output', `${name}_answer`, schemas) } } }
  }
  return { description: output.description, ...(output.type ? { content: { [output.type]: {} } } : {}) }
}

/** References point into the whole document: what zod defines beside a schema moves to the components. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output', name: string, schemas: Record<string, unknown>): Schema {
  const written = JSON.stringify({ ...z.toJSONSchema(schema, { io, unrepresentable: 'any' }), $schema: undefined })
  const placed = written.replaceAll(/"\$ref":"#\/\$defs\/([^"]+)"/g, `"$ref":"#/components/schemas/${name}_$1"`)
  const { $defs = {}, ...own } = JSON.parse(placed) as Schema & { $defs?: Record<string, unknown> }
  for (const [key, inner] of Object.entries($defs)) schemas[`${name}_${key}`] = inner
  return own
}

const securitySchemes = {
  session: { type: 'http', scheme: 'bearer', description: 'The token that POST /api/v1/sessions answers with.' },
  sessionCookie: {
    type: 'apiKey',
    in: 'cookie',
    name: SESSION_COOKIE,
    description: 'A browser that is signed in. Writes need an Origin of the shop.',
  },
  cartToken: { type: 'apiKey', in: 'header', name: 'Cart-Token', description: 'The cart of a guest: the token that POST /api/v1/cart answers with.' },
  cartCookie: { type: 'apiKey', in: 'cookie', name: CART_COOKIE, description: 'The same in a browser. Writes need an Origin of the shop.' },
}

/** One of these, each by itself; `{}` is nobody in particular. */
function securityOf({ isPersonal, publicSeconds }: OperationSpec): Record<string, string[]>[] {
  if (publicSeconds !== undefined) return []
  const signedIn: Record<string, string[]>[] = [{ session: [] }, { sessionCookie: [] }]
  return isPersonal ? signedIn : [{}, ...signedIn, { cartToken: [] }, { cartCookie: [] }]
}

const problem = {
  type: 'object',
  description: 'A problem document (RFC 9457). Some codes come with further members.',
  properties: {
    type: { type: 'string', format: 'uri', description: 'An address where the problem is explained.' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'Stable: programs may branch on it.', examples: [...Object.keys(errorStatus), 'internal'] },
    detail: { type: 'string', description: 'What happened and what to do, for a person.' },
    request_id: { type: 'string' },
    errors: {
      type: 'array',
      description: 'What is wrong with the input; `pointer` is a JSON pointer (RFC 6901) into it.',
      items: { type: 'object', properties: { pointer: { type: 'string' }, detail: { type: 'string' } }, required: ['pointer', 'detail'] },
    },
  },
  required: ['type', 'title', 'status', 'code', 'request_id'],
}

const problemResponse = {
  description: 'Refused, or it could not be done',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}
