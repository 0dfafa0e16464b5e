import { z } from 'zod'
import { ButtonTo, Note, Text, Title } from '../parts'
import { Path } from '../props'
import { template } from '../template'

/** To the new address. */
export const emailChangeConfirm = template({
  props: z.object({ confirm_path: Path, valid_hours: z.number().default(24) }),
  subject: () => 'Confirm your new e-mail address',
  preheader: () => 'One click, and you sign in with this address from now on.',
  reason: () => 'You get this because somebody asked to use this address for their account.',
  hasSecret: true,
  Body: ({ props, sender }) => (
    <>
      <Title>Confirm your new e-mail address</Title>
      <Text>You asked to use this address for your account. Confirm it, and from then on you sign in with it and our mails come here.</Text>
      <ButtonTo sender={sender} path={props.confirm_path}>
        Use this address
      </ButtonTo>
      <Note>The link works for {props.valid_hours} hours. You did not ask for this? Then do nothing: the account keeps its old address.</Note>
    </>
  ),
  sample: { confirm_path: '/account/confirm-email?token=sample' },
})
