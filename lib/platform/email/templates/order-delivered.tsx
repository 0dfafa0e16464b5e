import { greeting } from '../greeting'
import { ButtonTo, Note, OrderNumber, Text, Title } from '../parts'
import { OrderRef, orderSample } from '../props'
import { template } from '../template'

export const orderDelivered = template({
  props: OrderRef,
  subject: ({ number }) => `Your order ${number} was delivered`,
  preheader: () => 'We hope everything is as you wished.',
  reason: ({ number }) => `You get this because you placed order ${number} with us.`,
  Body: ({ props, sender }) => (
    <>
      <Title>Your parcel is there</Title>
      <Text>
        {greeting(props.name)} your order <OrderNumber of={props} /> was delivered. We hope everything is as you wished.
      </Text>
      <ButtonTo sender={sender} path={props.path}>
        See your order
      </ButtonTo>
      <Note>Something is wrong, or you cannot find the parcel? Write to us: {sender.supportEmail}. You can send things back from the same page.</Note>
    </>
  ),
  sample: orderSample,
})
