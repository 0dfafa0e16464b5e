import type { ReactNode } from 'react'
import type { z } from 'zod'

/**
 * What a mail has to know about the shop that sends it. `url` is where people reach it, without a slash at the end; `mailName` and `replyTo`
 * are what stands in the mail's head.
 */
export type Sender = {
  name: string
  url: string
  locale: string
  timeZone: string
  supportEmail: string
  mailName: string
  replyTo: string
}

/** A mail in words, before it becomes HTML and text. */
export type Letter = {
  subject: string
  /** What the list of messages shows after the subject. */
  preheader: string
  body: ReactNode
  /** Why this person gets it, as the footer says. */
  reason: string
  /** Set for advertising: where one click ends it. */
  unsubscribePath: string | null
}

type Definition<S extends z.ZodObject> = {
  /** Stored rows are parsed with it again when they are sent, so it may only grow, and only by what is optional (a test pins this). */
  props: S
  subject(props: z.output<S>): string
  preheader(props: z.output<S>): string
  Body(input: { props: z.output<S>; sender: Sender }): ReactNode
  reason(props: z.output<S>): string
  unsubscribePath?(props: z.output<S>): string
  /** It carries a link that opens an account: a deployed shop forgets the props once the mail is sent. */
  hasSecret?: boolean
  /** For tests and the page of all templates. */
  sample: z.input<S>
}

export type Template<S extends z.ZodObject = z.ZodObject> = {
  sample: z.input<S>
  hasSecret: boolean
  /** Nobody has to be sent it: it says how to end it, and people who did are spared. */
  isAdvertising: boolean
  /** What a row keeps. @throws ZodError when the props do not fit. */
  accept(props: unknown): { subject: string; props: z.output<S> }
  /** The letter of a stored row. @throws ZodError when the props do not fit any more. */
  write(props: unknown, sender: Sender): Letter
}

/** A kind of mail: what it is made from, and how it reads. */
export function template<S extends z.ZodObject>({ props: schema, subject, preheader, Body, ...rest }: Definition<S>): Template<S> {
  const { reason, unsubscribePath, hasSecret = false, sample } = rest
  return {
    sample,
    hasSecret,
    isAdvertising: unsubscribePath !== undefined,
    accept: (given) => {
      const props = schema.parse(given)
      return { subject: oneLine(subject(props)), props }
    },
    write: (stored, sender) => {
      const props = schema.parse(stored)
      return {
        subject: oneLine(subject(props)),
        preheader: oneLine(preheader(props)),
        body: Body({ props, sender }),
        reason: reason(props),
        unsubscribePath: unsubscribePath?.(props) ?? null,
      }
    },
  }
}

/** Names of products and people may stand in a subject, but no line breaks: behind one a header could hide. */
const oneLine = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .slice(0, 200)
