'use server'

import { z } from 'zod'
import { beginExport } from '@/lib/privacy/begin-export'
import { eraseMyAccount } from '@/lib/privacy/erase-my-account'
import { EraseMyAccount } from '@/lib/privacy/schemas'
import { cancelTask } from '@/lib/tasks/cancel-task'
import { TaskRef } from '@/lib/tasks/schemas'
import { action } from '@/lib/web/action'

export const beginExportAction = action(z.object({}), beginExport, { redirectTo: () => '/account/privacy' })
export const cancelExportAction = action(TaskRef, cancelTask, { redirectTo: () => '/account/privacy' })
export const eraseMyAccountAction = action(EraseMyAccount, eraseMyAccount, { redirectTo: () => '/sign-in?erased=1' })
