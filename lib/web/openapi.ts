import { z } from 'zod'

/** `POST /api/v1/cart/items/{id}`: method and path as the API documents them. */
export type Operation = `${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /api/${string}`

export type OperationSpec = {
  summary: string
  input: z.ZodType
  output: z.ZodType
  status?: number
  idempotency?: 'required' | 'optional'
  publicSeconds?: number
}

const shared = globalThis as typeof globalThis & { highstreetOperations?: Map<Operation, OperationSpec> }

/** Every operation that `route()` made, by method and path: what OpenAPI, the fuzzer and the authorisation matrix read. */
export function operations(): Map<Operation, OperationSpec> {
  shared.highstreetOperations ??= new Map()
  return shared.highstreetOperations
}

export function register(operation: Operation, spec: OperationSpec): void {
  operations().set(operation, spec)
}

/** The registry as an OpenAPI 3.1 document. Request and response schemas are those that run. */
export function openApiDocument(shopName: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const [operation, spec] of operations()) {
    const [method = '', path = ''] = operation.split(' ')
    paths[path] = { ...paths[path], [method.toLowerCase()]: operationObject(method, path, spec) }
  }
  return { openapi: '3.1.0', info: { title: `${shopName} API`, version: '1' }, paths }
}

function operationObject(method: string, path: string, spec: OperationSpec) {
  const input = z.toJSONSchema(spec.input, { io: 'input', unrepresentable: 'any' }) as { properties?: Record<string, unknown>; required?: string[] }
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '')
  const takesBody = method !== 'GET' && method !== 'DELETE'
  const parameters = Object.entries(input.properties ?? {})
    .filter(([name]) => inPath.includes(name) || !takesBody)
    .map(([name, schema]) => ({
      name,
      in: inPath.includes(name) ? 'path' : 'query',
      required: inPath.includes(name) || Boolean(input.required?.includes(name)),
      schema,
    }))
  if (spec.idempotency) {
    parameters.push({
      name: 'Idempotency-Key',
      in: 'header',
      required: spec.idempotency === 'required',
      schema: { type: 'string', minLength: 8, maxLength: 200 },
    } as (typeof parameters)[number])
  }
  return {
    summary: spec.summary,
    parameters,
    ...(takesBody ? { requestBody: { content: { 'application/json': { schema: input } } } } : {}),
    responses: {
      [spec.status ?? 200]: {
        description: 'OK',
        content: { 'application/json': { schema: z.toJSONSchema(spec.output, { io: 'output', unrepresentable: 'any' }) } },
      },
      default: { description: 'A problem document (RFC 9457)', content: { 'application/problem+json': {} } },
    },
  }
}
