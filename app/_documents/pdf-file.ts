import type { FileAnswer } from '@/lib/web/file-route'

/** A document as a browser shows it. */
export const pdfFile = (body: NodeJS.ReadableStream, name: string): FileAnswer => ({
  body,
  type: 'application/pdf',
  name: `${name}.pdf`,
  isShown: true,
})
