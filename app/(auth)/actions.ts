'use server'

import { OwnPath } from '@/lib/core/own-path'
import { register } from '@/lib/customers/register'
import { requestPasswordReset } from '@/lib/customers/request-password-reset'
import { resendVerification } from '@/lib/customers/resend-verification'
import { resetPassword } from '@/lib/customers/reset-password'
import { Register, ResetPassword, SignIn, ToEmail, VerifyEmail } from '@/lib/customers/schemas'
import { signInBrowser } from '@/lib/customers/sign-in'
import { signOut } from '@/lib/customers/sign-out'
import { verifyEmail } from '@/lib/customers/verify-email'
import { action } from '@/lib/web/action'
import { withNext } from './_parts/next-path'
import { NoFields } from './fields'

/** Back to where somebody came from; to the cart when joining two carts could not keep everything, because that is told there. */
export const signInAction = action(SignIn.extend({ next: OwnPath }), (ctx, { email, password }) => signInBrowser(ctx, { email, password }), {
  redirectTo: ({ reduced_lines }, { next = '/account' }) => (reduced_lines.length > 0 ? '/cart?joined=fewer' : next),
})

export const registerAction = action(
  Register.extend({ next: OwnPath }),
  (ctx, { name, email, password }) => register(ctx, { name, email, password }),
  { redirectTo: (_, { next }) => withNext('/check-your-mail?for=account', next) },
)

export const resendVerificationAction = action(ToEmail, resendVerification)

export const requestPasswordResetAction = action(ToEmail, requestPasswordReset, { redirectTo: () => '/check-your-mail?for=password' })

export const resetPasswordAction = action(ResetPassword, resetPassword, { redirectTo: () => '/sign-in?changed=password' })

export const verifyEmailAction = action(VerifyEmail, verifyEmail, {
  redirectTo: ({ reduced_lines }) => (reduced_lines.length > 0 ? '/cart?joined=fewer' : '/account?welcome=1'),
})

export const signOutAction = action(NoFields, signOut, { redirectTo: () => '/' })
