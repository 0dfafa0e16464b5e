import type { Metadata } from 'next'
import { button } from '@/app/_ui/button'
import { PackageIcon, PlusIcon } from '@/app/_ui/icons'
import { Picture } from '@/app/_ui/picture'
import { asStaff } from '@/app/(admin)/_parts/as-staff'
import { type Column, DataTable } from '@/app/(admin)/_parts/data-table'
import { FilterSearch, FilterSelect } from '@/app/(admin)/_parts/filters'
import { List, type Nothing } from '@/app/(admin)/_parts/list'
import { Page, PageHead } from '@/app/(admin)/_parts/page-head'
import { type PageQuery, queryOf, withQuery } from '@/app/(admin)/_parts/query'
import { RunningTask } from '@/app/(admin)/_parts/running-task'
import { When } from '@/app/(admin)/_parts/when'
import { getAllCategories, getSettings } from '@/lib/catalog/cached'
import { listAllProducts } from '@/lib/catalog/list-all-products'
import { ListAllProducts, type StaffProductSummary } from '@/lib/catalog/staff-schemas'
import { can } from '@/lib/platform/auth/can'
import { ChangeSelected } from './_parts/change-selected'
import { indented } from './_parts/indented'
import { PriceRange, StatusBadge, Stock, statusWords } from './_parts/product-words'

export const instant = false

export const metadata: Metadata = { title: 'Products' }

const path = '/admin/products'

export default async function ProductsPage({ searchParams }: { searchParams: PageQuery }) {
  const [{ locale, currency }, places] = await Promise.all([getSettings(), getAllCategories()])
  const categories = indented(places)
  const { query, page, mayWrite, mayMoveStock } = await asStaff(path, async (ctx) => {
    const asked = await queryOf(ListAllProducts, searchParams)
    return {
      query: asked,
      page: await listAllProducts(ctx, asked),
      mayWrite: can(ctx.actor, 'catalog.write'),
      mayMoveStock: can(ctx.actor, 'inventory.write'),
    }
  })
  const add = (
    <a href={`${path}/new`} className={button({ size: 'sm' })}>
      <PlusIcon width="18" height="18" />
      Add a product
    </a>
  )
  const table = (
    <DataTable
      label="Products"
      columns={columnsFor(locale)}
      rows={page.data}
      idOf={({ id }) => id}
      hrefOf={({ id }) => `${path}/${id}`}
      nameOf={mayWrite ? ({ name }) => name : undefined}
      path={path}
      query={query}
    />
  )
  return (
    <Page>
      <PageHead title="Products" actions={mayWrite && add} />
      <RunningTask label="Products are being changed" unit="products" done="changed" />
      <List
        path={path}
        query={query}
        page={page}
        columns={columnsFor(locale)}
        noun={['product', 'products']}
        sort={query.sort === 'newest' ? undefined : query.sort}
        csv="/api/v1/admin/products/export"
        steps={query.sort === 'newest' ? undefined : ['Previous', 'Next']}
        isFiltered={[query.q, query.status, query.category, query.stock].some((value) => value !== undefined)}
        filters={
          <>
            <FilterSearch label="Name or SKU" value={query.q} />
            <FilterSelect name="status" label="Status" any="Any status" value={query.status} choices={Object.entries(statusWords)} />
            <FilterSelect name="category" label="Category" any="Any category" value={query.category} choices={categories} />
            <FilterSelect
              name="stock"
              label="Stock"
              any="Any stock"
              value={query.stock}
              choices={[
                ['out', 'Sold out'],
                ['low', 'Low or sold out'],
                ['in', 'Enough in stock'],
              ]}
            />
          </>
        }
        nothing={{ ...nothing, action: mayWrite && add }}
      >
        {mayWrite ? (
          <ChangeSelected
            total={page.total}
            query={withQuery('', query, { page_size: null, sort: null }).slice(1)}
            isTotalExact={page.total_is_exact}
            categories={categories}
            currency={currency}
            mayMoveStock={mayMoveStock}
          >
            {table}
          </ChangeSelected>
        ) : (
          table
        )}
      </List>
    </Page>
  )
}

const nothing: Nothing = {
  icon: <PackageIcon />,
  none: ['The first product will stand here', 'Give it a name, a price and a category. It stays a draft until you put it up for sale.'],
  filtered: ['No product matches', 'Take a filter away, or look for a part of the name or of an SKU.'],
}

const columnsFor = (locale: string): Column<StaffProductSummary>[] => [
  {
    name: 'Product',
    sort: 'name',
    cell: ({ picture, name, sku, variants }) => (
      <span className="grid min-w-44 grid-cols-[2.75rem_minmax(0,1fr)] items-center gap-3">
        <span className="tile block aspect-square" style={{ borderRadius: 'var(--radius-md)' }}>
          {picture && <Picture picture={picture} sizes="44px" alt="" />}
        </span>
        <span className="min-w-0 max-w-80">
          <span className="line-clamp-2 sm:line-clamp-1">{name}</span>
          <span className="block truncate font-normal text-muted">
            {sku}
            {variants > 1 && ` · ${variants} variants`}
          </span>
        </span>
      </span>
    ),
  },
  { name: 'Status', cell: (product) => <StatusBadge {...product} /> },
  { name: 'Stock', sort: 'stock', align: 'end', cell: (product) => <Stock {...product} /> },
  { name: 'Price', sort: 'price', align: 'end', cell: (product) => <PriceRange {...product} locale={locale} /> },
  { name: 'Category', from: 'lg', cell: ({ category }) => category.name },
  {
    name: 'Changed',
    from: 'lg',
    cell: ({ updated_at }) => (
      <span className="whitespace-nowrap text-muted">
        <When at={updated_at} style="day" />
      </span>
    ),
  },
]
