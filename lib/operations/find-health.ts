import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { database } from '@/db/client'
import type { Ctx } from '@/lib/core/context'
import { requireCan } from '@/lib/platform/auth/can'
import { env, mode } from '@/lib/platform/env'
import { askExecutor, type ExecutorKind, executorKind } from '@/lib/platform/executor/ask-executor'
import { isProviderOffered } from '@/lib/platform/payments/providers'
import { askRedis, isRedisConfigured } from '@/lib/platform/redis/redis-door'
import type { ServiceHealth } from './schemas'

/** Whether what the shop rests on answers, asked just now by this instance. One statement. @throws forbidden */
export async function findHealth(ctx: Ctx): Promise<ServiceHealth[]> {
  requireCan(ctx, 'operations.read')
  return await Promise.all([postgres(), redis(), jobs(), payments(), mail()])
}

async function postgres(): Promise<ServiceHealth> {
  const began = performance.now()
  const [row] = await database().execute<{ version: string }>(sql`select current_setting('server_version') as version`)
  return { name: 'Postgres', state: 'ok', detail: `Version ${row?.version?.split(' ')[0]}, answers in ${millisecondsSince(began)} ms` }
}

async function redis(): Promise<ServiceHealth> {
  const name = 'Redis'
  if (!isRedisConfigured('cache'))
    return { name, state: 'off', detail: 'Not set up. The shop works without it, and each instance caches for itself.' }
  const began = performance.now()
  const asked = await askRedis('cache', (client) => client.ping())
  return asked.answered
    ? { name, state: 'ok', detail: `Answers in ${millisecondsSince(began)} ms` }
    : { name, state: 'down', detail: 'Does not answer in time. The shop goes on without it, only slower.' }
}

const elsewhere: Record<Exclude<ExecutorKind, 'local'>, ServiceHealth> = {
  cloud: { name: 'Jobs', state: 'ok', detail: 'Run by Inngest Cloud: runs are seen and tried again at app.inngest.com.' },
  self_hosted: { name: 'Jobs', state: 'ok', detail: `Run by your own Inngest: runs are seen at ${env.INNGEST_BASE_URL ?? 'its address'}.` },
  dev: { name: 'Jobs', state: 'ok', detail: "Run by Inngest's dev server, whose pages show the runs." },
  none: { name: 'Jobs', state: 'down', detail: 'Nobody runs them: mails and alerts wait. Set INNGEST_EVENT_KEY and INNGEST_SIGNING_KEY.' },
}

async function jobs(): Promise<ServiceHealth> {
  const kind = executorKind()
  if (kind !== 'local') return elsewhere[kind]
  const began = performance.now()
  const count = await askExecutor('GET', 'functions', z.object({ data: z.array(z.object({ is_registered: z.boolean() })) })).then(
    ({ data }) => data.filter((one) => one.is_registered).length,
    () => null,
  )
  return count === null
    ? { name: 'Jobs', state: 'down', detail: 'What runs them does not answer. Nothing is lost: they go on when it is back.' }
    : { name: 'Jobs', state: 'ok', detail: `${count} jobs, run by the shop itself, which answers in ${millisecondsSince(began)} ms` }
}

/** Whether an event of the provider came lately says more than a call of ours could, and costs nobody a request. */
async function payments(): Promise<ServiceHealth> {
  const names = (['stripe', 'test'] as const).filter(isProviderOffered).map((one) => ({ stripe: 'Stripe', test: 'the test provider' })[one])
  if (names.length === 0) return { name: 'Payments', state: 'down', detail: 'No way to pay is set up: nobody can buy. Set the keys of Stripe.' }
  return { name: 'Payments', state: 'ok', detail: `By ${names.join(' and ')}` }
}

async function mail(): Promise<ServiceHealth> {
  if (env.SMTP_URL) return { name: 'Mail', state: 'ok', detail: `Sent through ${new URL(env.SMTP_URL).hostname}` }
  if (mode === 'local') return { name: 'Mail', state: 'ok', detail: 'Kept in the mailbox of this machine' }
  return { name: 'Mail', state: 'down', detail: 'SMTP_URL is not set: mails are kept until it is.' }
}

const millisecondsSince = (began: number) => Math.max(1, Math.round(performance.now() - began))
