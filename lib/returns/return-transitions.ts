import type { ReturnStatus } from '@/db/schema/returns'

/** The state machine of a return. What came back although it was rejected is a matter for a note. */
const allowed: Record<ReturnStatus, readonly ReturnStatus[]> = {
  requested: ['approved', 'rejected', 'withdrawn'],
  approved: ['received', 'rejected'],
  rejected: [],
  received: ['refunded'],
  refunded: [],
  withdrawn: [],
}

export const returnCanBecome = (from: ReturnStatus, to: ReturnStatus): boolean => allowed[from].includes(to)
