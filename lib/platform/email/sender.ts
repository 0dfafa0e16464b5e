import { appUrl } from '@/lib/platform/env'
import type { Sender } from './template'

/** The settings that a mail needs, and the shop's own address: never one that a request named. */
export function senderOf(settings: { shopName: string; locale: string; timeZone: string; supportEmail: string }): Sender {
  const { shopName, locale, timeZone, supportEmail } = settings
  return { name: shopName, url: appUrl, locale, timeZone, supportEmail }
}
