import { z } from 'zod'
import { greeting } from '../greeting'
import { ButtonTo, Note, Text, Title } from '../parts'
import { OrderRef, orderSample } from '../props'
import { template } from '../template'

const words = {
  approved: {
    title: 'You can send it back',
    text: 'your return is approved. How and where to send it is on the page of your return; please pack it well.',
  },
  rejected: { title: 'We cannot take this return', text: 'we looked at your return and cannot accept it.' },
  received: { title: 'Your return has arrived', text: 'what you sent back is with us. We check it, and then your money goes back the way it came.' },
  completed: {
    title: 'Your return is done',
    text: 'we checked what you sent back. What is still due to you is on its way and usually arrives within five working days.',
  },
} as const

export const returnUpdate = template({
  props: OrderRef.extend({
    status: z.enum(['approved', 'rejected', 'received', 'completed']),
    /** What a member of staff wrote to the customer. */
    note: z.string().optional(),
  }),
  subject: ({ number, status }) => `${words[status].title} (order ${number})`,
  preheader: ({ number }) => `About your return of order ${number}.`,
  reason: ({ number }) => `You get this because you asked to return something of order ${number}.`,
  Body: ({ props, sender }) => (
    <>
      <Title>{words[props.status].title}</Title>
      <Text>
        {greeting(props.name)} {words[props.status].text}
      </Text>
      {props.note && <Text>Our note: {props.note}</Text>}
      <ButtonTo sender={sender} path={props.path}>
        See your return
      </ButtonTo>
      <Note>Something is unclear? Answer this mail or write to {sender.supportEmail}.</Note>
    </>
  ),
  sample: { ...orderSample, status: 'approved', note: 'Please keep the receipt of the parcel service until the money is back.' },
})
