import { z } from 'zod'
import { UserId } from '@/lib/core/ids'
import { visibleLine } from '@/lib/core/visible-line'
import { isCommonPassword } from './common-passwords'

/** As it is compared and kept: people type capitals and spaces around it. */
const Email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'This address is too long.')
  .pipe(z.email('Please type a whole e-mail address, like name@example.com.'))

/** By the same rule as names in addresses: what turns the direction of the text is left out, and something has to be seen. */
export const PersonName = z.string().overwrite(visibleLine).min(1, 'Please type your name.').max(100, 'At most 100 characters.')

/** The same characters can be typed in two ways (é, e + ´); both have to open the same account. Source: NIST SP 800-63B, 5.1.1.2. */
const typed = z.string().normalize('NFKC')

/** A password somebody chooses: length counts, and not being guessed first. No rules of composition. */
export const NewPassword = typed
  .min(8, 'At least 8 characters, please.')
  .max(128, 'At most 128 characters, please.')
  .refine((password) => password.trim() !== '', 'Spaces alone are guessed first. Please choose another password.')
  .refine((password) => !isCommonPassword(password), 'This password is on every list of common passwords. Please choose another.')

/** A password somebody has. */
export const Password = typed.min(1, 'Please type your password.').max(128, 'This is not your password.')

/** What better-auth puts into links. */
const LinkToken = z.string().regex(/^[\w.-]{10,2000}$/, 'This link was not copied whole.')

export const Register = z.strictObject({ name: PersonName, email: Email, password: NewPassword })
export type Register = z.infer<typeof Register>

export const SignIn = z.strictObject({ email: Email, password: Password })
export type SignIn = z.infer<typeof SignIn>

export const ToEmail = z.strictObject({ email: Email })
export type ToEmail = z.infer<typeof ToEmail>

export const ByToken = z.strictObject({ token: LinkToken })
export type ByToken = z.infer<typeof ByToken>

/** The link says that the mail is read, the password that it is who opened the account. */
export const VerifyEmail = ByToken.extend({ password: Password })
export type VerifyEmail = z.infer<typeof VerifyEmail>

export const ResetPassword = z.strictObject({ token: LinkToken, new_password: NewPassword })
export type ResetPassword = z.infer<typeof ResetPassword>

export const ChangePassword = z.strictObject({ current_password: Password, new_password: NewPassword })
export type ChangePassword = z.infer<typeof ChangePassword>

export const ChangeEmail = z.strictObject({ email: Email, current_password: Password })
export type ChangeEmail = z.infer<typeof ChangeEmail>

export const UpdateMe = z.strictObject({ name: PersonName.optional(), marketing_consent: z.boolean().optional() })
export type UpdateMe = z.infer<typeof UpdateMe>

export const BySessionId = z.strictObject({ id: z.uuid() })
export type BySessionId = z.infer<typeof BySessionId>

export const Role = z.enum(['customer', 'staff', 'admin'])

/** Oneself. */
export const Me = z.object({
  id: UserId,
  name: z.string(),
  email: z.string(),
  is_email_verified: z.boolean(),
  role: Role,
  marketing_consent: z.boolean(),
  created_at: z.iso.datetime({ offset: true }),
})
export type Me = z.infer<typeof Me>

/** What was asked for is under way; the same words whether or not an account exists. */
export const Sent = z.object({ message: z.string() })
export type Sent = z.infer<typeof Sent>

export const PasswordChanged = z.object({
  message: z.string(),
  /** For callers by `Authorization`: what they send from now on. It is shown once; browsers get a cookie instead. */
  token: z.string().optional(),
})
export type PasswordChanged = z.infer<typeof PasswordChanged>

/** What joining a guest's cart could not keep in full. */
const JoinedLine = z.object({ variant_id: z.string(), name: z.string(), wanted: z.number().int(), kept: z.number().int() })

export const SignedIn = z.object({
  /** Send it as `Authorization: Bearer …`. It is shown once. */
  token: z.string(),
  user: z.object({ id: UserId, name: z.string(), role: Role }),
  /** Lines of the guest's cart of which less fits into the account's cart than both held. */
  reduced_lines: z.array(JoinedLine),
})
export type SignedIn = z.infer<typeof SignedIn>

/** A browser's token is in its cookie. */
export const SignedInBrowser = SignedIn.omit({ token: true })

/** A signed-in device. Its token is never told. */
export const Device = z.object({
  id: z.uuid(),
  /** For people: `Firefox on Linux`. */
  device: z.string(),
  address: z.string(),
  signed_in_at: z.iso.datetime({ offset: true }),
  /** To the day. */
  last_seen_at: z.iso.datetime({ offset: true }),
  is_current: z.boolean(),
})
export type Device = z.infer<typeof Device>

export const Devices = z.object({ data: z.array(Device) })

export const NoInput = z.strictObject({})
export const SignedOut = z.object({ signed_in: z.literal(false) })
export const Ended = z.object({ ended: z.number().int() })

/** A person as staff sees them. */
export const Customer = z.object({
  id: UserId,
  name: z.string(),
  email: z.string(),
  is_email_verified: z.boolean(),
  role: Role,
  is_banned: z.boolean(),
  created_at: z.iso.datetime({ offset: true }),
})
export type Customer = z.infer<typeof Customer>

export const CustomerStatistics = z.object({
  total: z.number().int(),
  verified: z.number().int(),
  staff: z.number().int(),
  banned: z.number().int(),
  new_last_30_days: z.number().int(),
  with_orders: z.number().int(),
  signed_in_last_30_days: z.number().int(),
})
export type CustomerStatistics = z.infer<typeof CustomerStatistics>
