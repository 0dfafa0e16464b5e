import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { asStaff } from '@/app/(admin)/_parts/as-staff'
import { type Column, DataTable } from '@/app/(admin)/_parts/data-table'
import { ListFoot } from '@/app/(admin)/_parts/list-foot'
import { Page, PageHead, Panel } from '@/app/(admin)/_parts/page-head'
import { type PageQuery, queryOf } from '@/app/(admin)/_parts/query'
import { refOf } from '@/app/(admin)/_parts/ref-of'
import { When } from '@/app/(admin)/_parts/when'
import { VariantId } from '@/lib/core/ids'
import { listMovements } from '@/lib/inventory/list-movements'
import { ListMovements, type Movement } from '@/lib/inventory/schemas'
import { AdjustDialog } from '../_parts/adjust-dialog'
import { LevelBadge } from '../_parts/level-badge'
import { ThresholdField } from '../_parts/threshold-field'

export const instant = false

export const metadata: Metadata = { title: 'Movements' }

type Props = { params: Promise<{ id: string }>; searchParams: PageQuery }

/** The ledger of one variant: every movement, with what was there after it. */
export default async function MovementsPage({ params, searchParams }: Props) {
  const { id } = await params
  const path = `/admin/inventory/${encodeURIComponent(id)}`
  const { query, page } = await asStaff(path, async (ctx) => {
    const asked = await queryOf(ListMovements.omit({ id: true }), searchParams)
    return { query: asked, page: await listMovements(ctx, { ...asked, id: refOf(VariantId, id) }) }
  })
  const { level } = page
  return (
    <Page narrow>
      <PageHead
        title={level.title ? `${level.product_name}, ${level.title}` : level.product_name}
        crumbs={[['Inventory', '/admin/inventory']]}
        beside={<LevelBadge level={level} />}
        actions={<AdjustDialog level={level} look="primary" />}
      >
        {level.sku}
      </PageHead>
      <div className="grid gap-4">
        <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-lg bg-line shadow-sm sm:grid-cols-4">
          <Figure name="On hand">{level.on_hand.toLocaleString('en-US')}</Figure>
          <Figure name="Reserved">{level.reserved.toLocaleString('en-US')}</Figure>
          <Figure name="Available">
            {level.available.toLocaleString('en-US')}
            {level.variants > 1 && (
              <span className="font-normal text-base text-muted"> of {level.product_available.toLocaleString('en-US')} in all variants</span>
            )}
          </Figure>
          <Figure name={level.variants > 1 ? 'Low from, all variants' : 'Low from'}>
            <span className="-mt-0.5 flex justify-start">
              <ThresholdField productId={level.product_id} product={level.product_name} threshold={level.low_stock_threshold} />
            </span>
          </Figure>
        </dl>
        <Panel id="movements" title="Movements" flush>
          {page.data.length === 0 ? (
            <p className="px-4 pb-4 text-muted sm:px-5">Nothing has moved yet. Say how many came with Adjust.</p>
          ) : (
            <DataTable label="Movements" columns={columns} rows={page.data} idOf={(movement) => movement.id} />
          )}
          <ListFoot path={path} query={query} page={page} shown={page.data.length} noun={['movement', 'movements']} />
        </Panel>
      </div>
    </Page>
  )
}

function Figure({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="bg-surface px-4 py-3">
      <dt className="text-muted text-sm">{name}</dt>
      <dd className="tabular mt-0.5 font-semibold text-lg">{children}</dd>
    </div>
  )
}

const kinds: Record<Movement['kind'], string> = {
  received: 'Received',
  reserved: 'Reserved for an order',
  released: 'Reservation ended',
  sold: 'Sold',
  returned: 'Came back',
  adjusted: 'Corrected',
}

const actors = { staff: 'Somebody who left', customer: 'A customer', shop: 'The shop itself' }

const signed = (units: number) => (units === 0 ? '' : units > 0 ? `+${units.toLocaleString('en-US')}` : `−${Math.abs(units).toLocaleString('en-US')}`)

const columns: Column<Movement>[] = [
  {
    name: 'When',
    cell: ({ at }) => (
      <span className="whitespace-nowrap text-muted">
        <When at={at} />
      </span>
    ),
  },
  {
    name: 'What',
    cell: ({ kind, reason, order_number }) => (
      <span className="block min-w-32">
        <span className="block font-medium">{kinds[kind]}</span>
        {reason && <span className="block text-muted">{reason}</span>}
        {order_number && (
          <a href={`/admin/orders/${order_number}`} className="tabular text-accent underline-offset-4 hover:underline">
            {order_number}
          </a>
        )}
      </span>
    ),
  },
  { name: 'Who', from: 'sm', cell: ({ by }) => by.name ?? actors[by.kind] },
  { name: 'On hand', align: 'end', cell: ({ on_hand_delta }) => <span className="font-medium">{signed(on_hand_delta)}</span> },
  { name: 'Reserved', align: 'end', from: 'sm', cell: ({ reserved_delta }) => signed(reserved_delta) },
  {
    name: 'Then',
    align: 'end',
    cell: ({ on_hand, reserved }) => (
      <span className="whitespace-nowrap">
        <span className="font-semibold">{on_hand.toLocaleString('en-US')}</span>
        <span className="block text-muted">{reserved.toLocaleString('en-US')} reserved</span>
      </span>
    ),
  },
]
