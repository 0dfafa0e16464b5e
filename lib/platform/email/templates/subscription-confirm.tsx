import { z } from 'zod'
import { ButtonTo, Note, Product, Text, Title } from '../parts'
import { MailProduct, Path } from '../props'
import { template } from '../template'

const wishes = { price_drop: 'when this costs less', back_in_stock: 'when this is back in stock' } as const

/** Double opt-in: nobody is signed up by somebody else. */
export const subscriptionConfirm = template({
  props: z.object({ product: MailProduct, variant_title: z.string().default(''), wish: z.enum(['price_drop', 'back_in_stock']), confirm_path: Path }),
  subject: ({ product }) => `Shall we write to you about ${product.name}?`,
  preheader: () => 'One click to confirm.',
  reason: () => 'You get this once, because somebody left this address on the page of a product.',
  Body: ({ props, sender }) => (
    <>
      <Title>Shall we write to you?</Title>
      <Text>You would like to hear from us {wishes[props.wish]}:</Text>
      <Product sender={sender} product={props.product}>
        {props.variant_title}
      </Product>
      <ButtonTo sender={sender} path={props.confirm_path}>
        Yes, write to me
      </ButtonTo>
      <Note>Without the click you hear nothing more from us, and this address is forgotten.</Note>
    </>
  ),
  sample: {
    product: { name: 'Plaza canvas sneakers', path: '/p/plaza-canvas-sneakers' },
    variant_title: 'White, 42',
    wish: 'back_in_stock',
    confirm_path: '/subscriptions/confirm?t=sample',
  },
})
