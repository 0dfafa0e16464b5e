'use client'

import type { ReactNode } from 'react'
import { EditorForm } from '@/app/(admin)/_parts/editor-form'
import { savePaymentsAction } from '../actions'

type Row = { way: string; name: string; about: string; isSetUp: boolean; isOn: boolean; variables: ReactNode }
type Props = { version: string; all: string[]; rows: Row[]; mayChange: boolean }

export function PaymentsEditor({ version, all, rows, mayChange }: Props) {
  return (
    <EditorForm action={savePaymentsAction} version={version} said="Ways to pay are saved.">
      {() => (
        <fieldset disabled={!mayChange} className="grid gap-4">
          <legend className="sr-only">Ways to pay</legend>
          <input type="hidden" name="all" value={all.join(',')} />
          {rows.map(({ way, name, about, isSetUp, isOn, variables }) => (
            <section key={way} aria-labelledby={`way-${way}`} className="rounded-lg bg-surface p-4 shadow-sm sm:p-5">
              <div className="flex flex-wrap items-center justify-between gap-3">
                <h2 id={`way-${way}`} className="font-sans font-semibold text-base tracking-normal">
                  {name}
                </h2>
                {isSetUp ? (
                  <label className="flex min-h-8 items-center gap-3 text-sm">
                    <input type="checkbox" name="on" value={way} defaultChecked={isOn} className="check" />
                    On
                    <span className="sr-only">: {name}</span>
                  </label>
                ) : (
                  <span className="text-muted text-sm">Not set up</span>
                )}
              </div>
              <p className="mt-1 text-muted text-sm">{about}</p>
              {variables}
            </section>
          ))}
        </fieldset>
      )}
    </EditorForm>
  )
}
