import { z } from 'zod'
import { ButtonTo, dateTime, Note, Text, Title } from '../parts'
import { Path } from '../props'
import { template } from '../template'

export const passwordChanged = template({
  props: z.object({ changed_at: z.iso.datetime(), reset_path: Path }),
  subject: () => 'Your password was changed',
  preheader: () => 'If that was you, there is nothing to do.',
  reason: () => 'You get this because the password of your account changed. We always tell you about that.',
  Body: ({ props, sender }) => (
    <>
      <Title>Your password was changed</Title>
      <Text>The password of your account was changed on {dateTime(props.changed_at, sender)}. If that was you, there is nothing to do.</Text>
      <Text>If it was not you, choose a new password now.</Text>
      <ButtonTo sender={sender} path={props.reset_path}>
        This was not me
      </ButtonTo>
      <Note>Then write to us too, so that we can look at what happened: {sender.supportEmail}.</Note>
    </>
  ),
  sample: { changed_at: '2026-11-20T14:05:00.000Z', reset_path: '/forgot-password' },
})
