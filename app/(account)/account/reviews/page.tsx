import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { Badge } from '@/app/_ui/badge'
import { button } from '@/app/_ui/button'
import { StarIcon } from '@/app/_ui/icons'
import { Notice } from '@/app/_ui/notice'
import { Stars } from '@/app/_ui/stars'
import { EmptyState } from '@/app/(account)/_parts/empty-state'
import { PageHead } from '@/app/(account)/_parts/page-head'
import { signedIn } from '@/app/(account)/_parts/signed-in'
import { Pager } from '@/app/(shop)/_parts/pager'
import { getSettings } from '@/lib/catalog/cached'
import type { Ctx } from '@/lib/core/context'
import { isDomainError } from '@/lib/core/errors'
import { listMyReviews } from '@/lib/reviews/list-my-reviews'
import { ListMyReviews, type MyReview, type MyReviews } from '@/lib/reviews/schemas'
import { DeleteReview } from './delete-review'
import { ProductHead } from './product-head'
import { reviewNews } from './review-news'

export const instant = false

export const metadata: Metadata = { title: 'Your reviews' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function MyReviewsPage({ searchParams }: Props) {
  const query = await searchParams
  const input = ListMyReviews.parse({ cursor: typeof query.cursor === 'string' ? query.cursor.slice(0, 500) : undefined })
  const [mine, { locale, timeZone }] = await Promise.all([signedIn('/account/reviews', (ctx) => readMine(ctx, input)), getSettings()])
  const news = reviewNews(query)
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone })
  return (
    <>
      <PageHead title="Your reviews">What you write helps the next person to choose. Your name appears as first name and initial.</PageHead>
      {news && (
        <Notice tone="success" role="status" className="mb-8">
          {news}
        </Notice>
      )}
      <div className="grid gap-10">
        {mine.to_review.length > 0 && query.cursor === undefined && <ToReview products={mine.to_review} date={date} />}
        {mine.data.length > 0 && (
          <section aria-labelledby="written">
            <h2 id="written" className="mb-4 text-lg">
              Written by you
            </h2>
            <ul className="grid gap-4">
              {mine.data.map((review) => (
                <li key={review.id} className="rounded-lg bg-surface p-6 shadow-sm">
                  <MyReviewCard review={review} date={date} />
                </li>
              ))}
            </ul>
            <Pager basePath={'/account/reviews' as Route} query="" next={mine.next_cursor} prev={mine.prev_cursor} />
          </section>
        )}
        {mine.data.length === 0 && mine.to_review.length === 0 && (
          <EmptyState
            icon={<StarIcon />}
            title="Nothing to review yet"
            action={
              <a href="/" className={button({})}>
                To the shop
              </a>
            }
          >
            What you buy appears here once it is on its way.
          </EmptyState>
        )}
      </div>
    </>
  )
}

/** A cursor that was cut off leads to the first page. */
async function readMine(ctx: Ctx, input: ListMyReviews): Promise<MyReviews> {
  try {
    return await listMyReviews(ctx, input)
  } catch (error) {
    if (isDomainError(error) && error.code === 'invalid_input') redirect('/account/reviews' as Route)
    throw error
  }
}

function ToReview({ products, date }: { products: MyReviews['to_review']; date: Intl.DateTimeFormat }) {
  return (
    <section aria-labelledby="to-review">
      <h2 id="to-review" className="mb-4 text-lg">
        What is it like?
      </h2>
      <ul className="grid gap-3">
        {products.map((product) => (
          <li key={product.id} className="flex flex-wrap items-center justify-between gap-4 rounded-lg bg-surface p-4 shadow-sm">
            <div>
              <ProductHead product={product} />
              <p className="mt-2 text-muted text-sm">Bought on {date.format(new Date(product.bought_at))}</p>
            </div>
            <Link
              href={`/account/reviews/new?product=${encodeURIComponent(product.slug)}` as Route}
              prefetch={false}
              className={button({ look: 'quiet', size: 'sm' })}
            >
              Write a review<span className="sr-only"> of {product.name}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

const standing: Record<MyReview['status'], { label: string; tone: 'accent' | 'neutral' | 'warning'; note: string | null }> = {
  shown: { label: 'Shown in the shop', tone: 'accent', note: null },
  waiting: { label: 'Waiting to be read', tone: 'warning', note: 'Our staff read it before it appears in the shop.' },
  rejected: { label: 'Not shown', tone: 'neutral', note: 'Our staff decided not to show it. When you change it, they read it again.' },
}

function MyReviewCard({ review, date }: { review: MyReview; date: Intl.DateTimeFormat }) {
  const { label, tone, note } = standing[review.status]
  return (
    <article className="grid gap-3">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <ProductHead product={review.product} />
        <Badge tone={tone} className={tone === 'neutral' ? 'bg-sunken' : undefined}>
          {label}
        </Badge>
      </div>
      {note && <p className="text-muted text-sm">{note}</p>}
      <div>
        <Stars average={review.rating} />
        <h3 className="mt-1 break-words text-lg">{review.title}</h3>
        <p className="measure mt-1 whitespace-pre-line break-words">{review.body}</p>
        <p className="mt-2 text-muted text-sm">
          {review.author}, <time dateTime={review.created_at}>{date.format(new Date(review.created_at))}</time>
        </p>
      </div>
      <div className="flex flex-wrap items-start gap-x-5 gap-y-2">
        <Link
          href={`/account/reviews/${review.id}` as Route}
          prefetch={false}
          className="block min-h-6 text-accent text-sm underline underline-offset-4"
        >
          Change<span className="sr-only"> your review of {review.product.name}</span>
        </Link>
        <DeleteReview id={review.id} productName={review.product.name} />
      </div>
    </article>
  )
}
