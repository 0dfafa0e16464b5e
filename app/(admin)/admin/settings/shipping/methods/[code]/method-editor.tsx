'use client'

import { FormSummary } from '@/app/_client/form-summary'
import { SubmitButton } from '@/app/_client/submit-button'
import { useFormAction } from '@/app/_client/use-form-action'
import { ActionButton } from '@/app/(admin)/_parts/action-button'
import { EditorForm } from '@/app/(admin)/_parts/editor-form'
import { keepFields } from '@/app/(admin)/_parts/keep-fields'
import type { ShippingSettings } from '@/lib/settings/schemas'
import { addShippingMethodAction, removeShippingMethodAction, saveShippingMethodAction } from '../../../actions'
import { MethodFields, type MethodShop } from './method-fields'

type Method = ShippingSettings['methods'][number]

export function MethodEditor({ method, shop }: { method: Method; shop: MethodShop }) {
  return (
    <div className="grid gap-6">
      <EditorForm action={saveShippingMethodAction} version={method.version} said={`${method.name} is saved.`}>
        {(form) => (
          <>
            <input type="hidden" name="id" value={method.code} />
            <MethodFields form={form} method={method} shop={shop} />
          </>
        )}
      </EditorForm>
      <div className="border-line border-t pt-4">
        <ActionButton
          action={removeShippingMethodAction}
          fields={{ id: method.code, version: method.version }}
          said={`${method.name} is removed.`}
          look="danger"
          ask={{
            title: `Remove ${method.name}?`,
            text: 'Shoppers can no longer choose it. Orders that use it keep it. The activity log can bring it back.',
            yes: 'Remove it',
          }}
        >
          Remove this method
        </ActionButton>
      </div>
    </div>
  )
}

export function NewMethod({ shop, zoneId, position }: { shop: MethodShop; zoneId: string | null; position: number }) {
  const form = useFormAction(addShippingMethodAction)
  return (
    <form action={form.submit} onSubmit={keepFields(form.submit)} noValidate className="grid gap-5">
      <FormSummary form={form} />
      <MethodFields form={form} method={{ ...empty, zone_id: zoneId, position }} shop={shop} />
      <SubmitButton isPending={form.isPending} className="justify-self-start">
        Add it
      </SubmitButton>
    </form>
  )
}

const empty = {
  name: '',
  description: '',
  rate_by: 'order',
  rate_minor: null,
  bands: [],
  free_from_minor: null,
  min_days: 2,
  max_days: 4,
  is_active: true,
} as const
