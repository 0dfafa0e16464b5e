import type { Metadata } from 'next'
import { LockIcon } from '@/app/_ui/icons'
import { ActionButton } from '@/app/(admin)/_parts/action-button'
import { asStaff } from '@/app/(admin)/_parts/as-staff'
import { type Column, DataTable } from '@/app/(admin)/_parts/data-table'
import { Empty } from '@/app/(admin)/_parts/empty'
import { ListFoot } from '@/app/(admin)/_parts/list-foot'
import { Page, PageHead } from '@/app/(admin)/_parts/page-head'
import { type PageQuery, queryOf } from '@/app/(admin)/_parts/query'
import { When } from '@/app/(admin)/_parts/when'
import { listBlockedAddresses } from '@/lib/blocked-addresses/list-blocked-addresses'
import { type BlockedAddressView, ListBlockedAddresses } from '@/lib/blocked-addresses/schemas'
import { unblockAddressAction } from '../actions'
import { BlockDialog } from './block-dialog'

export const instant = false

export const metadata: Metadata = { title: 'Blocked addresses' }

const path = '/admin/settings/addresses'

const columns: Column<BlockedAddressView>[] = [
  { name: 'Address', cell: ({ address }) => <code className="break-all">{address}</code> },
  { name: 'Why', cell: reasonOf },
  { name: 'Since', from: 'lg', cell: ({ blocked_at }) => <When at={blocked_at} /> },
  { name: 'Until', from: 'sm', cell: ({ blocked_until }) => <When at={blocked_until} /> },
  {
    name: 'Let in again',
    isNameHidden: true,
    align: 'end',
    cell: ({ address }) => (
      <ActionButton action={unblockAddressAction} fields={{ address }} said={`${address} is let in again.`}>
        Unblock
      </ActionButton>
    ),
  },
]

function reasonOf({ reason, violations, policy, note }: BlockedAddressView): string {
  if (reason === 'by_hand') return note || 'Blocked by hand'
  return `Went past limits ${violations ?? 'many'} times${policy ? `, last “${policy}”` : ''}`
}

/** Addresses that get no answers, why and until when. For admins alone. */
export default async function AddressesPage({ searchParams }: { searchParams: PageQuery }) {
  const { query, page } = await asStaff(path, async (ctx) => {
    const asked = await queryOf(ListBlockedAddresses, searchParams)
    return { query: asked, page: await listBlockedAddresses(ctx, asked) }
  })
  return (
    <Page narrow>
      <PageHead title="Blocked addresses" crumbs={[['Settings', '/admin/settings']]} actions={<BlockDialog />}>
        Who asks from there gets no answer until the block is over. Who goes past the limits again and again is blocked by itself.
      </PageHead>
      <div className="rounded-lg bg-surface shadow-sm">
        {page.data.length === 0 ? (
          <Empty icon={<LockIcon />} title="Nobody is blocked">
            When an address copies your pictures or tries cards, block it here.
          </Empty>
        ) : (
          <DataTable label="Blocked addresses" columns={columns} rows={page.data} idOf={({ address }) => address} />
        )}
        <ListFoot path={path} query={query} page={{ ...page, prev_cursor: null }} shown={page.data.length} noun={['address', 'addresses']} />
      </div>
    </Page>
  )
}
