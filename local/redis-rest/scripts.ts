import { createHash } from 'node:crypto'

/**
 * `@upstash/ratelimit` sends Lua whose first line is `#!lua flags=allow-key-locking`, a flag of Upstash's own that Redis rejects.
 * Without that line the script has another hash, and EVALSHA carries the hash of the original: so it is sent as EVAL again.
 */
const known = new Map<string, string>()
const OWN_FLAGS = /^#!lua[^\n]*allow-key-locking[^\n]*\n/
const MAX_SCRIPTS = 200

/** The command as Redis understands it. */
export function prepareScript(command: string[]): string[] {
  const [name = '', first = '', ...rest] = command
  const verb = name.toLowerCase()
  if (verb === 'eval' || verb === 'eval_ro') return ['EVAL', remember(first), ...rest]
  if (verb === 'evalsha' || verb === 'evalsha_ro') {
    const script = known.get(first.toLowerCase())
    return script === undefined ? ['EVALSHA', first, ...rest] : ['EVAL', script, ...rest]
  }
  if (verb === 'script' && first.toLowerCase() === 'load') return ['SCRIPT', 'LOAD', ...rest.map(remember)]
  return command
}

function remember(script: string): string {
  if (!OWN_FLAGS.test(script)) return script
  const stripped = script.replace(OWN_FLAGS, '')
  if (known.size >= MAX_SCRIPTS) known.clear()
  known.set(createHash('sha1').update(script).digest('hex'), stripped)
  return stripped
}
