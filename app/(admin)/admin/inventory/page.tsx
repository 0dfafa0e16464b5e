import type { Metadata } from 'next'
import { WarehouseIcon } from '@/app/_ui/icons'
import { asStaff } from '@/app/(admin)/_parts/as-staff'
import { type Column, DataTable } from '@/app/(admin)/_parts/data-table'
import { FilterSearch, FilterSelect } from '@/app/(admin)/_parts/filters'
import { List, type Nothing } from '@/app/(admin)/_parts/list'
import { Page, PageHead } from '@/app/(admin)/_parts/page-head'
import { type PageQuery, queryOf } from '@/app/(admin)/_parts/query'
import { listInventory } from '@/lib/inventory/list-inventory'
import { ListInventory, type StockLevel } from '@/lib/inventory/schemas'
import { AdjustDialog } from './_parts/adjust-dialog'
import { LevelBadge } from './_parts/level-badge'
import { ThresholdField } from './_parts/threshold-field'

export const instant = false

export const metadata: Metadata = { title: 'Inventory' }

const path = '/admin/inventory'

/** What is on the shelf of each variant, and from when on it is low. */
export default async function InventoryPage({ searchParams }: { searchParams: PageQuery }) {
  const { query, page } = await asStaff(path, async (ctx) => {
    const asked = await queryOf(ListInventory, searchParams)
    return { query: asked, page: await listInventory(ctx, asked) }
  })
  return (
    <Page>
      <PageHead title="Inventory">
        What is on hand, what of it is reserved for orders, and what can be sold. A product is low when all its variants together are down to its
        threshold; the team is told once.
      </PageHead>
      <List
        path={path}
        query={query}
        page={page}
        columns={columns}
        noun={['variant', 'variants']}
        steps={['Back', 'Next']}
        csv="/api/v1/admin/inventory/export"
        isFiltered={Boolean(query.q || query.level)}
        filters={
          <>
            <FilterSearch label="Name or SKU" value={query.q} />
            <FilterSelect
              name="level"
              label="Level"
              any="All levels"
              value={query.level}
              choices={[
                ['low', 'Low, fewest first'],
                ['out', 'Sold out'],
              ]}
            />
          </>
        }
        nothing={nothingFor(query)}
      >
        <DataTable
          label="Stock levels"
          columns={columns}
          rows={page.data}
          idOf={({ variant_id }) => variant_id}
          hrefOf={({ variant_id }) => `${path}/${variant_id}`}
        />
      </List>
    </Page>
  )
}

const nothingFor = ({ q, level }: Pick<ListInventory, 'q' | 'level'>): Nothing => ({
  icon: <WarehouseIcon />,
  none: [
    'No stock to count yet',
    'Each product whose stock is tracked stands here, one line for each variant. Add a product first, then say here how many came.',
  ],
  filtered: q
    ? ['Nothing matches', 'Look for a part of the product’s name or of the SKU, or take the filter away.']
    : [
        level === 'low' ? 'Nothing is low' : 'Nothing is sold out',
        'There is enough of everything. As soon as that changes it stands here, and the team is told.',
      ],
})

const columns: Column<StockLevel>[] = [
  {
    name: 'Product',
    cell: ({ product_name, title }) => (
      <span className="block min-w-0 max-w-80">
        <span className="line-clamp-2 sm:line-clamp-1">{product_name}</span>
        {title && <span className="block truncate font-normal text-muted">{title}</span>}
      </span>
    ),
  },
  { name: 'SKU', from: 'lg', cell: ({ sku }) => <span className="whitespace-nowrap text-muted">{sku}</span> },
  { name: 'Level', from: 'sm', cell: (level) => <LevelBadge level={level} /> },
  { name: 'On hand', align: 'end', from: 'sm', cell: ({ on_hand }) => on_hand.toLocaleString('en-US') },
  { name: 'Reserved', align: 'end', from: 'lg', cell: ({ reserved }) => reserved.toLocaleString('en-US') },
  {
    name: 'Available',
    align: 'end',
    cell: ({ available, product_available, variants }) => (
      <span>
        <span className="font-semibold">{available.toLocaleString('en-US')}</span>
        {variants > 1 && <span className="block whitespace-nowrap text-muted">of {product_available.toLocaleString('en-US')}</span>}
      </span>
    ),
  },
  {
    name: 'Low from',
    align: 'end',
    from: 'sm',
    cell: ({ product_id, product_name, low_stock_threshold }) => (
      <ThresholdField productId={product_id} product={product_name} threshold={low_stock_threshold} />
    ),
  },
  { name: 'Change', isNameHidden: true, align: 'end', cell: (level) => <AdjustDialog level={level} /> },
]
