import { appUrl } from '@/lib/platform/env'
import type { Sender } from './template'

type Settings = { shopName: string; locale: string; timeZone: string; supportEmail: string; mailSenderName: string; mailReplyTo: string }

/** The settings that a mail needs, and the shop's own address: never one that a request named. */
export function senderOf({ shopName, locale, timeZone, supportEmail, mailSenderName, mailReplyTo }: Settings): Sender {
  const mail = { mailName: mailSenderName || shopName, replyTo: mailReplyTo || supportEmail }
  return { name: shopName, url: appUrl, locale, timeZone, supportEmail, ...mail }
}

/** Whom a mail is from and where its answers go. */
export function headOf({ mailName, supportEmail, replyTo }: Pick<Sender, 'mailName' | 'supportEmail' | 'replyTo'>, from: string | undefined) {
  const { name, address } = fixedSender(from)
  return {
    from: { name: name ?? mailName, address: address ?? supportEmail },
    replyTo: { name: mailName, address: replyTo },
  }
}

/** `MAIL_FROM` in its parts: `Shop <hello@shop.example>`, or the address alone. What is not said is null. */
export function fixedSender(from: string | undefined): { name: string | null; address: string | null } {
  const [, name = null, address = from ?? null] = /^(.+?) <(.+)>$/.exec(from ?? '') ?? []
  return { name, address }
}
