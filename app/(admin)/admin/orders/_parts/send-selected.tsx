'use client'

import { type ReactNode, useEffect, useEffectEvent, useState } from 'react'
import { useShop } from '@/app/_client/shop-context'
import { Button } from '@/app/_ui/button'
import { Dialog } from '@/app/_ui/dialog'
import { LoaderCircleIcon } from '@/app/_ui/icons'
import { Notice } from '@/app/_ui/notice'
import { BulkForm, type Selection } from '@/app/(admin)/_parts/bulk-form'
import { useAsk } from '@/app/(admin)/_parts/use-ask'
import { formatMoney } from '@/lib/core/format-money'
import type { OrdersSent } from '@/lib/orders/staff-schemas'

type Props = { children: ReactNode; total: number; isTotalExact: boolean; query: string }

/** Around the list: mark many orders as sent. */
export function SendSelected(props: Props) {
  return <BulkForm {...props} noun={['order', 'orders']} actions={[]} further={(selection) => <Send selection={selection} />} />
}

const inWords = (count: number) => `${count.toLocaleString('en-US')} ${count === 1 ? 'order' : 'orders'}`

function Send({ selection }: { selection: Selection }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button size="sm" look="quiet" onClick={() => setOpen(true)}>
        Mark as sent
      </Button>
      {isOpen && <Opened selection={selection} onClose={() => setOpen(false)} />}
    </>
  )
}

/** Shows first which of them go: only what is paid does, and it cannot be taken back. */
function Opened({ selection, onClose }: { selection: Selection; onClose: () => void }) {
  const [found, setFound] = useState<OrdersSent | null>(null)
  const { ask, isPending, problem } = useAsk<OrdersSent>('/api/v1/admin/orders/fulfilments')
  const look = useEffectEvent(async () => setFound(await ask({ ...meantBy(selection), dry_run: true })))
  useEffect(() => {
    void look()
  }, [])

  async function send() {
    const sent = await ask(meantBy(selection))
    if (!sent) return
    onClose()
    if (sent.task) selection.follow(sent.task)
    else selection.tell(sent, `${inWords(sent.done)} marked as sent.`)
  }

  const maySend = found !== null && found.waiting > 0 && !isPending
  return (
    <Dialog title="Mark as sent" onClose={onClose}>
      <div className="grid gap-4">
        <p role="status">{found ? whatHappens(found.waiting, selection.words) : !problem && 'Looking which of them can go …'}</p>
        {found && found.waiting > 0 && <Sample {...found} />}
        {problem && (
          <Notice tone="danger" role="alert">
            <p>{problem}</p>
          </Notice>
        )}
        <div className="flex flex-wrap justify-end gap-2">
          <Button look="quiet" data-takes-focus onClick={onClose}>
            Cancel
          </Button>
          <Button aria-disabled={!maySend} onClick={() => maySend && send()}>
            {isPending && found && <LoaderCircleIcon className="animate-spin" />}
            {found && found.waiting > 1 ? `Mark ${inWords(found.waiting)} as sent` : 'Mark as sent'}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}

function meantBy({ meant }: Selection) {
  const chosen = meant()
  return 'ids' in chosen ? { numbers: chosen.ids } : chosen
}

function whatHappens(waiting: number, words: string): string {
  if (waiting === 0) return `Of ${words} none can be sent: only what is paid, not yet sent and not given back goes.`
  const told = waiting === 1 ? 'with all that is left of it, and the customer is told' : 'with all that is left of them, and the customers are told'
  return `${words} selected. ${waiting === 1 ? '1 of them is to send and is' : `${waiting.toLocaleString('en-US')} of them are to send and are`} marked as sent, ${told}. This cannot be taken back.`
}

function Sample({ sample, waiting }: OrdersSent) {
  const { locale } = useShop()
  return (
    <div className="rounded-md border border-line text-sm">
      <ul>
        {sample.map(({ number, name, total, total_items }) => (
          <li key={number} className="flex items-baseline gap-3 border-line border-b px-3 py-2 last:border-b-0">
            <span className="tabular whitespace-nowrap font-medium">{number}</span>
            <span className="min-w-0 grow truncate text-muted">{name}</span>
            <span className="whitespace-nowrap text-muted">
              {total_items} {total_items === 1 ? 'item' : 'items'}
            </span>
            <span className="tabular whitespace-nowrap">{formatMoney(total, locale)}</span>
          </li>
        ))}
      </ul>
      {waiting > sample.length && (
        <p className="border-line border-t px-3 py-2 text-muted">And {(waiting - sample.length).toLocaleString('en-US')} more.</p>
      )}
    </div>
  )
}
