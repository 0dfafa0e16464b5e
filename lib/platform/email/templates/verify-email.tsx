import { z } from 'zod'
import { ButtonTo, Note, Text, Title } from '../parts'
import { Path } from '../props'
import { template } from '../template'

/** Carries no name: whoever registers may have typed somebody else's address and any name. */
export const verifyEmail = template({
  props: z.object({ verify_path: Path, valid_hours: z.number().default(24) }),
  subject: () => 'Confirm your e-mail address',
  preheader: () => 'One click, and your account is ready.',
  reason: () => 'You get this because somebody opened an account with this address.',
  hasSecret: true,
  Body: ({ props, sender }) => (
    <>
      <Title>Confirm your e-mail address</Title>
      <Text>One click tells us that this address is yours. Then your orders, addresses and wishlist have a home.</Text>
      <ButtonTo sender={sender} path={props.verify_path}>
        Confirm my address
      </ButtonTo>
      <Note>The link works for {props.valid_hours} hours. You did not open an account? Then do nothing: without the click nothing happens.</Note>
    </>
  ),
  sample: { verify_path: '/verify-email?token=sample' },
})
