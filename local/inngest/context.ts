import type { Clock } from './clock'
import type { Functions } from './functions'
import type { Sql } from './store'

/** What the parts of one executor share. `sql` is for its own work, `durable` for what others rely on as soon as they are answered. */
export type Executor = { sql: Sql; durable: Sql; clock: Clock; functions: Functions }
