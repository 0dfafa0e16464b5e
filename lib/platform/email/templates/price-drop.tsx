import { z } from 'zod'
import { Money } from '@/lib/core/money'
import { ButtonTo, Fallen, Note, Product, Text, Title } from '../parts'
import { MailProduct, Path } from '../props'
import { template } from '../template'

export const priceDrop = template({
  props: z.object({ product: MailProduct, variant_title: z.string().default(''), before: Money, now: Money, unsubscribe_path: Path }),
  subject: ({ product }) => `Lower price: ${product.name}`,
  preheader: () => 'You asked us to tell you.',
  reason: ({ product }) => `You get this because you asked us to tell you when this price falls: ${product.name}.`,
  unsubscribePath: ({ unsubscribe_path }) => unsubscribe_path,
  Body: ({ props, sender }) => (
    <>
      <Title>It costs less now</Title>
      <Text>You asked us to keep an eye on a price. It fell:</Text>
      <Product sender={sender} product={props.product}>
        {props.variant_title && `${props.variant_title} · `}
        <Fallen sender={sender} before={props.before} now={props.now} />
      </Product>
      <ButtonTo sender={sender} path={props.product.path}>
        Have a look
      </ButtonTo>
      <Note>The price was right when this mail left. What counts is the one in the shop.</Note>
    </>
  ),
  sample: {
    product: {
      name: 'Plaza canvas sneakers',
      path: '/p/plaza-canvas-sneakers',
      picture: { src: '/apple-icon.png', alt: 'White canvas sneakers' },
    },
    variant_title: 'White, 42',
    before: { amount: 6400, currency: 'USD' },
    now: { amount: 4900, currency: 'USD' },
    unsubscribe_path: '/unsubscribe?t=sample',
  },
})
