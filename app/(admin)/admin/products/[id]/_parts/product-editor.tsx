'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { FormSummary } from '@/app/_client/form-summary'
import { SubmitButton } from '@/app/_client/submit-button'
import { useFormAction } from '@/app/_client/use-form-action'
import { EditorForm } from '@/app/(admin)/_parts/editor-form'
import { keepFields } from '@/app/(admin)/_parts/keep-fields'
import type { StaffProduct } from '@/lib/catalog/staff-schemas'
import { createProductAction, saveProductAction } from '../../actions'
import { type EditorWorld, ProductPanels } from './product-panels'

/**
 * Everything of a product but its pictures. While something is typed it stays as it was read, even when the page is drawn anew around it:
 * what came meanwhile is compared when it is saved.
 */
export function ProductEditor({ product, mayWrite, ...world }: EditorWorld & { product: StaffProduct; mayWrite: boolean }) {
  const [shown, setShown] = useState(product)
  const [isDirty, setDirty] = useState(false)
  const [drawn, setDrawn] = useState(0)
  const frame = useRef<HTMLDivElement>(null)
  if (!isDirty && shown.version !== product.version) {
    setShown(product)
    setDrawn(drawn + 1)
  }
  const onSaved = useCallback(() => setDirty(false), [])

  useEffect(() => {
    const element = frame.current
    function onReset() {
      setDirty(false)
      setDrawn((before) => before + 1)
    }
    element?.addEventListener('reset', onReset, true)
    return () => element?.removeEventListener('reset', onReset, true)
  }, [])

  return (
    <div ref={frame} onInput={(event) => setDirty(isDirty || !(event.target as HTMLElement).closest('[data-unsaved="ignore"]'))}>
      <fieldset disabled={!mayWrite} className="contents">
        <EditorForm action={saveProductAction} version={shown.version} said={`${shown.name} is saved.`}>
          {(form) => (
            <div key={drawn} className="min-w-0">
              <input type="hidden" name="product_id" value={shown.id} />
              <input type="hidden" name="seen" value={JSON.stringify(seenOf(shown))} />
              <ProductPanels {...world} form={form} product={shown} onSaved={onSaved} />
            </div>
          )}
        </EditorForm>
      </fieldset>
    </div>
  )
}

/** What a save compares with: the fields that it sends. */
const seenOf = ({ id: _, version: __, currency: ___, recommended, pictures, created_at, updated_at, variants, ...fields }: StaffProduct) => ({
  ...fields,
  variants: variants.map(({ stock: ____, image_id, ...variant }) => variant),
})

export function NewProduct(world: EditorWorld) {
  const form = useFormAction(createProductAction)
  return (
    <form action={form.submit} onSubmit={keepFields(form.submit)} noValidate className="grid gap-5">
      <FormSummary form={form} />
      <ProductPanels {...world} form={form} />
      <SubmitButton isPending={form.isPending} className="justify-self-start">
        Add the product
      </SubmitButton>
    </form>
  )
}
