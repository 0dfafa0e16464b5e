import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'

/** Lets the shop itself (sweeps, scripts) and its staff through. @throws forbidden for everybody else. */
export function requireStaff({ actor }: Ctx): void {
  if (actor.kind === 'system' || (actor.kind === 'user' && actor.role !== 'customer')) return
  throw new DomainError('forbidden', { detail: 'Only staff of the shop may change this.' })
}
