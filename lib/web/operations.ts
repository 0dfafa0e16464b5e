import type { z } from 'zod'

/** `POST /api/v1/cart/items/{id}`: method and path as the API documents them. */
export type Operation = `${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /api/${string}`

/** An answer that is no JSON: a file of this type, or nothing but headers. */
type OtherAnswer = { description: string; type?: string }

export type OperationSpec = {
  summary: string
  input: z.ZodType
  output: z.ZodType | OtherAnswer
  status?: number
  /** The body is a file, `file` in the input. */
  file?: { limitBytes: number }
  idempotency?: 'required' | 'optional'
  createsCart?: boolean
  publicSeconds?: number
  isPersonal?: boolean
}

const shared = globalThis as typeof globalThis & { highstreetOperations?: Map<Operation, OperationSpec> }

/** Every operation of the API that is loaded, by method and path: what OpenAPI, `Allow`, the fuzzer and the authorisation matrix read. */
export function operations(): Map<Operation, OperationSpec> {
  shared.highstreetOperations ??= new Map()
  return shared.highstreetOperations
}

/** `route()` does it for each operation; a handler that answers something else than JSON does it itself. */
export function register(operation: Operation, spec: OperationSpec): void {
  operations().set(operation, spec)
}
