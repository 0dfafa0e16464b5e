import { z } from 'zod'
import { ButtonTo, Note, Text, Title } from '../parts'
import { Path } from '../props'
import { template } from '../template'

/** For admins: background work that the shop has given up, and that waits for a person. */
export const givenUp = template({
  props: z.object({ title: z.string(), path: Path }),
  subject: ({ title }) => title,
  preheader: () => 'It was tried several times. It waits until somebody looks at it.',
  reason: () => 'You get this because you are an admin of this shop. Such mails cannot be switched off.',
  Body: ({ props, sender }) => (
    <>
      <Title>{props.title}</Title>
      <Text>
        It was tried several times, later and later, and did not work. Nothing is lost: it waits until somebody looks at it and tries it again.
      </Text>
      <ButtonTo sender={sender} path={props.path}>
        See what failed
      </ButtonTo>
      <Note>You get at most one such mail a day for each cause, however often it happens.</Note>
    </>
  ),
  sample: { title: 'An event was given up: order.paid', path: '/admin/operations/events?state=parked' },
})
