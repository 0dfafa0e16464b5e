import { seconds } from '../board'
import type { Counts } from './reports'

/** Runs parts of the tests one after another and adds up. A part that throws has failed; the others still run. */
export function createTally() {
  const total: Counts = { passed: 0, failed: 0 }
  const lines: string[] = []
  const failures: string[] = []
  const say = (text: string) => process.stdout.write(`${text}\n`)

  async function part(name: string, run: () => Promise<Counts>): Promise<Counts> {
    say(`\n── ${name} ${'─'.repeat(Math.max(0, 76 - name.length))}\n`)
    const beganAt = Date.now()
    const counts = await run().catch((error: unknown): Counts => {
      say(error instanceof Error ? (error.stack ?? error.message) : String(error))
      return { passed: 0, failed: 1 }
    })
    total.passed += counts.passed
    total.failed += counts.failed
    failures.push(...(counts.failures ?? []))
    lines.push(
      `  ${counts.failed === 0 ? '✓' : '✗'} ${name.padEnd(34)} ${`${counts.passed} passed, ${counts.failed} failed`.padEnd(26)} ${seconds(Date.now() - beganAt)}`,
    )
    return counts
  }

  /** Prints what failed, the parts with their times and, as the last line, the sum. @returns the exit code. */
  function close(): number {
    if (failures.length > 0) say(`\n── What failed ${'─'.repeat(65)}\n\n${failures.join('\n\n')}`)
    say(`\n${'─'.repeat(80)}\n${lines.join('\n')}\n`)
    say(`${total.passed} passed, ${total.failed} failed`)
    return total.failed === 0 ? 0 : 1
  }

  return { part, close }
}
