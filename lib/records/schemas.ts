import { z } from 'zod'

export const FindRecords = z.object({ q: z.string().trim().min(2, 'Write at least two characters.').max(100) })
export type FindRecords = z.infer<typeof FindRecords>

/** What the palette offers: up to six of each kind. */
export const FoundRecords = z.object({
  data: z.array(
    z.object({
      kind: z.enum(['order', 'product', 'customer']),
      title: z.string(),
      detail: z.string(),
      /** Where the record is in the dashboard. */
      href: z.string(),
    }),
  ),
})
export type FoundRecords = z.infer<typeof FoundRecords>
