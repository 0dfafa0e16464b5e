import { setTimeout as sleep } from 'node:timers/promises'
import { newId } from '@/lib/core/ids'
import { applyAnswer } from './apply-answer'
import { type Answer, callFunction } from './call-function'
import { type Claimed, claim, keepLeases } from './claim'
import { type Clock, realClock } from './clock'
import { maxAttemptsOf } from './config'
import type { Executor } from './context'
import { handleDue, nextDue, planSchedules } from './due'
import { type KnownFunction, keptFunctions } from './functions'
import { prune } from './prune'
import { createSchema } from './schema'
import { openStore } from './store'

export type ExecutorOptions = {
  databaseUrl: string
  clock?: Clock
  /** Signs calls of the app; null for an app in development mode, which does not look. */
  signingKey: string | null
  /** Where the app is reached, whatever it said about itself when it registered: nobody can point the executor elsewhere. */
  appOrigin?: string
  /** How many calls of the app may be under way. */
  maxCalls?: number
  /** After so long without a sign of life an executor is taken for dead, and its calls are made again. */
  leaseMs?: number
  callTimeoutMs?: number
  report?: (words: string) => void
  /** Sees each call and what came of it; for tests. */
  observe?: (item: Claimed, answer: Answer) => void
}

const IDLE_MS = 5_000
const BUSY_MS = 1_000
const GATHER_MS = 50
const UPKEEP_MS = 60_000

/**
 * Drives the functions that are registered. Events begin runs (`accept-events`, `begin-runs`); a run is a row in `queue` for each call of the
 * app that is to be made (`claim`, `call-function`) and a row in `waits` for what it waits for (`due`, `meet-waits`); what comes of a call
 * is memoised and planned on (`apply-answer`, `settle-step`) until the run ends (`end-run`). Each of these is one transaction, so the
 * process may die at any moment: what it was doing is done again, by it or by another one.
 */
export async function startExecutor(options: ExecutorOptions) {
  const { clock = realClock, signingKey, maxCalls = 20, leaseMs = 15_000, callTimeoutMs = 2 * 3_600_000, report = () => {} } = options
  const sql = openStore(options.databaseUrl, { max: 5, isDurable: false })
  const durable = openStore(options.databaseUrl, { max: 3, isDurable: true })
  await createSchema(durable)
  const executor: Executor = { sql, durable, clock, functions: keptFunctions() }
  await planSchedules(executor)

  const leases = new Map<string, number>()
  let calls = 0
  let hasBacklog = false
  let claimedAt = 0
  let isStopping = false
  let isPumping = true
  let wakeUp = () => {}
  let isWoken = false

  const wake = () => {
    isWoken = true
    wakeUp()
  }

  /** With more to do than may be under way at once, many calls are claimed together, instead of one whenever another is done. */
  const isGathering = () => hasBacklog && calls > maxCalls / 2 && Date.now() - claimedAt < GATHER_MS

  const heartbeat = setInterval(() => {
    if (leases.size > 0) keepLeases(executor, { leases: [...leases.keys()], leaseMs }).catch((error: unknown) => report(`leases: ${wordsOf(error)}`))
  }, leaseMs / 3)
  const upkeep = setInterval(() => {
    keepUp().catch((error: unknown) => report(`upkeep: ${wordsOf(error)}`))
  }, UPKEEP_MS)

  async function keepUp(): Promise<void> {
    await planSchedules(executor)
    await prune(executor)
    wake()
  }

  /** Does all that is due and can be begun. @returns how long nothing more will be due, if nobody wakes it. */
  async function pump(): Promise<number> {
    while (!isStopping) {
      const due = await nextDue(executor)
      const now = clock.now()
      if (due.others !== null && due.others <= now) {
        await handleDue(executor)
        continue
      }
      if (due.calls !== null && due.calls <= now) {
        if (calls >= maxCalls || isGathering()) return GATHER_MS
        const slots = maxCalls - calls
        const items = await claim(executor, { lease: newId(), slots, leaseMs })
        hasBacklog = items.length === slots
        claimedAt = Date.now()
        if (items.some(({ functionId }) => !executor.functions.get(functionId))) await executor.functions.refresh(sql)
        for (const item of items) void perform(item)
        if (items.length === 0) return BUSY_MS
        continue
      }
      return Math.min(IDLE_MS, ...[due.calls, due.others].filter((at) => at !== null).map((at) => at - now))
    }
    return 0
  }

  async function perform(item: Claimed): Promise<void> {
    calls++
    leases.set(item.lease, (leases.get(item.lease) ?? 0) + 1)
    try {
      const fn = executor.functions.get(item.functionId)
      if (!fn) throw new Error('The function is not known.')
      const answer = await callFunction(callOf(item, fn))
      options.observe?.(item, answer)
      await persistently(() => applyAnswer(executor, item, fn, answer))
    } catch (error) {
      report(`${item.functionId}: ${wordsOf(error)}`)
    } finally {
      calls--
      const left = (leases.get(item.lease) ?? 1) - 1
      if (left > 0) leases.set(item.lease, left)
      else leases.delete(item.lease)
      if (!isGathering()) wake()
    }
  }

  function callOf(item: Claimed, fn: KnownFunction) {
    const url = new URL(fn.url)
    if (options.appOrigin) Object.assign(url, partsOf(options.appOrigin))
    url.searchParams.set('stepId', item.stepId)
    const steps = item.steps ?? []
    const body = {
      version: 2,
      event: item.events[0],
      events: item.events,
      steps: Object.fromEntries(
        steps.map(({ id, data, error }) => [id, error === null ? { type: 'data', data: data ?? null } : { type: 'error', error }]),
      ),
      ctx: {
        run_id: item.runId,
        attempt: item.attempt,
        max_attempts: maxAttemptsOf(fn.config),
        disable_immediate_execution: item.isParallel,
        use_api: false,
        stack: { stack: steps.map(({ id }) => id), current: steps.length },
      },
    }
    return { url: url.href, body, signingKey, timeoutMs: callTimeoutMs }
  }

  /** What came of a call is worth some patience with the database: otherwise the call has to be made again. */
  async function persistently(work: () => Promise<void>): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await work()
      } catch (error) {
        if (attempt === 10 || isStopping) throw error
        await sleep(50 * 2 ** Math.min(attempt, 5))
      }
    }
  }

  async function loop(): Promise<void> {
    while (!isStopping) {
      isWoken = false
      isPumping = true
      const waitMs = await pump().catch((error: unknown) => {
        report(wordsOf(error))
        return BUSY_MS
      })
      isPumping = false
      if (!isWoken && !isStopping) await pause(waitMs)
    }
  }

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, Math.max(1, ms))
      wakeUp = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  const looping = loop()

  return {
    ...executor,
    /** Something may be due now. */
    wake,
    /** What is done each minute. */
    keepUp,
    /** Waits until nothing is under way and nothing is due by the clock. */
    settled: async () => {
      for (;;) {
        if (calls === 0 && !isPumping && !isWoken) {
          const { calls: callsAt, others } = await nextDue(executor)
          const now = clock.now()
          if (calls === 0 && !isPumping && !isWoken && (callsAt ?? Infinity) > now && (others ?? Infinity) > now) return
          wake()
        }
        await sleep(2)
      }
    },
    nextDueAt: async () => {
      const { calls: callsAt, others } = await nextDue(executor)
      return callsAt === null || others === null ? (callsAt ?? others) : Math.min(callsAt, others)
    },
    /** Begins nothing more and waits `graceMs` for what is under way; what takes longer is made again by the next executor. */
    stop: async (graceMs = 8_000) => {
      isStopping = true
      clearInterval(upkeep)
      wake()
      await looping
      for (const end = Date.now() + graceMs; calls > 0 && Date.now() < end; ) await sleep(20)
      clearInterval(heartbeat)
      await Promise.all([sql.end({ timeout: 2 }), durable.end({ timeout: 2 })])
    },
  }
}

export type RunningExecutor = Awaited<ReturnType<typeof startExecutor>>

const partsOf = (origin: string) => {
  const { protocol, host } = new URL(origin)
  return { protocol, host }
}

const wordsOf = (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error))
