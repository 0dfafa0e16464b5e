import { z } from 'zod'
import { greeting } from '../greeting'
import { ButtonTo, Text, Title } from '../parts'
import { Path } from '../props'
import { template } from '../template'

export const welcome = template({
  props: z.object({ name: z.string().default(''), account_path: Path }),
  subject: () => 'Your account is ready',
  preheader: () => 'Orders, addresses and wishlist in one place.',
  reason: () => 'You get this once, because you opened an account with us.',
  Body: ({ props, sender }) => (
    <>
      <Title>Your account is ready</Title>
      <Text>
        {greeting(props.name)} nice to have you. Your account keeps your orders and their invoices, the addresses you send to, and your wishlist. What
        is in your cart follows you to any device on which you sign in.
      </Text>
      <ButtonTo sender={sender} path={props.account_path}>
        Open my account
      </ButtonTo>
    </>
  ),
  sample: { name: 'Ada Lovelace', account_path: '/account' },
})
