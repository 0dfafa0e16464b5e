import { z } from 'zod'
import { PersonName } from '@/lib/customers/schemas'

/** A box that is not ticked is not sent. */
export const ProfileForm = z.strictObject({
  name: PersonName,
  marketing_consent: z
    .literal('on')
    .optional()
    .transform((ticked) => ticked === 'on'),
})
