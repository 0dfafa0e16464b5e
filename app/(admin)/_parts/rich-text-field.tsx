'use client'

import { lazy, type ReactNode, Suspense, useRef, useState } from 'react'
import { Field, inputClass } from '@/app/_ui/field'

const RichText = lazy(() => import('@/app/_ui/rich-text').then(({ RichText }) => ({ default: RichText })))

type Props = { id: string; label: string; value: string; onChange: (text: string) => void; error?: string; maxLength: number }

type Selected = { start: number; end: number }

/** A text in Markdown: the signs are typed, or put around what is selected by a button or a key, and the result can be looked at below. */
export function RichTextField({ id, label, value, onChange, error, maxLength }: Props) {
  const area = useRef<HTMLTextAreaElement>(null)
  const [isShown, setShown] = useState(false)

  function change(edit: (text: string, selected: Selected) => { text: string; selected: Selected }) {
    const field = area.current
    if (!field) return
    const { text, selected } = edit(value, { start: field.selectionStart, end: field.selectionEnd })
    if (text.length > maxLength) return
    onChange(text)
    // After React has written the text, which moves the caret to its end.
    requestAnimationFrame(() => {
      field.focus()
      field.setSelectionRange(selected.start, selected.end)
    })
  }

  const keys: Record<string, () => void> = { b: () => change(around('**')), i: () => change(around('*')) }

  return (
    <div className="grid gap-2">
      <Field
        id={id}
        label={label}
        error={error}
        hint="An empty line begins a paragraph. **Bold**, *italic*, and lines that begin with - make a list."
        control={(ties) => (
          <textarea
            {...ties}
            ref={area}
            name={id}
            rows={8}
            maxLength={maxLength}
            value={value}
            onChange={(event) => onChange(event.target.value)}
            onKeyDown={(event) => {
              const act = event.ctrlKey || event.metaKey ? keys[event.key.toLowerCase()] : undefined
              if (!act) return
              event.preventDefault()
              act()
            }}
            className={`${inputClass} h-auto py-3`}
          />
        )}
      />
      <div className="flex flex-wrap items-center gap-1.5">
        <Tool name="Bold" onPress={() => change(around('**'))}>
          <strong>B</strong>
        </Tool>
        <Tool name="Italic" onPress={() => change(around('*'))}>
          <em>I</em>
        </Tool>
        <Tool name="List" onPress={() => change(asList)}>
          <span aria-hidden>•—</span>
        </Tool>
        <Tool name="Link" onPress={() => change(asLink)}>
          <span aria-hidden className="underline">
            a
          </span>
        </Tool>
        <button
          type="button"
          aria-expanded={isShown}
          onClick={() => setShown(!isShown)}
          className="ml-auto min-h-9 px-2 text-accent text-sm underline-offset-4 hover:underline"
        >
          {isShown ? 'Hide how it looks' : 'See how it looks'}
        </button>
      </div>
      {isShown && (
        <div className="rounded-md border border-line bg-sunken p-4">
          <Suspense>{value.trim() === '' ? <p className="text-muted text-sm">Nothing is written yet.</p> : <RichText text={value} />}</Suspense>
        </div>
      )}
    </div>
  )
}

function Tool({ name, onPress, children }: { name: string; onPress: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      aria-label={name}
      title={name}
      onClick={onPress}
      className="grid size-9 place-items-center rounded-md border border-line hover:border-edge hover:bg-sunken"
    >
      {children}
    </button>
  )
}

/** Puts signs on both sides of what is selected, and selects it again. */
const around =
  (sign: string) =>
  (text: string, { start, end }: Selected) => {
    const chosen = text.slice(start, end) || 'text'
    const from = start + sign.length
    return { text: text.slice(0, start) + sign + chosen + sign + text.slice(end), selected: { start: from, end: from + chosen.length } }
  }

/** Makes a list of the lines that are touched. */
function asList(text: string, { start, end }: Selected) {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const items = text
    .slice(from, end)
    .split('\n')
    .map((line) => (line.startsWith('- ') ? line : `- ${line}`))
    .join('\n')
  const gap = from > 0 && text.slice(0, from).endsWith('\n\n') === false ? '\n' : ''
  const at = from + gap.length
  return { text: text.slice(0, from) + gap + items + text.slice(end), selected: { start: at, end: at + items.length } }
}

/** The selection becomes a link whose address is selected, to be typed. */
function asLink(text: string, { start, end }: Selected) {
  const words = text.slice(start, end) || 'words'
  const address = '/pages/delivery'
  const from = start + words.length + 3
  return { text: `${text.slice(0, start)}[${words}](${address})${text.slice(end)}`, selected: { start: from, end: from + address.length } }
}
