'use client'

import { useRef, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { classes } from '@/app/_ui/classes'
import { inputClass } from '@/app/_ui/field'
import { PlusIcon, XIcon } from '@/app/_ui/icons'
import { Panel } from '@/app/(admin)/_parts/page-head'
import { markChanged } from './mark-changed'

type Fact = { key: number; name: string; value: string }

/** What people compare and filter by: material, size, weight. */
export function FactsPanel({ attributes, error }: { attributes: Record<string, string>; error?: string }) {
  const [facts, setFacts] = useState<Fact[]>(Object.entries(attributes).map(([name, value], key) => ({ key, name, value })))
  const frame = useRef<HTMLDivElement>(null)
  const sent = Object.fromEntries(facts.flatMap(({ name, value }) => (name.trim() && value.trim() ? [[name.trim(), value.trim()]] : [])))
  const set = (fact: Fact) => setFacts(facts.map((other) => (other.key === fact.key ? fact : other)))

  function replace(next: Fact[]) {
    setFacts(next)
    markChanged(frame.current)
  }

  const field = classes(inputClass, 'h-10 text-sm')
  return (
    <Panel id="facts-title" title="Facts">
      <input type="hidden" name="attributes" value={JSON.stringify(sent)} />
      <div ref={frame} id="attributes" className="grid gap-2">
        {facts.length === 0 && <p className="text-muted text-sm">Material, size, weight: shown on the product’s page, and people filter by them.</p>}
        {facts.map((fact) => (
          <div key={fact.key} className="grid grid-cols-[minmax(0,1fr)_minmax(0,2fr)_auto] gap-2">
            <input
              className={field}
              value={fact.name}
              placeholder="Material"
              maxLength={100}
              aria-label="Name of the fact"
              onChange={(event) => set({ ...fact, name: event.target.value })}
            />
            <input
              className={field}
              value={fact.value}
              placeholder="Oak"
              maxLength={200}
              aria-label={fact.name ? `Value of ${fact.name}` : 'Value of the fact'}
              onChange={(event) => set({ ...fact, value: event.target.value })}
            />
            <Button
              look="plain"
              size="sm"
              className="px-2.5"
              aria-label={`Remove ${fact.name || 'the fact'}`}
              onClick={() => replace(facts.filter(({ key }) => key !== fact.key))}
            >
              <XIcon width="18" height="18" />
            </Button>
          </div>
        ))}
        {error && <p className="font-medium text-danger text-sm">{error}</p>}
        <Button
          look="quiet"
          size="sm"
          className="justify-self-start"
          onClick={() => replace([...facts, { key: Math.max(-1, ...facts.map(({ key }) => key)) + 1, name: '', value: '' }])}
        >
          <PlusIcon width="16" height="16" />
          Add a fact
        </Button>
      </div>
    </Panel>
  )
}
