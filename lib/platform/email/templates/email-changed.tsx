import { z } from 'zod'
import { dateTime, Note, Text, Title } from '../parts'
import { template } from '../template'

/** To the old address: whoever lost the account this way hears of it. */
export const emailChanged = template({
  props: z.object({ new_email: z.string(), changed_at: z.iso.datetime() }),
  subject: () => 'The e-mail address of your account was changed',
  preheader: () => 'If that was you, there is nothing to do.',
  reason: () => 'You get this because this was the address of your account. It is our last mail about it.',
  Body: ({ props, sender }) => (
    <>
      <Title>Your account has a new address</Title>
      <Text>
        On {dateTime(props.changed_at, sender)} the e-mail address of your account was changed to {masked(props.new_email)}. If that was you, there is
        nothing to do.
      </Text>
      <Note>If it was not you, write to us at once: {sender.supportEmail}. We can give you your account back.</Note>
    </>
  ),
  sample: { new_email: 'ada@example.com', changed_at: '2026-11-20T14:05:00.000Z' },
})

/** Enough to recognise one's own: `a…@example.com`. */
const masked = (email: string): string => email.replace(/^(.).*@/u, '$1…@')
