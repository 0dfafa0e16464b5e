import { z } from 'zod'
import { greeting } from '../greeting'
import { ButtonTo, Lines, OrderNumber, Text, Title } from '../parts'
import { MailLine, OrderRef, orderSample } from '../props'
import { template } from '../template'

export const orderShipped = template({
  props: OrderRef.extend({
    /** What is in this parcel. */
    lines: z.array(MailLine).default([]),
    arrives: z.string().optional(),
    carrier: z.string().optional(),
    tracking_number: z.string().optional(),
    /** More follows in another parcel. */
    is_part: z.boolean().default(false),
  }),
  subject: ({ number, is_part }) => `${is_part ? 'A part of your' : 'Your'} order ${number} is on its way`,
  preheader: ({ arrives }) => (arrives ? `It arrives ${arrives}.` : 'The parcel has left us.'),
  reason: ({ number }) => `You get this because you placed order ${number} with us.`,
  Body: ({ props, sender }) => (
    <>
      <Title>Your parcel is on its way</Title>
      <Text>
        {greeting(props.name)} {props.is_part ? 'a part of ' : ''}your order <OrderNumber of={props} /> has left us.
        {props.arrives && ` It arrives ${props.arrives}.`}
        {props.is_part && ' The rest follows, and we write again when it leaves.'}
      </Text>
      {props.tracking_number && (
        <Text>
          {props.carrier ?? 'The courier'} knows it as <strong>{props.tracking_number}</strong>.
        </Text>
      )}
      {props.lines.length > 0 && <Lines sender={sender} lines={props.lines} />}
      <ButtonTo sender={sender} path={props.path}>
        Follow your parcel
      </ButtonTo>
    </>
  ),
  sample: {
    ...orderSample,
    arrives: 'Tue, Nov 24 to Thu, Nov 26',
    carrier: 'UPS',
    tracking_number: '1Z999AA10123456784',
    lines: [{ name: 'Plaza canvas sneakers', variant_title: 'White, 42', quantity: 1, line_total: { amount: 6400, currency: 'USD' } }],
  },
})
