import type { Metadata } from 'next'
import { MailIcon } from '@/app/_ui/icons'
import { asStaff } from '@/app/(admin)/_parts/as-staff'
import { type Column, DataTable } from '@/app/(admin)/_parts/data-table'
import { FilterSearch, FilterSelect } from '@/app/(admin)/_parts/filters'
import { List } from '@/app/(admin)/_parts/list'
import { Page, PageHead } from '@/app/(admin)/_parts/page-head'
import { type PageQuery, queryOf } from '@/app/(admin)/_parts/query'
import { When } from '@/app/(admin)/_parts/when'
import { listMails } from '@/lib/operations/list-mails'
import { ListMails, type Mail } from '@/lib/operations/schemas'
import { Tabs } from '../tabs'
import { MailBadge, mailWords } from './mail-words'

export const instant = false

export const metadata: Metadata = { title: 'Mails' }

const path = '/admin/operations/mails'

/** What the shop writes to people, and what did not reach them. */
export default async function MailsPage({ searchParams }: { searchParams: PageQuery }) {
  const { query, page } = await asStaff(path, async (ctx) => {
    const asked = await queryOf(ListMails, searchParams)
    return { query: asked, page: await listMails(ctx, asked) }
  })
  return (
    <Page>
      <PageHead title="Mails">What the shop writes to people. What a mail server refuses for a moment is tried again for ten hours.</PageHead>
      <Tabs current={path} />
      <List
        path={path}
        query={query}
        page={page}
        columns={columns}
        noun={['mail', 'mails']}
        isFiltered={Boolean(query.status || query.to)}
        filters={
          <>
            <FilterSearch name="to" label="To this address, typed whole" value={query.to} />
            <FilterSelect
              name="status"
              label="Status"
              any="Any status"
              value={query.status}
              choices={[['trouble', `Did not go (${page.trouble})`], ...Object.entries(mailWords)]}
            />
          </>
        }
        nothing={{
          icon: <MailIcon />,
          none: ['No mail yet', 'As soon as the shop writes to somebody it stands here.'],
          filtered: [
            query.status === 'trouble' ? 'Every mail went' : 'No mail matches',
            'Take a filter away to see more. An address has to be typed whole.',
          ],
        }}
      >
        <DataTable label="Mails" columns={columns} rows={page.data} idOf={({ id }) => id} hrefOf={({ id }) => `${path}/${id}`} />
      </List>
    </Page>
  )
}

const columns: Column<Mail>[] = [
  {
    name: 'Mail',
    cell: ({ subject, to }) => (
      <span className="block min-w-0 max-w-96 max-sm:max-w-48">
        <span className="line-clamp-2 sm:line-clamp-1">{subject}</span>
        <span className="block truncate font-normal text-muted">{to}</span>
      </span>
    ),
  },
  { name: 'Status', cell: ({ status }) => <MailBadge status={status} /> },
  {
    name: 'Written',
    from: 'sm',
    cell: ({ created_at }) => (
      <span className="whitespace-nowrap text-muted">
        <When at={created_at} />
      </span>
    ),
  },
  { name: 'What was said', from: 'lg', cell: ({ error }) => <span className="block max-w-80 truncate text-muted">{error ?? ''}</span> },
]
