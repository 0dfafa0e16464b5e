import { appendFileSync } from 'node:fs'
import type { SerializedError } from 'vitest'
import type { Reporter, TestCase, TestModule } from 'vitest/node'
import { promisesIn } from './proof-files'
import type { ProofLine } from './proof-page'

/**
 * A reporter of vitest's for `npm run prove`: each promise as a line of JSON in the file PROOF_LINES as soon as its test has ended, so that
 * an interrupted run still knows what it has seen. A file that does not load breaks every promise in it. Vitest calls it with `new`.
 */
export default function proofReporter(): Reporter {
  return {
    onTestCaseResult(test: TestCase) {
      const [, promise = '', title = ''] = /^([A-Z]\d+): (.*)$/s.exec(test.name) ?? []
      const { state, errors } = test.result()
      if (!promise || (state !== 'passed' && state !== 'failed')) return
      write({ promise, title, isPassed: state === 'passed', seconds: (test.diagnostic()?.duration ?? 0) / 1_000, why: reasonOf(errors) })
    },
    onTestModuleEnd(file: TestModule) {
      const errors = [...file.errors(), ...[...file.children.allSuites()].flatMap((suite) => [...suite.errors()])]
      if (errors.length === 0) return
      for (const promise of promisesIn(file.moduleId)) {
        write({ promise, title: `${file.relativeModuleId} does not run`, isPassed: false, seconds: 0, why: reasonOf(errors) })
      }
    },
  }
}

const reasonOf = (errors: readonly SerializedError[] | undefined) => errors?.[0]?.message.split('\n')[0] ?? ''

function write(line: ProofLine): void {
  if (process.env.PROOF_LINES) appendFileSync(process.env.PROOF_LINES, `${JSON.stringify(line)}\n`)
}
