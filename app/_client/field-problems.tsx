'use client'

import { useLayoutEffect, useRef, useState } from 'react'
import { withItsField, wordsOfName } from './field-words'

type Props = {
  /** By field name. */
  errors: Record<string, string>
  /** Where a field is. */
  idOf: (name: string) => string
  labels?: Record<string, string>
}

type Found = Record<string, { id: string; label?: string }>

/**
 * What is wrong with each field, with a way to it. Away from its field a message has to name it: by the field's own label as soon as there
 * is a document, which is before anybody sees it; without JavaScript by what the form says it is called, or else by the words of its name.
 */
export function FieldProblems({ errors, idOf, labels = {} }: Props) {
  const list = useRef<HTMLUListElement>(null)
  const [found, setFound] = useState<Found>({})
  const names = Object.keys(errors).join('\n')

  // biome-ignore lint/correctness/useExhaustiveDependencies: `idOf` is a new function with each drawing and gives the same ids; with it this would never end
  useLayoutEffect(() => {
    const form = list.current?.closest('form') ?? null
    const fields = names.split('\n').flatMap((name) => {
      const control = controlOf(form, name, idOf(name))
      return control ? [[name, { id: control.id, label: labelOf(control) }] as const] : []
    })
    setFound(Object.fromEntries(fields))
  }, [names])

  return (
    <ul ref={list} className="mt-1 list-disc pl-5">
      {Object.entries(errors).map(([name, text]) => (
        <li key={name}>
          <a href={`#${found[name]?.id || idOf(name)}`} className="underline underline-offset-4">
            {withItsField(found[name]?.label || labels[name] || wordsOfName(name), text)}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** The field of this form: another one of the page may have the same id. */
function controlOf(form: HTMLFormElement | null, name: string, id: string): HTMLElement | null {
  const named = form?.elements.namedItem(name)
  const control = named instanceof RadioNodeList ? named[0] : named
  const isShown = control instanceof HTMLElement && control.getAttribute('type') !== 'hidden'
  return isShown ? control : document.getElementById(id)
}

function labelOf(control: HTMLElement): string | undefined {
  if (control.getAttribute('type') === 'radio') return textOf(control.closest('fieldset')?.querySelector('legend'))
  const label = 'labels' in control ? (control as HTMLInputElement).labels?.[0] : undefined
  const panel = control.closest('[aria-labelledby]')?.getAttribute('aria-labelledby')
  return control.getAttribute('aria-label') ?? textOf(label ?? (panel ? document.getElementById(panel) : null))
}

/** The first text in it: a label may hold its select with all its options. */
function textOf(element: Element | null | undefined): string | undefined {
  if (!element) return undefined
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  for (let text = texts.nextNode(); text; text = texts.nextNode()) if (text.textContent?.trim()) return text.textContent.trim()
  return undefined
}
