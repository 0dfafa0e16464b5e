'use server'

import { eraseMyAccount } from '@/lib/privacy/erase-my-account'
import { EraseMyAccount } from '@/lib/privacy/schemas'
import { action } from '@/lib/web/action'

export const eraseMyAccountAction = action(EraseMyAccount, eraseMyAccount, { redirectTo: () => '/sign-in?erased=1' })
