import { catalogue, isEmailKind } from './catalogue'
import { Layout } from './layout'
import type { Sender } from './template'

export type RenderedEmail = {
  subject: string
  html: string
  text: string
  /** Set for advertising: one POST there ends it (RFC 8058). */
  unsubscribeUrl: string | null
}

/** A stored mail as it is sent. @throws Error for a kind that is unknown, ZodError for props that do not fit it. */
export async function renderEmail(kind: string, props: unknown, sender: Sender): Promise<RenderedEmail> {
  if (!isEmailKind(kind)) throw new Error(`There is no template for ${kind}`)
  const letter = catalogue[kind].write(props, sender)
  // Loaded with the first mail: a process that sends none does not pay for it.
  const { render, toPlainText } = await import('@react-email/render')
  const html = await render(<Layout letter={letter} sender={sender} />)
  return {
    subject: letter.subject,
    html,
    text: toPlainText(html, { wordwrap: 76, selectors: [{ selector: 'h1', options: { uppercase: false } }] }),
    unsubscribeUrl: letter.unsubscribePath && sender.url + letter.unsubscribePath,
  }
}
