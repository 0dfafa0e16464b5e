import { z } from 'zod'
import { ButtonTo, LinkTo, Note, Text, Title } from '../parts'
import { Path } from '../props'
import { template } from '../template'

/** Sent instead of a second account, so that the form tells nobody which addresses have one. */
export const accountExists = template({
  props: z.object({ sign_in_path: Path, reset_path: Path }),
  subject: () => 'You already have an account',
  preheader: () => 'Somebody tried to register with this address.',
  reason: () => 'You get this because somebody tried to open a second account with this address.',
  Body: ({ props, sender }) => (
    <>
      <Title>You already have an account</Title>
      <Text>Somebody just tried to register with this address. It already belongs to your account, so nothing was changed.</Text>
      <Text>Was it you? Sign in, and everything is where you left it.</Text>
      <ButtonTo sender={sender} path={props.sign_in_path}>
        Sign in
      </ButtonTo>
      <Note>
        If it was not you, do nothing: your account is safe. Forgotten the password?{' '}
        <LinkTo sender={sender} path={props.reset_path}>
          Choose a new one
        </LinkTo>
      </Note>
    </>
  ),
  sample: { sign_in_path: '/sign-in', reset_path: '/forgot-password' },
})
