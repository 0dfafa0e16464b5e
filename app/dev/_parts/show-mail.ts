import { getSettings } from '@/lib/catalog/cached'
import { type RenderedEmail, renderEmail } from '@/lib/platform/email/render-email'
import { senderOf } from '@/lib/platform/email/sender'

export type ShownMail = { mail: RenderedEmail; problem: null } | { mail: null; problem: string }

/** A mail as it looks now, or why it cannot be drawn, which is what parked it. */
export async function showMail(kind: string, props: unknown): Promise<ShownMail> {
  const sender = senderOf(await getSettings())
  try {
    return { mail: await renderEmail(kind, props, sender), problem: null }
  } catch (error) {
    return { mail: null, problem: error instanceof Error ? error.message : String(error) }
  }
}
