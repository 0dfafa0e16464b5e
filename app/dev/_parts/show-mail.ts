import { getSettings } from '@/lib/catalog/cached'
import { type RenderedEmail, renderEmail } from '@/lib/platform/email/render-email'
import { headOf, senderOf } from '@/lib/platform/email/sender'
import { env } from '@/lib/platform/env'

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

/** Whom mails are from as things are now, and where answers to them go: "Highstreet <hello@shop.example>". */
export async function mailHead(): Promise<{ from: string; replyTo: string }> {
  const { from, replyTo } = headOf(senderOf(await getSettings()), env.MAIL_FROM)
  const inWords = ({ name, address }: typeof from) => `${name} <${address}>`
  return { from: inWords(from), replyTo: inWords(replyTo) }
}
