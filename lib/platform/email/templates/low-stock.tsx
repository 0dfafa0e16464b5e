import { z } from 'zod'
import { LinkTo, Note, Text, Title } from '../parts'
import { Path } from '../props'
import { template } from '../template'

const left = (quantity: number) => (quantity === 0 ? 'sold out' : `${quantity} left`)

/** For staff. What became low together is told together. */
export const lowStock = template({
  props: z.object({
    products: z.array(z.object({ name: z.string(), path: Path, sku: z.string(), quantity: z.number().int() })).min(1),
    /** How many there are beside those that are listed. */
    more: z.number().int().default(0),
  }),
  subject: ({ products, more }) =>
    products.length === 1 && products[0]
      ? `Low stock: ${products[0].name}, ${left(products[0].quantity)}`
      : `Low stock: ${products.length + more} products`,
  preheader: ({ products }) => products.map(({ name, quantity }) => `${name}: ${left(quantity)}`).join(', '),
  reason: () => 'You get this because you work for this shop. In your account you choose whether you want these mails.',
  Body: ({ props, sender }) => (
    <>
      <Title>Time to reorder</Title>
      <Text>{props.products.length === 1 ? 'This product has' : 'These products have'} fallen to the number at which you want to know:</Text>
      {props.products.map(({ name, path, sku, quantity }) => (
        <Text key={sku}>
          <LinkTo sender={sender} path={path}>
            {name}
          </LinkTo>{' '}
          ({sku}): <strong>{left(quantity)}</strong>
        </Text>
      ))}
      {props.more > 0 && <Text>And {props.more} more.</Text>}
      <Note>You hear of each once. Restocked and low again, it is told again.</Note>
    </>
  ),
  sample: {
    products: [
      { name: 'Plaza canvas sneakers', path: '/p/plaza-canvas-sneakers', sku: 'PLZ-1', quantity: 4 },
      { name: 'Ceramic mug', path: '/p/ceramic-mug', sku: 'MUG-1', quantity: 0 },
    ],
    more: 0,
  },
})
