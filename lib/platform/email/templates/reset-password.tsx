import { z } from 'zod'
import { ButtonTo, Note, Text, Title } from '../parts'
import { Path } from '../props'
import { template } from '../template'

export const resetPassword = template({
  props: z.object({ reset_path: Path, valid_minutes: z.number().default(60) }),
  subject: () => 'Choose a new password',
  preheader: ({ valid_minutes }) => `The link works once, for ${valid_minutes} minutes.`,
  reason: () => 'You get this because somebody asked for a new password for the account with this address.',
  hasSecret: true,
  Body: ({ props, sender }) => (
    <>
      <Title>Choose a new password</Title>
      <Text>You asked for a new password. This link takes you to the page where you choose it.</Text>
      <ButtonTo sender={sender} path={props.reset_path}>
        Choose a new password
      </ButtonTo>
      <Note>
        The link works once, for {props.valid_minutes} minutes. You did not ask? Then do nothing: your password stays as it is, and only somebody who
        reads your mail could change it.
      </Note>
    </>
  ),
  sample: { reset_path: '/reset-password?token=sample' },
})
