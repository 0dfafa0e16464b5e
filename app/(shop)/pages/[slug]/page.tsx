import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getSettings } from '@/lib/catalog/cached'
import { findPage, pageSlugs } from '../../_parts/pages'

type Props = { params: Promise<{ slug: string }> }

export const generateStaticParams = () => pageSlugs.map((slug) => ({ slug }))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params
  const page = findPage(slug, await getSettings())
  return page ? { title: page.title, description: page.lead, alternates: { canonical: `/pages/${slug}` } } : { title: 'Not found' }
}

export default async function TextPage({ params }: Props) {
  const { slug } = await params
  const page = findPage(slug, await getSettings())
  if (!page) notFound()
  return (
    <article className="page py-10 md:py-16">
      <div className="measure mx-auto">
        <h1 className="text-[clamp(2.25rem,1.6rem+2.8vw,3.5rem)] leading-[1.05]">{page.title}</h1>
        <p className="mt-4 text-lg text-muted">{page.lead}</p>
        {page.parts.map(({ heading, paragraphs }) => (
          <section key={heading} className="mt-10">
            <h2 className="text-xl">{heading}</h2>
            {paragraphs.map((text) => (
              <p key={text} className="mt-3 text-lg">
                {text}
              </p>
            ))}
          </section>
        ))}
        {page.mail && (
          <p className="mt-10 text-lg">
            <a href={`mailto:${page.mail}`} className="font-semibold text-accent underline underline-offset-4">
              {page.mail}
            </a>
          </p>
        )}
      </div>
    </article>
  )
}
