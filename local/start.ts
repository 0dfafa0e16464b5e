import type { Board } from './board'
import type { Plan } from './environment'
import type { Kept } from './kept'
import type { Services } from './services'

/** What a step needs to know while the shop starts. */
export type Start = { plan: Plan; kept: Kept; services: Services; board: Board; env: Record<string, string | undefined>; signal: AbortSignal }
