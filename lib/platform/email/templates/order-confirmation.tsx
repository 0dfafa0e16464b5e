import { z } from 'zod'
import { formatMoney } from '@/lib/core/format-money'
import { Money } from '@/lib/core/money'
import { greeting } from '../greeting'
import { Address, ButtonTo, dateTime, Lines, Note, OrderNumber, Text, Title, Totals } from '../parts'
import { MailAddress, MailLine, MailTotals, OrderRef, orderSample } from '../props'
import { template } from '../template'

/** An `OrderView` with its path and name beside it fits as it is. */
export const orderConfirmation = template({
  props: OrderRef.extend({
    lines: z.array(MailLine).min(1),
    totals: MailTotals,
    shipping_address: MailAddress,
    /** `Tue, Nov 24 to Thu, Nov 26`. */
    arrives: z.string().optional(),
    /** What was paid; absent in mails from before it was told, and while nothing was. */
    paid: Money.optional(),
    /** Set while nothing was paid: until then the items are held. */
    pay_until: z.string().optional(),
  }),
  subject: ({ number, pay_until }) => (pay_until ? `Your order ${number} waits for your payment` : `Your order ${number}`),
  preheader: ({ arrives, pay_until }) =>
    pay_until ? 'We hold your items for a little while.' : arrives ? `Thank you. It arrives ${arrives}.` : 'Thank you. We are packing it.',
  reason: ({ number }) => `You get this because you placed order ${number} with us.`,
  Body: ({ props, sender }) => (
    <>
      <Title>{props.pay_until ? 'Your order waits for you' : 'Thank you. Your order is in.'}</Title>
      {props.pay_until ? (
        <Text>
          {greeting(props.name)} we have your order <OrderNumber of={props} />, and no payment has arrived for it yet. We hold its items for you until{' '}
          {dateTime(props.pay_until, sender)}.
        </Text>
      ) : (
        <Text>
          {greeting(props.name)} we have your order <OrderNumber of={props} /> and are getting it ready.
          {props.paid && ` You paid ${formatMoney(props.paid, sender.locale)}.`}
          {props.arrives && ` It arrives ${props.arrives}.`} You hear from us again when the parcel leaves.
        </Text>
      )}
      <Lines sender={sender} lines={props.lines} />
      <Totals sender={sender} totals={props.totals} />
      <Address sender={sender} title="Goes to" address={props.shipping_address} />
      <ButtonTo sender={sender} path={props.path}>
        {props.pay_until ? 'Pay for your order' : 'See your order'}
      </ButtonTo>
      <Note>
        {props.pay_until
          ? 'Changed your mind? Then do nothing: without a payment the order ends by itself, and nothing is charged.'
          : 'Keep this mail: its link opens your order from any device. Until the parcel leaves you can cancel there.'}
      </Note>
    </>
  ),
  sample: {
    ...orderSample,
    arrives: 'Tue, Nov 24 to Thu, Nov 26',
    paid: { amount: 9789, currency: 'USD' },
    lines: [
      {
        name: 'Plaza canvas sneakers',
        variant_title: 'White, 42',
        quantity: 1,
        line_total: { amount: 6400, currency: 'USD' },
        picture: { src: '/apple-icon.png', alt: 'White canvas sneakers' },
      },
      { name: 'Ceramic mug', variant_title: '', quantity: 2, line_total: { amount: 2500, currency: 'USD' } },
    ],
    totals: {
      subtotal: { amount: 8900, currency: 'USD' },
      shipping: { amount: 499, currency: 'USD' },
      tax: { amount: 890, currency: 'USD' },
      discount: { amount: 500, currency: 'USD' },
      discount_code: 'COMEBACK-7K3M9-QX2TD',
      discount_percent: 10,
      total: { amount: 9789, currency: 'USD' },
      tax_name: 'Sales tax',
      shipping_name: 'Standard',
    },
    shipping_address: { full_name: 'Ada Lovelace', line1: '12 Analytical Row', city: 'New York', region: 'NY', postal_code: '10001', country: 'US' },
  },
})
