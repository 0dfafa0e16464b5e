import { z } from 'zod'
import { greeting } from '../greeting'
import { LinkTo, Product, Text, Title } from '../parts'
import { MailProduct, OrderRef, orderSample, Path } from '../props'
import { template } from '../template'

/** A product's `path` leads to the form for its review. */
export const reviewRequest = template({
  props: OrderRef.extend({ products: z.array(MailProduct).min(1), unsubscribe_path: Path }),
  subject: ({ products }) => (products.length === 1 && products[0] ? `How do you like ${products[0].name}?` : 'How do you like your things?'),
  preheader: () => 'A few words help the next person to choose.',
  reason: ({ number }) => `You get this because you bought these things with order ${number}.`,
  unsubscribePath: ({ unsubscribe_path }) => unsubscribe_path,
  Body: ({ props, sender }) => (
    <>
      <Title>How do you like it?</Title>
      <Text>{greeting(props.name)} you have had your order for some days now. A few honest words help the next person to choose.</Text>
      {props.products.map((product) => (
        <Product key={product.path} sender={sender} product={product}>
          <LinkTo sender={sender} path={product.path}>
            Write a review
          </LinkTo>
        </Product>
      ))}
    </>
  ),
  sample: {
    ...orderSample,
    products: [
      { name: 'Plaza canvas sneakers', path: '/p/plaza-canvas-sneakers', picture: { src: '/apple-icon.png', alt: 'White canvas sneakers' } },
      { name: 'Ceramic mug', path: '/p/ceramic-mug' },
    ],
    unsubscribe_path: '/unsubscribe?t=sample',
  },
})
