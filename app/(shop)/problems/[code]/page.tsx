import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { explanationOf, problemCodes } from '../../_parts/problems'

type Props = { params: Promise<{ code: string }> }

export const generateStaticParams = () => problemCodes.map((code) => ({ code }))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { code } = await params
  return { title: explanationOf(code)?.title ?? 'Not found', robots: { index: false } }
}

/** Where the `type` of a problem document leads (RFC 9457): what the code means, and what a client should do. */
export default async function ProblemPage({ params }: Props) {
  const { code } = await params
  const problem = explanationOf(code)
  if (!problem) notFound()
  return (
    <article className="page py-10 md:py-16">
      <div className="measure mx-auto">
        <p className="tabular text-muted">
          HTTP {problem.status} · <code className="rounded-md bg-sunken px-1.5 py-0.5 font-mono text-sm">{code}</code>
        </p>
        <h1 className="mt-3 text-xl">{problem.title}</h1>
        <p className="mt-4 text-lg">{problem.meaning}</p>
        <h2 className="mt-8 text-xl">What to do</h2>
        <p className="mt-3 text-lg">{problem.remedy}</p>
        <p className="mt-8 text-muted">
          Each problem document carries a <code className="font-mono text-sm">request_id</code>, which is also in the header{' '}
          <code className="font-mono text-sm">x-request-id</code>. Quote it when you write to us.
        </p>
      </div>
    </article>
  )
}
