import type { Metadata } from 'next'
import { UsersIcon } from '@/app/_ui/icons'
import { asStaff } from '@/app/(admin)/_parts/as-staff'
import { type Column, DataTable } from '@/app/(admin)/_parts/data-table'
import { FilterRange, FilterSearch, FilterSelect } from '@/app/(admin)/_parts/filters'
import { List, type Nothing } from '@/app/(admin)/_parts/list'
import { Page, PageHead } from '@/app/(admin)/_parts/page-head'
import { type PageQuery, queryOf } from '@/app/(admin)/_parts/query'
import { When } from '@/app/(admin)/_parts/when'
import { getSettings } from '@/lib/catalog/cached'
import { formatMoney } from '@/lib/core/format-money'
import { searchCustomers } from '@/lib/customers/search-customers'
import { type CustomerSummary, SearchCustomers } from '@/lib/customers/staff-schemas'
import { CustomerBadges } from './customer-badges'

export const instant = false

export const metadata: Metadata = { title: 'Customers' }

const path = '/admin/customers'

export default async function CustomersPage({ searchParams }: { searchParams: PageQuery }) {
  const { locale } = await getSettings()
  const { query, page } = await asStaff(path, async (ctx) => {
    const asked = await queryOf(SearchCustomers, searchParams)
    return { query: asked, page: await searchCustomers(ctx, asked) }
  })
  const { q, role, ordered, standing, from, to, sort } = query
  return (
    <Page>
      <PageHead title="Customers" />
      <List
        path={path}
        query={query}
        page={page}
        columns={columnsFor(locale)}
        noun={['customer', 'customers']}
        sort={sort}
        csv="/api/v1/admin/customers/export"
        isFiltered={Boolean(q || role || ordered || standing || from || to)}
        filters={
          <>
            <FilterSearch label="Name or e-mail" value={q} />
            <FilterSelect
              name="ordered"
              label="Orders"
              any="With or without orders"
              value={ordered}
              choices={[
                ['yes', 'Have ordered'],
                ['no', 'Never ordered'],
              ]}
            />
            <FilterSelect
              name="standing"
              label="Account"
              any="Open or closed"
              value={standing}
              choices={[
                ['open', 'Open'],
                ['banned', 'Closed'],
              ]}
            />
            <FilterSelect
              name="role"
              label="Role"
              any="Everybody"
              value={role}
              choices={[
                ['customer', 'Customers'],
                ['staff', 'Staff'],
                ['admin', 'Admins'],
              ]}
            />
            <FilterRange label="Joined" type="date" from={{ name: 'from', value: from, label: 'From' }} to={{ name: 'to', value: to, label: 'To' }} />
          </>
        }
        nothing={nothing}
      >
        <DataTable
          label="Customers"
          columns={columnsFor(locale)}
          rows={page.data}
          idOf={({ id }) => id}
          hrefOf={({ id }) => `${path}/${id}`}
          path={path}
          query={query}
        />
      </List>
    </Page>
  )
}

const nothing: Nothing = {
  icon: <UsersIcon />,
  none: ['The first customer will stand here', 'As soon as somebody opens an account you see it here, with what they ordered and what it was worth.'],
  filtered: [
    'Nobody matches',
    'Take a filter away, or look for a part of the name or the e-mail address. Guests have no account; their orders are under Orders.',
  ],
}

const columnsFor = (locale: string): Column<CustomerSummary>[] => [
  {
    name: 'Customer',
    cell: ({ name, email }) => (
      <span className="block min-w-0 max-w-72 max-sm:max-w-44">
        <span className="block truncate">{name}</span>
        <span className="block truncate font-normal text-muted">{email}</span>
      </span>
    ),
  },
  { name: 'Account', from: 'sm', cell: (customer) => <CustomerBadges {...customer} /> },
  {
    name: 'Joined',
    from: 'sm',
    sort: 'joined',
    cell: ({ created_at }) => (
      <span className="whitespace-nowrap text-muted">
        <When at={created_at} style="day" />
      </span>
    ),
  },
  {
    name: 'Last order',
    from: 'lg',
    cell: ({ last_order_at }) => (
      <span className="whitespace-nowrap text-muted">{last_order_at ? <When at={last_order_at} style="day" /> : 'None yet'}</span>
    ),
  },
  { name: 'Orders', align: 'end', from: 'sm', cell: ({ orders }) => orders.toLocaleString('en-US') },
  { name: 'Spent', align: 'end', sort: 'spent', cell: ({ spent }) => <span className="font-medium">{formatMoney(spent, locale)}</span> },
]
