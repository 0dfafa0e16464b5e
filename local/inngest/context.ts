import type { Clock } from './clock'
import type { Functions } from './functions'
import type { Sql } from './store'

/** What the parts of one executor share. */
export type Executor = { sql: Sql; clock: Clock; functions: Functions }
