import type { Metadata } from 'next'
import { HistoryIcon } from '@/app/_ui/icons'
import { asStaff } from '@/app/(admin)/_parts/as-staff'
import { FilterRange, FilterSelect } from '@/app/(admin)/_parts/filters'
import { List } from '@/app/(admin)/_parts/list'
import { Page, PageHead } from '@/app/(admin)/_parts/page-head'
import { type PageQuery, queryOf } from '@/app/(admin)/_parts/query'
import { listColleagues } from '@/lib/audit/list-colleagues'
import { ListAudit } from '@/lib/audit/schemas'
import { listChanges } from '@/lib/undo/list-changes'
import { Entry } from './entry'

export const instant = false

export const metadata: Metadata = { title: 'Activity log' }

const path = '/admin/log'

/** The nouns of actions: with the dot at its end, every action of it. */
const nouns = [
  ['order.', 'Orders'],
  ['product.', 'Products, one by one'],
  ['products.', 'Products, many at once'],
  ['category.', 'Categories'],
  ['stock.', 'Stock'],
  ['customer.', 'Customers'],
  ['review.', 'Reviews'],
  ['tax_rate.', 'Tax rates'],
  ['usual_tax.', 'The usual tax'],
  ['shipping_zone.', 'Shipping zones'],
  ['shipping_method.', 'Shipping methods'],
  ['payments.', 'Payment methods'],
  ['rate_limits.', 'Rate limits'],
  ['mail_sender.', 'The sender of mails'],
  ['shop.', 'The shop itself'],
  ['network_address.', 'Blocked addresses'],
  ['member.', 'Who works here'],
  ['role.', 'Roles'],
  ['job.', 'Jobs'],
  ['event.', 'Events'],
  ['mail.', 'Mails'],
  ['cache.', 'Caches'],
] as const

/** Who did what, with what it was before and after, and Undo where the thing has not moved on. */
export default async function LogPage({ searchParams }: { searchParams: PageQuery }) {
  const { query, page, team } = await asStaff(path, async (ctx) => {
    const asked = await queryOf(ListAudit, searchParams)
    const [page, team] = await Promise.all([listChanges(ctx, asked), listColleagues(ctx)])
    return { query: asked, page, team }
  })
  const isFiltered = Boolean(query.action || query.subject_type || query.subject_id || query.actor || query.from || query.to)
  return (
    <Page narrow>
      <PageHead title="Activity log">Everything that staff changed, the newest first. What has not moved on since can be taken back.</PageHead>
      <List
        path={path}
        query={query}
        page={page}
        noun={['entry', 'entries']}
        csv="/api/v1/admin/log/export"
        isFiltered={isFiltered}
        filters={
          <>
            <FilterSelect name="action" label="What" any="Everything" value={query.action} choices={nouns} />
            <FilterSelect name="actor" label="Who" any="Everybody" value={query.actor} choices={team.map(({ id, name }) => [id, name] as const)} />
            <FilterRange
              label="When"
              type="date"
              from={{ name: 'from', value: query.from, label: 'From' }}
              to={{ name: 'to', value: query.to, label: 'To' }}
            />
            {['subject_type', 'subject_id'].map((name) => {
              const value = query[name as 'subject_type']
              return value ? <input key={name} type="hidden" name={name} value={value} /> : null
            })}
          </>
        }
        nothing={{
          icon: <HistoryIcon />,
          none: ['Nothing has been done yet', 'As soon as somebody changes a product, sends an order or edits a setting, it stands here.'],
          filtered: ['Nothing was done then', 'Choose other days, or clear the filters.'],
        }}
      >
        <ul>
          {page.data.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </ul>
      </List>
    </Page>
  )
}
