import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound, redirect } from 'next/navigation'
import { connection } from 'next/server'
import { AutoForm } from '@/app/_client/auto-form'
import { OnScreen } from '@/app/_client/on-screen'
import { button } from '@/app/_ui/button'
import { ChevronDownIcon } from '@/app/_ui/icons'
import { Picture } from '@/app/_ui/picture'
import { getProductPage, getSettings } from '@/lib/catalog/cached'
import { systemCtx } from '@/lib/core/context'
import { isDomainError } from '@/lib/core/errors'
import { listReviews } from '@/lib/reviews/list-reviews'
import { type ListReviews, type ReviewPage, type ReviewSort, reviewSorts } from '@/lib/reviews/schemas'
import { Breadcrumbs } from '../../../_parts/breadcrumbs'
import { leadOn, queryOf } from '../../../_parts/lead-on'
import { Pager } from '../../../_parts/pager'
import { RatingSummary } from '../../../_parts/rating-summary'
import { ReviewList } from '../../../_parts/review-list'
import { WriteReviewLink } from '../../../_parts/write-review-link'

/** Rendered per request and in one piece, so that it works without JavaScript. */
export const instant = false

type Query = Record<string, string | string[] | undefined>
type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Query> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params
  const product = await getProductPage(slug)
  if (!product) return { title: 'Not found' }
  return {
    title: `Reviews of ${product.name}`,
    description: `What people who bought the ${product.name} say about it.`,
    alternates: { canonical: `/p/${slug}` },
    robots: { index: false, follow: true },
  }
}

const sortNames: Record<ReviewSort, string> = { newest: 'Newest', highest: 'Best rated', lowest: 'Worst rated' }

export default async function ReviewsPage({ params, searchParams }: Props) {
  await connection()
  const [{ slug }, query, settings] = await Promise.all([params, searchParams, getSettings()])
  const product = await getProductPage(slug)
  if (!product) return await leadOn('p', slug, `/reviews${queryOf(query)}`)
  const basePath = `/p/${slug}/reviews` as Route
  const { sort, stars, cursor } = readQuery(query)
  const page = await readPage({ slug, sort, stars, cursor, page_size: 20 }, basePath)
  const { locale, timeZone } = settings
  return (
    <div className="page pt-4 pb-8 md:pt-6">
      <Breadcrumbs
        crumbs={[
          { href: '/', name: 'Home' },
          { href: `/p/${slug}` as Route, name: product.name },
        ]}
        current="Reviews"
      />
      <div className="mt-4 mb-8 flex items-center gap-4">
        {product.picture && <Picture picture={product.picture} sizes="72px" alt="" eager className="size-18 rounded-md bg-cover" />}
        <div>
          <h1 className="text-xl">What buyers say about {product.name}</h1>
          <Link href={`/p/${slug}` as Route} className="inline-block min-h-6 text-accent underline underline-offset-4">
            Back to the product
          </Link>
        </div>
      </div>
      {page.rating.count === 0 ? (
        <div className="grid gap-5">
          <p>Nobody has written about it yet.</p>
          <WriteReviewLink productId={product.id} slug={slug} />
        </div>
      ) : (
        <div className="grid gap-x-14 gap-y-8 lg:grid-cols-[18rem_minmax(0,1fr)]">
          <div className="grid content-start gap-6">
            <RatingSummary slug={slug} rating={page.rating} rating_histogram={page.rating_histogram} stars={stars} />
            <WriteReviewLink productId={product.id} slug={slug} />
          </div>
          <div>
            <div className="mb-6 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
              <p role="status" className="tabular text-muted">
                {countText(page, stars)}
                {stars && (
                  <>
                    {' '}
                    <Link href={basePath} prefetch={false} className="text-accent underline underline-offset-4">
                      Show all
                    </Link>
                  </>
                )}
              </p>
              <SortForm basePath={basePath} sort={sort} stars={stars} />
            </div>
            <ReviewList reviews={page.data} heading="h2" locale={locale} timeZone={timeZone} />
            <Pager basePath={basePath} query={writeQuery(sort, stars)} next={page.next_cursor} prev={page.prev_cursor} />
          </div>
        </div>
      )}
      <OnScreen isDetail products={[{ id: product.id, version: product.version }]} />
    </div>
  )
}

function SortForm({ basePath, sort, stars }: { basePath: Route; sort: ReviewSort; stars: number | undefined }) {
  return (
    <AutoForm action={basePath} className="flex items-center gap-2" label="Order">
      {stars && <input type="hidden" name="stars" value={stars} />}
      <span className="relative">
        <select
          name="sort"
          aria-label="Order of the reviews"
          defaultValue={sort}
          key={sort}
          className="h-10 appearance-none rounded-full border border-edge bg-paper pr-10 pl-4 font-semibold text-sm hover:border-ink"
        >
          {reviewSorts.map((value) => (
            <option key={value} value={value}>
              {sortNames[value]}
            </option>
          ))}
        </select>
        <ChevronDownIcon width="18" height="18" className="pointer-events-none absolute top-2.5 right-3.5" />
      </span>
      <button type="submit" className={button({ look: 'quiet', size: 'sm', className: 'without-js' })}>
        Go
      </button>
    </AutoForm>
  )
}

/** A cursor that was cut off or belongs to another order leads to the first page. */
async function readPage(input: ListReviews, basePath: Route): Promise<ReviewPage> {
  try {
    return await listReviews(systemCtx('reviews-page'), input)
  } catch (error) {
    if (isDomainError(error) && error.code === 'invalid_input') redirect(basePath)
    // Withdrawn since the product was read a moment ago.
    if (isDomainError(error) && error.code === 'not_found') notFound()
    throw error
  }
}

/** What makes no sense in the address is left out: a list is better than an error. */
function readQuery(query: Query): { sort: ReviewSort; stars: number | undefined; cursor: string | undefined } {
  const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)
  const stars = /^[1-5]$/.test(one(query.stars) ?? '') ? Number(one(query.stars)) : undefined
  return { sort: reviewSorts.find((sort) => sort === one(query.sort)) ?? 'newest', stars, cursor: one(query.cursor)?.slice(0, 500) || undefined }
}

function writeQuery(sort: ReviewSort, stars: number | undefined): string {
  return new URLSearchParams({ ...(stars ? { stars: String(stars) } : {}), ...(sort === 'newest' ? {} : { sort }) }).toString()
}

function countText({ rating, rating_histogram }: ReviewPage, stars: number | undefined): string {
  const count = stars ? (rating_histogram[stars - 1] ?? 0) : rating.count
  const kind = stars ? ` with ${stars} ${stars === 1 ? 'star' : 'stars'}` : ''
  return `${count} ${count === 1 ? 'review' : 'reviews'}${kind}`
}
