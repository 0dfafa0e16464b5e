'use client'

import { useQuery } from '@tanstack/react-query'
import { Command } from 'cmdk'
import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useDeferredValue, useState } from 'react'
import { sendJson } from '@/app/_client/cart-api'
import { Dialog } from '@/app/_ui/dialog'
import { ExternalLinkIcon, SearchIcon } from '@/app/_ui/icons'
import type { FoundRecords } from '@/lib/records/schemas'
import { AreaIconOf } from './area-icon'
import type { Area, AreaIcon } from './areas'

type Props = { areas: Area[]; onClose: () => void; onShortcuts: () => void }

const groups: { kind: FoundRecords['data'][number]['kind']; name: string; icon: AreaIcon }[] = [
  { kind: 'order', name: 'Orders', icon: 'orders' },
  { kind: 'product', name: 'Products', icon: 'products' },
  { kind: 'customer', name: 'Customers', icon: 'customers' },
]

/** Everything by name: pages and actions at once, records as they are found. The arrow keys move, Enter goes there. */
export function Palette({ areas, onClose, onShortcuts }: Props) {
  const [text, setText] = useState('')
  const router = useRouter()
  const records = useRecords(text)

  function go(href: string) {
    onClose()
    if (href.startsWith('/admin')) router.push(href as Route)
    else window.location.assign(href)
  }

  return (
    <Dialog title="Search or jump to" onClose={onClose} look="palette">
      <Command label="Search or jump to" loop>
        <div className="flex items-center gap-3 border-line border-b px-4">
          <SearchIcon className="shrink-0 text-muted" />
          <Command.Input
            value={text}
            onValueChange={setText}
            data-takes-focus
            placeholder="A page, an order's number, a product, an e-mail…"
            className="h-14 w-full bg-transparent text-base outline-none placeholder:text-muted"
          />
          <kbd className="key max-sm:hidden">Esc</kbd>
        </div>
        <Command.List>
          <Command.Empty>{records.isSearching ? 'Searching…' : 'Nothing has this name.'}</Command.Empty>
          <Command.Group heading="Pages">
            {areas.map((area) => (
              <Command.Item key={area.href} value={`page ${area.name}`} onSelect={() => go(area.href)}>
                <AreaIconOf icon={area.icon} />
                {area.name}
                <span className="ml-auto flex gap-1" aria-hidden>
                  <kbd className="key">g</kbd>
                  <kbd className="key">{area.key}</kbd>
                </span>
              </Command.Item>
            ))}
          </Command.Group>
          {groups.map(({ kind, name, icon }) => {
            const found = records.data.filter((record) => record.kind === kind)
            return (
              found.length > 0 && (
                // The shop has found them; the palette must not filter again by its own idea of a match.
                <Command.Group key={kind} heading={name} forceMount>
                  {found.map((record) => (
                    <Command.Item key={record.href} value={record.href} forceMount onSelect={() => go(record.href)}>
                      <AreaIconOf icon={icon} />
                      <span className="min-w-0">
                        <span className="block truncate font-medium">{record.title}</span>
                        <span className="block truncate text-muted text-sm">{record.detail}</span>
                      </span>
                    </Command.Item>
                  ))}
                </Command.Group>
              )
            )
          })}
          <Command.Group heading="Actions">
            <Command.Item value="action view the shop storefront" onSelect={() => go('/')}>
              <ExternalLinkIcon className="shrink-0" />
              View the shop
            </Command.Item>
            <Command.Item value="action keyboard shortcuts help" onSelect={onShortcuts}>
              <kbd className="key">?</kbd>
              Keyboard shortcuts
            </Command.Item>
          </Command.Group>
        </Command.List>
      </Command>
    </Dialog>
  )
}

function useRecords(text: string): { data: FoundRecords['data']; isSearching: boolean } {
  const q = useDeferredValue(text.trim())
  const { data, isFetching } = useQuery({
    queryKey: ['records', q],
    queryFn: () => sendJson<FoundRecords>('GET', `/api/v1/admin/search?q=${encodeURIComponent(q)}`),
    enabled: q.length >= 2,
    staleTime: 10_000,
  })
  return { data: data?.data ?? [], isSearching: isFetching }
}
