import { greeting } from '../greeting'
import { ButtonTo, OrderNumber, Text, Title } from '../parts'
import { OrderRef, orderSample } from '../props'
import { template } from '../template'

export const orderExpired = template({
  props: OrderRef,
  subject: ({ number }) => `Your order ${number} was not paid in time`,
  preheader: () => 'Nothing was charged. The items can go back into your cart.',
  reason: ({ number }) => `You get this because you placed order ${number} with us.`,
  Body: ({ props, sender }) => (
    <>
      <Title>The time to pay is over</Title>
      <Text>
        {greeting(props.name)} we held the items of order <OrderNumber of={props} /> for you for a while, but no payment arrived. They are back on the
        shelf, and nothing was charged.
      </Text>
      <Text>You still want them? One click puts what is left back into your cart.</Text>
      <ButtonTo sender={sender} path={props.path}>
        Put them back into my cart
      </ButtonTo>
    </>
  ),
  sample: orderSample,
})
