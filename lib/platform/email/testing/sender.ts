import type { Sender } from '../template'

export const testSender: Sender = {
  name: 'Highstreet',
  url: 'https://shop.test',
  locale: 'en-US',
  timeZone: 'America/New_York',
  supportEmail: 'hello@shop.test',
  mailName: 'Highstreet',
  replyTo: 'hello@shop.test',
}
