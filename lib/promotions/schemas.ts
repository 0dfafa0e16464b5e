import { z } from 'zod'

/** As somebody types it: capitals and spaces do not matter. */
export const ApplyCoupon = z.strictObject({
  code: z
    .string()
    .max(100)
    .transform((text) => text.replaceAll(/\s/g, '').toUpperCase())
    .pipe(z.string().min(1, 'Enter the code.').max(40, 'A code is shorter than this.')),
})
export type ApplyCoupon = z.infer<typeof ApplyCoupon>
