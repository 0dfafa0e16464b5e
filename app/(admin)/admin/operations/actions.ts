'use server'

import { z } from 'zod'
import { cancelRun, retryRun } from '@/lib/operations/change-run'
import { emptyCaches, purgeTag } from '@/lib/operations/purge-tag'
import { resendMail } from '@/lib/operations/resend-mail'
import { retryEvents } from '@/lib/operations/retry-events'
import { MailRef, PurgeTag, RetryEvents, RunRef } from '@/lib/operations/schemas'
import { action } from '@/lib/web/action'
import { idsOf } from './operation-fields'

export const retryRunAction = action(RunRef, retryRun)

export const cancelRunAction = action(RunRef, cancelRun)

export const retryEventsAction = action(z.preprocess(idsOf, RetryEvents), retryEvents)

export const resendMailAction = action(MailRef, resendMail)

export const purgeTagAction = action(PurgeTag, purgeTag)

export const emptyCachesAction = action(z.object({}), emptyCaches)
