import type { z } from 'zod'
import { DomainError } from '@/lib/core/errors'

/** What the address of a record names, by its schema; what cannot be the name of one is a record that there is not. @throws not_found */
export function refOf<S extends z.ZodType>(schema: S, named: unknown): z.output<S> {
  const ref = schema.safeParse(named)
  if (!ref.success) throw new DomainError('not_found')
  return ref.data
}
