import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/** Tests carry the name of their promise in front: `test('P2: kill -9 …'`, or `test.each(…)('P8: …'`. */
export function promisesIn(file: string): string[] {
  const names = readFileSync(file, 'utf8').matchAll(/(?:\b(?:test|it)(?:\.\w+)?\(|\)\()\s*['"`]([PSOR]\d+): /g)
  return [...new Set([...names].map(([, promise = '']) => promise))]
}

/** The test files of the project with the promises they hold, by the configuration of vitest that runs them. */
export function proofFiles(wanted: string[]): { config: string; files: string[] }[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.test.ts', '*.test.tsx'], { encoding: 'utf8' })
  const files = listed
    .split('\n')
    .filter((file) => file !== '' && existsSync(file))
    .filter((file) => promisesIn(file).some((promise) => wanted.length === 0 || wanted.includes(promise)))
  const overHttp = files.filter((file) => file.startsWith('e2e/proofs/'))
  return [
    { config: 'vitest.config.ts', files: files.filter((file) => !file.startsWith('e2e/')) },
    { config: 'vitest.proof.config.ts', files: overHttp },
  ].filter((run) => run.files.length > 0)
}
