import { notFound } from 'next/navigation'
import { MailFrame } from '@/app/dev/_parts/mail-frame'
import { requireLocal } from '@/app/dev/_parts/require-local'
import { showMail } from '@/app/dev/_parts/show-mail'
import { catalogue, isEmailKind } from '@/lib/platform/email/catalogue'

export const instant = false

type Props = { params: Promise<{ kind: string }>; searchParams: Promise<{ width?: string | string[] }> }

export default async function TemplatePage({ params, searchParams }: Props) {
  await requireLocal()
  const [{ kind }, { width }] = await Promise.all([params, searchParams])
  if (!isEmailKind(kind)) notFound()
  const { mail, problem } = await showMail(kind, catalogue[kind].sample)
  if (!mail) throw new Error(problem)
  return (
    <article className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <h1 className="text-xl">{mail.subject}</h1>
      <MailFrame mail={mail} isNarrow={width === 'phone'} />
    </article>
  )
}
