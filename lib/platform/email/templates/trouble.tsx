import { z } from 'zod'
import { Note, Text, Title } from '../parts'
import { template } from '../template'

/** For admins: what the nightly check of the books has found. */
export const trouble = template({
  props: z.object({
    title: z.string(),
    violations: z.array(z.object({ check: z.string(), subject: z.string(), detail: z.string() })).min(1),
    /** How many there are beside those that are listed. */
    more: z.number().int().default(0),
  }),
  subject: ({ title }) => title,
  preheader: ({ violations }) => [...new Set(violations.map(({ check }) => check.replaceAll('_', ' ')))].join(', '),
  reason: () => 'You get this because you are an admin of this shop. Such mails cannot be switched off.',
  Body: ({ props }) => (
    <>
      <Title>{props.title}</Title>
      <Text>Each night the shop checks that stock, orders and money agree. This time they do not:</Text>
      {props.violations.map(({ check, subject, detail }) => (
        <Text key={`${check}:${subject}:${detail}`}>
          <strong>{check.replaceAll('_', ' ')}</strong>: {detail} ({subject})
        </Text>
      ))}
      {props.more > 0 && <Text>And {props.more} more.</Text>}
      <Note>This is a fault of the software, or somebody has changed the database by hand. Nothing was changed by the check itself.</Note>
    </>
  ),
  sample: {
    title: 'One thing in the books does not add up',
    violations: [
      {
        check: 'product_stock_differs',
        subject: '019a2150-12fa-7314-9127-972091ee5090',
        detail: 'shows 4, levels say 3',
      },
    ],
    more: 0,
  },
})
