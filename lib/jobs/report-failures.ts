import { Middleware } from 'inngest'
import { tellOfJob } from '@/lib/operations/tell-failures'
import { logger } from '@/lib/platform/logger'
import { metrics } from '@/lib/platform/metrics/metrics'

/** What fails for good is counted and logged as an error; what is tried again is a warning. */
export class reportFailures extends Middleware.BaseMiddleware {
  readonly id = 'highstreet:report-failures'

  override onStepError({ fn, ctx, error, isFinalAttempt, stepInfo }: Middleware.OnStepErrorArgs): void {
    const about = { job: fn.id(), runId: ctx.runId, step: stepInfo.options.id, attempt: ctx.attempt, err: error }
    if (!isFinalAttempt) logger.warn(about, 'a step of a job failed and is tried again')
    else logger.error(about, 'a step of a job failed for good')
  }

  override onRunError({ fn, ctx, error, isFinalAttempt }: Middleware.OnRunErrorArgs): void {
    const about = { job: fn.id(), runId: ctx.runId, attempt: ctx.attempt, err: error }
    metrics.jobs.inc({ job: fn.id(), result: isFinalAttempt ? 'failed' : 'retried' })
    if (!isFinalAttempt) logger.warn(about, 'a job failed and is tried again')
    else {
      logger.error(about, 'a job failed for good')
      // Nobody waits for it, and what hinders it must not hide what failed.
      tellOfJob(fn.id()).catch((failure: unknown) => logger.error({ err: failure }, 'nobody could be told of a failed job'))
    }
  }

  override onRunComplete({ fn }: Middleware.OnRunCompleteArgs): void {
    metrics.jobs.inc({ job: fn.id(), result: 'done' })
  }
}
