import { formatMoney } from '@/lib/core/format-money'
import { Money } from '@/lib/core/money'
import { greeting } from '../greeting'
import { ButtonTo, Note, OrderNumber, Text, Title } from '../parts'
import { OrderRef, orderSample } from '../props'
import { template } from '../template'

export const paymentReceived = template({
  props: OrderRef.extend({ amount: Money }),
  subject: ({ number }) => `Payment received for order ${number}`,
  preheader: () => 'All is settled; we are packing your order.',
  reason: ({ number }) => `You get this because you paid for order ${number}.`,
  Body: ({ props, sender }) => (
    <>
      <Title>Your payment has arrived</Title>
      <Text>
        {greeting(props.name)} we received {formatMoney(props.amount, sender.locale)} for order <OrderNumber of={props} />. All is settled, and we are
        packing it now.
      </Text>
      <ButtonTo sender={sender} path={props.path}>
        See your order
      </ButtonTo>
      <Note>The invoice is on the same page.</Note>
    </>
  ),
  sample: { ...orderSample, amount: { amount: 9789, currency: 'USD' } },
})
