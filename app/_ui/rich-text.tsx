import Markdown from 'markdown-to-jsx/react'
import type { ReactNode } from 'react'
import { classes } from './classes'

/**
 * A text of the shop's staff in Markdown: paragraphs, emphasis, lists, links and headings below the section it stands in. HTML is shown as
 * it was typed and pictures are left out: those of a product have a place of their own. Single line breaks stay.
 */
export function RichText({ text, className }: { text: string; className?: string }) {
  return (
    <Markdown options={options} className={classes('rich-text', className)}>
      {text}
    </Markdown>
  )
}

const Heading = ({ children }: { children?: ReactNode }) => <h3>{children}</h3>

const options = {
  disableParsingRawHTML: true,
  disableAutoLink: true,
  forceBlock: true,
  forceWrapper: true,
  wrapper: 'div',
  overrides: { ...Object.fromEntries(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, Heading])), img: () => null },
} as const
