import type { Metadata } from 'next'
import { MessageSquareIcon } from '@/app/_ui/icons'
import { asStaff } from '@/app/(admin)/_parts/as-staff'
import { FilterSelect } from '@/app/(admin)/_parts/filters'
import { List } from '@/app/(admin)/_parts/list'
import { Page, PageHead } from '@/app/(admin)/_parts/page-head'
import { type PageQuery, queryOf, withQuery } from '@/app/(admin)/_parts/query'
import { RowKeys } from '@/app/(admin)/_parts/row-keys'
import { SelectAll } from '@/app/(admin)/_parts/select-all'
import { can } from '@/lib/platform/auth/can'
import { listModeration } from '@/lib/reviews/list-moderation'
import { ListModeration, type ReviewStatus } from '@/lib/reviews/schemas'
import { ModerateSelected } from './moderate-selected'
import { ReviewRow } from './review-row'

export const instant = false

export const metadata: Metadata = { title: 'Reviews' }

const path = '/admin/reviews'
const AT_ONCE = 100

/** What people wrote about products: what waits first, and what was decided. */
export default async function ReviewsPage({ searchParams }: { searchParams: PageQuery }) {
  const { query, page, seesCustomers } = await asStaff(path, async (ctx) => {
    const asked = await queryOf(ListModeration, searchParams)
    return { query: asked, page: await listModeration(ctx, asked), seesCustomers: can(ctx.actor, 'customers.read') }
  })
  const { status, stars, buyer, product } = query
  const isNarrowed = Boolean(stars || buyer || product)
  const all = page.total_is_exact && page.total <= AT_ONCE ? page.total : null
  const offers = { approve: status !== 'shown', reject: status !== 'rejected' }
  return (
    <Page>
      <PageHead title="Reviews">What waits is seen by nobody but its author until you decide.</PageHead>
      <List
        path={path}
        query={query}
        page={page}
        noun={['review', 'reviews']}
        whole="Waiting"
        isFiltered={isNarrowed || status !== 'waiting'}
        filters={
          <>
            <FilterSelect
              name="status"
              label="Status"
              any="Waiting for you"
              value={status === 'waiting' ? undefined : status}
              choices={[
                ['shown', 'In the shop'],
                ['rejected', 'Rejected'],
              ]}
            />
            <FilterSelect
              name="stars"
              label="Stars"
              any="Any rating"
              value={stars?.toString()}
              choices={[5, 4, 3, 2, 1].map((count) => [String(count), `${count} ${count === 1 ? 'star' : 'stars'}`] as const)}
            />
            <FilterSelect
              name="buyer"
              label="Who wrote it"
              any="Written by anybody"
              value={buyer}
              choices={[
                ['yes', 'Bought it'],
                ['no', 'Did not buy it here'],
              ]}
            />
            {product && <input type="hidden" name="product" value={product} />}
          </>
        }
        nothing={{
          icon: <MessageSquareIcon />,
          none: nothing[status],
          filtered: isNarrowed ? ['No review matches', 'Take a filter away to see more.'] : nothing[status],
        }}
      >
        <ModerateSelected total={all} query={withQuery('', query, { page_size: null }).slice(1)} offers={offers}>
          <p className="flex items-center gap-3 border-line border-b px-3 py-2 text-muted text-sm sm:px-4">
            <SelectAll label="Select every review of this page" />
            Every review of this page
          </p>
          <RowKeys>
            <ul aria-label="Reviews">
              {page.data.map((review) => (
                <ReviewRow key={review.id} review={review} seesCustomers={seesCustomers} />
              ))}
            </ul>
          </RowKeys>
        </ModerateSelected>
      </List>
    </Page>
  )
}

const nothing: Record<ReviewStatus, readonly [title: string, text: string]> = {
  waiting: ['Nothing waits for you', 'When somebody writes a review you read it here and decide whether the shop shows it.'],
  shown: ['No review is in the shop yet', 'What you approve stands on the product’s page and counts in its rating.'],
  rejected: ['Nothing was rejected', 'What you reject stays with its author, who can write it anew.'],
}
