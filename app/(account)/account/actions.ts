'use server'

import { NoFields } from '@/app/(auth)/fields'
import { changePassword } from '@/lib/customers/change-password'
import { confirmEmailChange } from '@/lib/customers/confirm-email-change'
import { endOtherSessions, endSession } from '@/lib/customers/end-session'
import { requestEmailChange } from '@/lib/customers/request-email-change'
import { BySessionId, ByToken, ChangeEmail, ChangePassword } from '@/lib/customers/schemas'
import { updateMe } from '@/lib/customers/update-me'
import { action } from '@/lib/web/action'
import { ProfileForm } from './fields'

export const updateProfileAction = action(ProfileForm, updateMe)

/** The page is drawn anew by a request that carries the new cookie. */
export const changePasswordAction = action(ChangePassword, changePassword, { redirectTo: () => '/account/security?changed=password' })

export const requestEmailChangeAction = action(ChangeEmail, requestEmailChange)

export const confirmEmailChangeAction = action(ByToken, confirmEmailChange, { redirectTo: () => '/account/security?changed=email' })

export const endSessionAction = action(BySessionId, endSession, { redirectTo: () => '/account/security?ended=1#devices' })

export const endOtherSessionsAction = action(NoFields, endOtherSessions, { redirectTo: () => '/account/security?ended=all#devices' })
