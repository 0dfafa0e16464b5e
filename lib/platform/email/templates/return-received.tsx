import { z } from 'zod'
import { greeting } from '../greeting'
import { ButtonTo, Lines, OrderNumber, Text, Title } from '../parts'
import { MailLine, OrderRef, orderSample } from '../props'
import { template } from '../template'

export const returnReceived = template({
  props: OrderRef.extend({ lines: z.array(MailLine).min(1) }),
  subject: ({ number }) => `We have your return request for order ${number}`,
  preheader: () => 'We look at it and write to you.',
  reason: ({ number }) => `You get this because you asked to return something of order ${number}.`,
  Body: ({ props, sender }) => (
    <>
      <Title>We have your return request</Title>
      <Text>
        {greeting(props.name)} you would like to send back these items of order <OrderNumber of={props} />. We look at it and write to you, usually
        within one working day. Please do not send anything before that.
      </Text>
      <Lines sender={sender} lines={props.lines} />
      <ButtonTo sender={sender} path={props.path}>
        See your request
      </ButtonTo>
    </>
  ),
  sample: {
    ...orderSample,
    lines: [{ name: 'Ceramic mug', variant_title: '', quantity: 1, line_total: { amount: 1250, currency: 'USD' } }],
  },
})
