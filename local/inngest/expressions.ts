import { Environment } from '@marcbachmann/cel-js'
import { LRUCache } from 'lru-cache'

/** CEL over `event`, the one that began the run, and `async`, the one that came later. Anything else is unknown and refused. */
const environment = new Environment({ unlistedVariablesAreDyn: false }).registerVariable('event', 'dyn').registerVariable('async', 'dyn')

export type Scope = { event: unknown; async?: unknown }

const parsed = new LRUCache<string, (scope: Scope) => unknown>({ max: 500 })

/** @throws Error that says what is wrong with it. */
export function parseExpression(text: string): (scope: Scope) => unknown {
  const known = parsed.get(text)
  if (known) return known
  const program = environment.parse(text)
  const { valid, error } = program.check()
  if (!valid) throw new Error(`The expression ${text} is not understood: ${firstLine(error)}`)
  const evaluate = (scope: Scope) => program(scope) as unknown
  parsed.set(text, evaluate)
  return evaluate
}

/** False also where the expression asks for something that the events do not have. */
export function isTrue(text: string | null | undefined, scope: Scope): boolean {
  if (!text) return true
  try {
    return parseExpression(text)(scope) === true
  } catch {
    return false
  }
}

/** The value of an expression as a key; without one, or without what it asks for, all share one key. */
export function keyOf(text: string | null | undefined, scope: Scope): string {
  if (!text) return ''
  try {
    return String(parseExpression(text)(scope))
  } catch {
    return ''
  }
}

/** For `event.a.b == async.c.d`, alone or as the first of several conditions, the two paths; null for expressions of another form. */
export function pathsOf(text: string | null | undefined): { event: string; async: string } | null {
  if (!text || /\|\||\?/.test(text)) return null
  const [, left, leftPath, right, rightPath] = /^\s*(event|async)((?:\.\w+)+)\s*==\s*(event|async)((?:\.\w+)+)\s*(?:&&.*)?$/s.exec(text) ?? []
  if (!leftPath || !rightPath || left === right) return null
  const [eventPath, asyncPath] = left === 'event' ? [leftPath, rightPath] : [rightPath, leftPath]
  return { event: eventPath.slice(1), async: asyncPath.slice(1) }
}

/** What stands at a path, as text that is equal when the values are; null where there is nothing. */
export function valueAt(event: unknown, path: string): string | null {
  let value = event
  for (const name of path.split('.')) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, name)) return null
    value = (value as Record<string, unknown>)[name]
  }
  return value === undefined ? null : JSON.stringify(value)
}

const firstLine = (error: unknown) => (error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error))
