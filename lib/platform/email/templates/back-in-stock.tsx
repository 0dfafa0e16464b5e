import { z } from 'zod'
import { formatMoney } from '@/lib/core/format-money'
import { Money } from '@/lib/core/money'
import { ButtonTo, Note, Product, Text, Title } from '../parts'
import { MailProduct, Path } from '../props'
import { template } from '../template'

export const backInStock = template({
  props: z.object({ product: MailProduct, variant_title: z.string().default(''), price: Money, unsubscribe_path: Path }),
  subject: ({ product }) => `Back in stock: ${product.name}`,
  preheader: () => 'You asked us to tell you.',
  reason: ({ product }) => `You get this because you asked us to tell you when this is back in stock: ${product.name}.`,
  unsubscribePath: ({ unsubscribe_path }) => unsubscribe_path,
  Body: ({ props, sender }) => (
    <>
      <Title>It is back</Title>
      <Text>What you were waiting for is in stock again:</Text>
      <Product sender={sender} product={props.product}>
        {[props.variant_title, formatMoney(props.price, sender.locale)].filter(Boolean).join(' · ')}
      </Product>
      <ButtonTo sender={sender} path={props.product.path}>
        Get it now
      </ButtonTo>
      <Note>We do not hold one for you: who is first gets it. This was the only mail about it.</Note>
    </>
  ),
  sample: {
    product: {
      name: 'Plaza canvas sneakers',
      path: '/p/plaza-canvas-sneakers?v=white-42',
      picture: { src: '/apple-icon.png', alt: 'White canvas sneakers' },
    },
    variant_title: 'White, 42',
    price: { amount: 6400, currency: 'USD' },
    unsubscribe_path: '/unsubscribe?t=sample',
  },
})
