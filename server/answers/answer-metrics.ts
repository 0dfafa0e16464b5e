import { Counter, Gauge } from 'prom-client'
import { metrics } from '@/lib/platform/metrics/metrics'
import type { AnswerMemory } from './answer-memory'

/** How public answers came about. Plain numbers, because a hit takes microseconds; they become metrics when somebody asks. */
export type AnswerCounts = { hit: number; stale: number; miss: number; joined: number }

export function countAnswers(memory: Pick<AnswerMemory, 'size'>): AnswerCounts {
  const counts: AnswerCounts = { hit: 0, stale: 0, miss: 0, joined: 0 }
  const registers = [metrics.registry]
  new Counter({
    name: 'highstreet_answers_total',
    help: 'Public answers from memory (hit, or stale while another is made), made by Next (miss), or shared with one under way (joined)',
    labelNames: ['result'],
    registers,
    collect() {
      this.reset()
      for (const [result, count] of Object.entries(counts)) this.inc({ result }, count)
    },
  })
  new Gauge({
    name: 'highstreet_answers_bytes',
    help: 'Memory of finished answers',
    registers,
    collect() {
      this.set(memory.size().bytes)
    },
  })
  new Gauge({
    name: 'highstreet_answers_entries',
    help: 'Finished answers in memory',
    registers,
    collect() {
      this.set(memory.size().entries)
    },
  })
  return counts
}
