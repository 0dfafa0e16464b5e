import { z } from 'zod'
import { Request } from '@/lib/platform/auth/acting-for'

export const TAKE_BACK = 'take-back'

/** `whole` is what the batches stand under in the log. */
export const TakeBack = z.object({ whole: z.string(), request: Request })
export type TakeBack = z.infer<typeof TakeBack>
