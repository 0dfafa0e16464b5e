import { z } from 'zod'
import { ButtonTo, Note, Text, Title } from '../parts'
import { template } from '../template'

/** Sent by somebody of the staff to themselves, from the settings. */
export const testMail = template({
  props: z.object({ shop_name: z.string() }),
  subject: ({ shop_name }) => `A test mail from ${shop_name}`,
  preheader: () => 'It arrived: mails of the shop reach you.',
  reason: () => 'You get this because you asked for it in the settings of the shop.',
  Body: ({ sender }) => (
    <>
      <Title>It arrived</Title>
      <Text>This is how mails of the shop look, and this is the address they come from. Answer it to see where answers go.</Text>
      <ButtonTo sender={sender} path="/admin/settings/mail">
        Back to the settings
      </ButtonTo>
      <Note>Only you were sent this.</Note>
    </>
  ),
  sample: { shop_name: 'Highstreet' },
})
