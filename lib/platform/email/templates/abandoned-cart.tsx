import { z } from 'zod'
import { formatMoney } from '@/lib/core/format-money'
import { Money } from '@/lib/core/money'
import { greeting } from '../greeting'
import { ButtonTo, day, Lines, Note, Text, Title } from '../parts'
import { MailLine, Path } from '../props'
import { template } from '../template'

export const abandonedCart = template({
  props: z.object({
    name: z.string().default(''),
    lines: z.array(MailLine).min(1),
    subtotal: Money,
    /** Opens this very cart. */
    cart_path: Path,
    unsubscribe_path: Path,
    is_last: z.boolean().default(false),
    /** A code for one order, which the link puts into the cart. */
    coupon: z.object({ code: z.string(), percent: z.number(), last_day: z.iso.datetime() }).nullish(),
  }),
  subject: ({ coupon }) => (coupon ? `${coupon.percent}% off the cart you left` : 'Your cart is still here'),
  preheader: ({ lines }) => lines.map((line) => line.name).join(', '),
  reason: () => 'You get this because you agreed to hear from us at the checkout.',
  unsubscribePath: ({ unsubscribe_path }) => unsubscribe_path,
  Body: ({ props, sender }) => (
    <>
      <Title>Your cart is still here</Title>
      <Text>{greeting(props.name)} you put a few things into your cart and left. We kept it for you.</Text>
      <Lines sender={sender} lines={props.lines} />
      <Text>Together {formatMoney(props.subtotal, sender.locale)}, before shipping and tax.</Text>
      {props.coupon && (
        <Text>
          Code <strong>{props.coupon.code}</strong> takes {props.coupon.percent}% off the items of one order, until{' '}
          {day(props.coupon.last_day, sender)}. The button puts it into your cart.
        </Text>
      )}
      <ButtonTo sender={sender} path={props.cart_path}>
        Back to my cart
      </ButtonTo>
      <Note>
        Prices and stock are those of the moment when this mail left: nothing in a cart is held, so things may sell out.
        {props.is_last && ' This was our last mail about this cart.'}
      </Note>
    </>
  ),
  sample: {
    name: 'Ada Lovelace',
    lines: [
      {
        name: 'Plaza canvas sneakers',
        variant_title: 'White, 42',
        quantity: 1,
        line_total: { amount: 6400, currency: 'USD' },
        picture: { src: '/apple-icon.png', alt: 'White canvas sneakers' },
      },
    ],
    subtotal: { amount: 6400, currency: 'USD' },
    coupon: { code: 'COMEBACK-7K3M9-QX2TD', percent: 10, last_day: '2026-11-30T12:00:00.000Z' },
    cart_path: '/cart',
    unsubscribe_path: '/unsubscribe?t=sample',
  },
})
