'use client'

import { useQuery } from '@tanstack/react-query'
import { Command, defaultFilter } from 'cmdk'
import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useDeferredValue, useState } from 'react'
import { sendJson } from '@/app/_client/cart-api'
import { Dialog } from '@/app/_ui/dialog'
import { ExternalLinkIcon, SearchIcon } from '@/app/_ui/icons'
import type { FoundRecords } from '@/lib/records/schemas'
import { AreaIconOf } from './area-icon'
import type { Area, AreaIcon } from './areas'

const VIEW = 'View the shop'
const SHORTCUTS = 'Keyboard shortcuts'

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
  const fits = (name: string) => text.trim() === '' || defaultFilter(name, text.trim()) > 0
  // What is inside an area is in the way until somebody types.
  const inside = text.trim() === '' ? [] : areas.flatMap(({ icon, inside: pagesOf = [] }) => pagesOf.map((page) => ({ ...page, icon, key: null })))
  const pages = [...areas, ...inside].filter(({ name }) => fits(name))

  function go(href: string) {
    onClose()
    if (href.startsWith('/admin')) router.push(href as Route)
    else window.location.assign(href)
  }

  return (
    <Dialog title="Search or jump to" onClose={onClose} look="palette">
      {/* The shop finds the records; one who filters again by its own idea of a match would not choose what comes later. */}
      <Command label="Search or jump to" shouldFilter={false} loop>
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
          {pages.length > 0 && (
            <Command.Group heading="Pages">
              {pages.map(({ href, name, icon, key }) => (
                <Command.Item key={href} value={`page ${name}`} onSelect={() => go(href)}>
                  <AreaIconOf icon={icon} />
                  {name}
                  {key && (
                    <span className="ml-auto flex gap-1" aria-hidden>
                      <kbd className="key">g</kbd>
                      <kbd className="key">{key}</kbd>
                    </span>
                  )}
                </Command.Item>
              ))}
            </Command.Group>
          )}
          {groups.map(({ kind, name, icon }) => {
            const found = records.data.filter((record) => record.kind === kind)
            return (
              found.length > 0 && (
                <Command.Group key={kind} heading={name}>
                  {found.map((record) => (
                    <Command.Item key={record.href} value={record.href} onSelect={() => go(record.href)}>
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
          {(fits(VIEW) || fits(SHORTCUTS)) && (
            <Command.Group heading="Actions">
              {fits(VIEW) && (
                <Command.Item value={VIEW} onSelect={() => go('/')}>
                  <ExternalLinkIcon className="shrink-0" />
                  {VIEW}
                </Command.Item>
              )}
              {fits(SHORTCUTS) && (
                <Command.Item value={SHORTCUTS} onSelect={onShortcuts}>
                  <kbd className="key">?</kbd>
                  {SHORTCUTS}
                </Command.Item>
              )}
            </Command.Group>
          )}
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
