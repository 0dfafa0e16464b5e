import { z } from 'zod'
import type { Ctx } from '@/lib/core/context'
import { requireCan } from '@/lib/platform/auth/can'
import { askExecutor } from '@/lib/platform/executor/ask-executor'
import { JobFunction, type ListRuns, Run, RunDetail, type RunRef } from './schemas'

const RUNS = 50

/** Every job that there is, with how many of its runs wait, go on and failed. No statement. @throws forbidden, unavailable */
export async function listJobs(ctx: Ctx): Promise<JobFunction[]> {
  requireCan(ctx, 'operations.read')
  const { data } = await askExecutor('GET', 'functions', z.object({ data: z.array(JobFunction) }))
  return data.sort((one, other) => one.id.localeCompare(other.id))
}

/** Runs, the newest first. No statement. @throws forbidden, unavailable */
export async function listRuns(ctx: Ctx, asked: ListRuns): Promise<{ data: Run[]; next: string | null }> {
  requireCan(ctx, 'operations.read')
  const given = Object.entries(asked).filter((entry): entry is [string, string] => entry[1] !== undefined)
  const query = new URLSearchParams([...given, ['limit', String(RUNS + 1)]])
  const { data } = await askExecutor('GET', `runs?${query}`, z.object({ data: z.array(Run) }))
  const shown = data.slice(0, RUNS)
  return { data: shown, next: data.length > RUNS ? (shown.at(-1)?.id ?? null) : null }
}

/** A run with its steps. No statement. @throws forbidden, not_found, unavailable */
export async function requireRun(ctx: Ctx, { id }: RunRef): Promise<RunDetail> {
  requireCan(ctx, 'operations.read')
  return await askExecutor('GET', `runs/${id}`, RunDetail)
}
