import { formatMoney } from '@/lib/core/format-money'
import { Money } from '@/lib/core/money'
import { greeting } from '../greeting'
import { ButtonTo, OrderNumber, Text, Title } from '../parts'
import { OrderRef, orderSample } from '../props'
import { template } from '../template'

export const orderCancelled = template({
  props: OrderRef.extend({
    /** What goes back; absent when nothing was charged. */
    refund: Money.nullish(),
  }),
  subject: ({ number }) => `Your order ${number} was cancelled`,
  preheader: ({ refund }) => (refund ? 'What you paid is on its way back.' : 'Nothing was charged.'),
  reason: ({ number }) => `You get this because you placed order ${number} with us.`,
  Body: ({ props, sender }) => (
    <>
      <Title>Your order was cancelled</Title>
      <Text>
        {greeting(props.name)} order <OrderNumber of={props} /> is cancelled.{' '}
        {props.refund
          ? `You get ${formatMoney(props.refund, sender.locale)} back the way you paid, usually within five working days.`
          : 'Nothing was charged.'}
      </Text>
      <Text>Changed your mind? On the order's page one click puts the same things back into your cart.</Text>
      <ButtonTo sender={sender} path={props.path}>
        See the order
      </ButtonTo>
    </>
  ),
  sample: { ...orderSample, refund: { amount: 9789, currency: 'USD' } },
})
