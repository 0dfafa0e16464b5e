import { z } from 'zod'
import { formatMoney } from '@/lib/core/format-money'
import { Money } from '@/lib/core/money'
import { greeting } from '../greeting'
import { ButtonTo, OrderNumber, Text, Title } from '../parts'
import { OrderRef, orderSample } from '../props'
import { template } from '../template'

export const orderRefunded = template({
  props: OrderRef.extend({ amount: Money, is_full: z.boolean().default(true) }),
  subject: ({ number }) => `Your refund for order ${number}`,
  preheader: () => 'Your money is on its way back.',
  reason: ({ number }) => `You get this because you paid for order ${number}.`,
  Body: ({ props, sender }) => (
    <>
      <Title>Your money is on its way back</Title>
      <Text>
        {greeting(props.name)} we sent {formatMoney(props.amount, sender.locale)} back{props.is_full ? '' : ', a part of what you paid,'} for order{' '}
        <OrderNumber of={props} />. It takes the way it came and usually arrives within five working days.
      </Text>
      <ButtonTo sender={sender} path={props.path}>
        See the order
      </ButtonTo>
    </>
  ),
  sample: { ...orderSample, amount: { amount: 2500, currency: 'USD' }, is_full: false },
})
