'use client'

import { type ReactNode, useId, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Dialog } from '@/app/_ui/dialog'
import { Field, inputClass, Select } from '@/app/_ui/field'
import { LoaderCircleIcon } from '@/app/_ui/icons'
import { Notice } from '@/app/_ui/notice'
import type { Selection } from '@/app/(admin)/_parts/bulk-form'
import { useAsk } from '@/app/(admin)/_parts/use-ask'
import type { BulkEdited } from '@/lib/catalog/bulk-schemas'
import { blankChange, changeOf, type Typed } from './bulk-change-form'

type Props = { selection: Selection; categories: [id: string, name: string][]; currency: string; mayMoveStock: boolean }

/** Change many products at once: what changes is shown first, and can be taken back afterwards. */
export function BulkEdit({ selection, ...more }: Props) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)}>
        Change…
      </Button>
      {isOpen && <Opened selection={selection} onClose={() => setOpen(false)} {...more} />}
    </>
  )
}

function Opened({ selection, categories, currency, mayMoveStock, onClose }: Props & { onClose: () => void }) {
  const [typed, setTyped] = useState<Typed>(blankChange)
  const [preview, setPreview] = useState<BulkEdited | null>(null)
  const { ask, isPending, problem, setProblem } = useAsk<BulkEdited>('/api/v1/admin/products/changes')
  const change = changeOf(typed, currency)
  /** With more than it looked at, something may change further down. */
  const mayNot = preview !== null && preview.done === 0 && isWhole(preview)

  function set(part: Partial<Typed>) {
    setTyped({ ...typed, ...part })
    setPreview(null)
    setProblem('')
  }

  async function goOn() {
    if (!change || isPending || mayNot) return
    const answer = await ask({ ...selection.meant(), change, dry_run: !preview })
    if (!answer) return
    if (!preview) return setPreview(answer)
    onClose()
    if (answer.task) selection.follow(answer.task)
    else selection.tell(answer, `${inWords(answer.done)} changed.`)
  }

  return (
    <Dialog title={`Change ${selection.words}`} onClose={onClose} wide>
      <div className="grid gap-4">
        <Wishes typed={typed} set={set} categories={categories} currency={currency} mayMoveStock={mayMoveStock} />
        {problem && (
          <Notice tone="danger" role="alert">
            <p>{problem}</p>
          </Notice>
        )}
        {preview && <Preview preview={preview} />}
        <div className="flex flex-wrap justify-end gap-2">
          <Button look="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button aria-disabled={isPending || !change || mayNot} onClick={goOn}>
            {isPending && <LoaderCircleIcon className="animate-spin" />}
            {preview ? `Change ${inWords(isWhole(preview) ? preview.done : preview.matching)}` : 'Show what changes'}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}

const inWords = (count: number) => `${count.toLocaleString('en-US')} ${count === 1 ? 'product' : 'products'}`

/** Whether everything that is meant was looked at, not only the first of many. */
const isWhole = ({ looked_at, matching }: BulkEdited) => looked_at >= matching

type WishesProps = Omit<Props, 'selection'> & { typed: Typed; set: (part: Partial<Typed>) => void }

function Wishes({ typed, set, categories, currency, mayMoveStock }: WishesProps) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Pick
        label="What"
        value={typed.kind}
        onChange={(kind) => set({ kind: kind as Typed['kind'] })}
        choices={[['price', 'Price'], ['status', 'Status'], ['category', 'Category'], ...(mayMoveStock ? [['stock', 'Stock'] as const] : [])]}
      />
      {typed.kind === 'price' && (
        <>
          <Pick
            label="By"
            value={typed.by}
            onChange={(by) => set({ by: by as Typed['by'] })}
            choices={[
              ['percent', 'Percent'],
              ['amount', `An amount in ${currency}`],
            ]}
          />
          <Write
            label={typed.by === 'percent' ? 'Percent' : 'Amount'}
            hint="With a minus to lower it: -10"
            value={typed.value}
            onChange={(value) => set({ value })}
          />
        </>
      )}
      {typed.kind === 'status' && (
        <Pick
          label="Becomes"
          value={typed.status}
          onChange={(status) => set({ status })}
          choices={[
            ['active', 'For sale'],
            ['draft', 'Draft'],
            ['archived', 'Archived'],
          ]}
        />
      )}
      {typed.kind === 'category' && (
        <>
          <Pick label="Category" value={typed.category} onChange={(category) => set({ category })} choices={[['', 'Choose one'], ...categories]} />
          <Pick
            label="As"
            value={typed.as}
            onChange={(as) => set({ as })}
            choices={[
              ['further', 'A further category'],
              ['main', 'The main category'],
            ]}
          />
        </>
      )}
      {typed.kind === 'stock' && (
        <Write label="Units for each variant" hint="With a minus to take away: -5" value={typed.delta} onChange={(delta) => set({ delta })} />
      )}
    </div>
  )
}

type PickProps = { label: string; value: string; onChange: (value: string) => void; choices: readonly (readonly [string, string])[] }

function Pick({ label, value, onChange, choices }: PickProps) {
  const id = useId()
  return (
    <Field
      id={id}
      label={label}
      control={(ties) => (
        <Select {...ties} value={value} onChange={(event) => onChange(event.target.value)}>
          {choices.map(([choice, words]) => (
            <option key={choice} value={choice}>
              {words}
            </option>
          ))}
        </Select>
      )}
    />
  )
}

function Write({ label, hint, value, onChange }: { label: string; hint: ReactNode; value: string; onChange: (value: string) => void }) {
  const id = useId()
  return (
    <Field
      id={id}
      label={label}
      hint={hint}
      control={(ties) => (
        <input
          {...ties}
          className={inputClass}
          value={value}
          inputMode="text"
          autoComplete="off"
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    />
  )
}

function Preview({ preview }: { preview: BulkEdited }) {
  const { done, differences, rows, refused, matching, looked_at } = preview
  return (
    <div className="grid gap-2" role="status">
      <p className="font-semibold text-sm">
        {!isWhole(preview) && `${inWords(matching)} match and are changed in the background. Of the newest ${looked_at.toLocaleString('en-US')}: `}
        {done === 0
          ? 'Nothing would change.'
          : `${inWords(done)} would change, in ${differences.toLocaleString('en-US')} ${differences === 1 ? 'place' : 'places'}.`}
      </p>
      {rows.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
        <section className="max-h-72 overflow-auto rounded-md border border-line" aria-label="What changes" tabIndex={0}>
          <table className="data-table">
            <thead className="sr-only">
              <tr>
                <th scope="col">Product</th>
                <th scope="col">From and to</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ product, detail, from, to }) => (
                <tr key={`${product} ${detail}`}>
                  <td>
                    <span className="block font-medium">{product}</span>
                    <span className="block break-all text-muted">{detail}</span>
                  </td>
                  <td className="end whitespace-nowrap">
                    <s className="text-muted">{from}</s> → <span className="font-semibold">{to}</span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {differences > rows.length && <p className="text-muted text-sm">And {(differences - rows.length).toLocaleString('en-US')} more.</p>}
      {refused.length > 0 && (
        <p className="text-sm text-warning">
          {inWords(refused.length)} would stay as they are:{' '}
          {refused
            .slice(0, 3)
            .map(({ label, reason }) => `${label}: ${reason}`)
            .join(' ')}
        </p>
      )}
    </div>
  )
}
