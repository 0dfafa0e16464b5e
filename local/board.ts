import type { WriteStream } from 'node:tty'
import { isStopped } from './sentences'

export type Progress = { done: number; total: number }
/** What a step tells while it runs. */
export type Report = { progress(now: Progress): void; note(text: string): void }

type Step = { name: string; startedAt: number; note: string; progress: Progress | null; progressStartedAt: number; firstDone: number; saidAt: number }

const NAME_WIDTH = 16
const DETAIL_WIDTH = 46
const REPEAT_WITHOUT_TERMINAL_MS = 10_000

/** What a person sees while the shop starts: one line per step with the time it took; steps under way move at the bottom. */
export function createBoard(stream: WriteStream | NodeJS.WriteStream = process.stdout) {
  const isTerminal = Boolean(stream.isTTY)
  const colour = isTerminal && !process.env.NO_COLOR
  const paint = (code: number, text: string) => (colour ? `\x1b[${code}m${text}\x1b[0m` : text)
  const active = new Set<Step>()
  const pending = new Set<Promise<void>>()
  let drawn = 0
  let timer: NodeJS.Timeout | undefined

  function erase(): void {
    if (drawn > 0) stream.write(`\x1b[${drawn}A\x1b[0J`)
    drawn = 0
  }

  function draw(): void {
    if (!isTerminal) {
      sayNow()
      return
    }
    erase()
    for (const step of active) stream.write(`${line(step)}\n`)
    drawn = active.size
  }

  /** Without a terminal nothing can move: a step that takes long says so now and then. */
  function sayNow(): void {
    for (const step of active) {
      if (Date.now() - step.saidAt < REPEAT_WITHOUT_TERMINAL_MS) continue
      step.saidAt = Date.now()
      stream.write(`${line(step)}\n`)
    }
  }

  function line(step: Step): string {
    const detail = step.progress ? progressText(step, step.progress) : step.note
    const width = Math.max(20, (stream.columns ?? 100) - NAME_WIDTH - 6)
    return `  ${paint(36, '…')} ${step.name.padEnd(NAME_WIDTH)} ${detail.slice(0, width)}`
  }

  function write(text: string): void {
    erase()
    stream.write(`${text}\n`)
    if (isTerminal && active.size > 0) draw()
  }

  /** Runs `work` as a line of its own; it returns what to say when it is done. */
  function step(name: string, work: (report: Report) => Promise<string>): Promise<void> {
    const running = runStep(name, work)
    const settled = running.then(
      () => void pending.delete(settled),
      () => void pending.delete(settled),
    )
    pending.add(settled)
    return running
  }

  async function runStep(name: string, work: (report: Report) => Promise<string>): Promise<void> {
    const now = Date.now()
    const current: Step = { name, startedAt: now, note: '', progress: null, progressStartedAt: now, firstDone: 0, saidAt: now }
    active.add(current)
    timer ??= setInterval(draw, 120)
    const report: Report = {
      note: (text) => {
        current.note = text
      },
      progress: (progress) => {
        if (!current.progress) Object.assign(current, { progressStartedAt: Date.now(), firstDone: progress.done })
        current.progress = progress
      },
    }
    try {
      const detail = await work(report)
      finish(current, `  ${paint(32, '✓')} ${name.padEnd(NAME_WIDTH)} ${detail.padEnd(DETAIL_WIDTH)} ${paint(2, seconds(Date.now() - now))}`)
    } catch (error) {
      const end = isStopped(error)
        ? `  ${paint(2, '–')} ${name.padEnd(NAME_WIDTH)} stopped, goes on at the next start`
        : `  ${paint(31, '✗')} ${name}`
      finish(current, end)
      throw error
    }
  }

  function finish(current: Step, text: string): void {
    erase()
    active.delete(current)
    stream.write(`${text}\n`)
    if (active.size === 0) {
      clearInterval(timer)
      timer = undefined
    } else if (isTerminal) draw()
  }

  /** Waits until no step is under way, however they end. */
  async function settled(): Promise<void> {
    while (pending.size > 0) await Promise.all(pending)
  }

  return { step, settled, write, bold: (text: string) => paint(1, text), dim: (text: string) => paint(2, text) }
}

export type Board = ReturnType<typeof createBoard>

function progressText(step: Step, { done, total }: Progress): string {
  const filled = total > 0 ? Math.round((20 * done) / total) : 0
  const elapsedSeconds = (Date.now() - step.progressStartedAt) / 1_000
  const rate = elapsedSeconds > 0.5 ? (done - step.firstDone) / elapsedSeconds : 0
  const eta = rate > 0 ? `, ${Math.ceil((total - done) / rate)} s left` : ''
  return `${'█'.repeat(filled)}${'░'.repeat(20 - filled)} ${done}/${total}${rate > 0 ? `, ${Math.round(rate)}/s` : ''}${eta}`
}

/** `0.4 s`, `12 s`, `2 min 5 s`. */
export function seconds(ms: number): string {
  if (ms < 9_950) return `${(ms / 1_000).toFixed(1)} s`
  const whole = Math.round(ms / 1_000)
  return whole < 120 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`
}
