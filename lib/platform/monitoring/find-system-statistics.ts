import { statfs } from 'node:fs/promises'
import os from 'node:os'
import type { Ctx } from '@/lib/core/context'
import { requireCan } from '@/lib/platform/auth/can'
import { env } from '@/lib/platform/env'
import { percentOf, readMetric, sumOf } from './read-metric'
import type { SystemStatistics } from './schemas'

/** How this machine and the operations of the API are doing (R144, R152). No statement. @throws forbidden */
export async function findSystemStatistics(ctx: Ctx): Promise<SystemStatistics> {
  requireCan(ctx, 'monitoring.read')
  const [disk, service_metrics] = await Promise.all([diskOf(env.DATA_DIR), operationsOf()])
  return { system_metrics: { memory: memoryNow(), cpu: cpuNow(), disk }, service_metrics }
}

function memoryNow(): SystemStatistics['system_metrics']['memory'] {
  const [total, free] = [os.totalmem(), os.freemem()]
  return { used_percent: percentOf(total - free, total), available_gb: gigabytes(free) }
}

let lastCpu = cpuTimes()

/** How busy all cores were since it was asked last, or since the start. */
function cpuNow(): SystemStatistics['system_metrics']['cpu'] {
  const now = cpuTimes()
  const percent = percentOf(now.busy - lastCpu.busy, now.all - lastCpu.all)
  lastCpu = now
  return { percent, count: os.cpus().length }
}

function cpuTimes(): { busy: number; all: number } {
  const times = os.cpus().map(({ times: { user, nice, sys, idle, irq } }) => ({ busy: user + nice + sys + irq, idle }))
  const busy = times.reduce((sum, one) => sum + one.busy, 0)
  return { busy, all: times.reduce((sum, one) => sum + one.idle, busy) }
}

async function diskOf(directory: string): Promise<SystemStatistics['system_metrics']['disk']> {
  // A deployed shop may keep nothing there.
  const { blocks, bavail, bfree, bsize } = await statfs(directory).catch(() => statfs('.'))
  return { used_percent: percentOf(blocks - bfree, blocks), free_gb: gigabytes(bavail * bsize) }
}

const gigabytes = (bytes: number) => Math.round(bytes / 1e7) / 100

async function operationsOf(): Promise<SystemStatistics['service_metrics']> {
  const readings = await readMetric('highstreet_request_seconds')
  const [counts, sums] = ['_count', '_sum'].map((ending) => readings.filter(({ name }) => name.endsWith(ending)))
  const names = [...new Set(readings.map(({ labels }) => labels.operation ?? ''))].sort()
  const minutes = Math.max(1, process.uptime() / 60)
  return Object.fromEntries(
    names.map((name) => {
      const requests = sumOf(counts ?? [], (labels) => labels.operation === name)
      const failed = sumOf(counts ?? [], ({ operation, status = '' }) => operation === name && status >= '500')
      const seconds = sumOf(sums ?? [], (labels) => labels.operation === name)
      return [
        name,
        {
          avg_response_time_ms: Math.round((1e4 * seconds) / Math.max(1, requests)) / 10,
          error_rate_percent: percentOf(failed, requests),
          requests_per_minute: Math.round((10 * requests) / minutes) / 10,
        },
      ]
    }),
  )
}
