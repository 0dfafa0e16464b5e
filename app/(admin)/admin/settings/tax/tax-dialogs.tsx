'use client'

import { KeptSelect } from '@/app/_client/kept-select'
import type { FormActionState } from '@/app/_client/use-form-action'
import { Field, inputClass, TextField } from '@/app/_ui/field'
import { FormDialog } from '@/app/(admin)/_parts/form-dialog'
import { StaleNotice } from '@/app/(admin)/_parts/stale-notice'
import type { CountryName } from '@/lib/checkout/schemas'
import type { TaxSettings } from '@/lib/settings/schemas'
import { saveTaxRateAction, saveUsualTaxAction } from '../actions'

type Rate = TaxSettings['rates'][number]
type Choices = { countries: CountryName[]; categories: TaxSettings['categories'] }

export function UsualTaxDialog({ usual }: { usual: TaxSettings['usual'] }) {
  return (
    <FormDialog open="Change" title="The usual tax" yes="Save" said="The usual tax is saved." action={saveUsualTaxAction}>
      {(form) => (
        <>
          <StaleNotice form={form} version={usual.version} />
          <NameAndRate form={form} name={usual.name} ratePpm={usual.rate_ppm} />
        </>
      )}
    </FormDialog>
  )
}

/** Without a rate it makes one. */
export function TaxRateDialog({ rate, countries, categories }: { rate?: Rate } & Choices) {
  return (
    <FormDialog
      open={rate ? 'Change' : 'Add a rate'}
      look={rate ? 'quiet' : 'primary'}
      title={rate ? 'Change the rate' : 'Add a rate'}
      yes={rate ? 'Save' : 'Add the rate'}
      said={rate ? 'The rate is saved.' : 'The rate is added.'}
      action={saveTaxRateAction}
    >
      {(form) => (
        <>
          {rate && <input type="hidden" name="id" value={rate.id} />}
          {rate && <StaleNotice form={form} version={rate.version} />}
          <Field
            id="value/country"
            label="Where"
            error={form.errors['value/country']}
            control={(ties) => (
              <KeptSelect {...ties} kept={form} name="country" first={rate?.country ?? ''} className={inputClass}>
                <option value="">In every country without a rate of its own</option>
                {countries.map(({ code, name }) => (
                  <option key={code} value={code}>
                    {name}
                  </option>
                ))}
              </KeptSelect>
            )}
          />
          <Field
            id="value/category_id"
            label="For what"
            hint="A category stands for everything below it too."
            error={form.errors['value/category_id']}
            control={(ties) => (
              <KeptSelect {...ties} kept={form} name="category_id" first={rate?.category_id ?? ''} className={inputClass}>
                <option value="">All products</option>
                {categories.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </KeptSelect>
            )}
          />
          <NameAndRate form={form} name={rate?.name ?? ''} ratePpm={rate?.rate_ppm} />
        </>
      )}
    </FormDialog>
  )
}

function NameAndRate({ form, name, ratePpm }: { form: FormActionState<unknown>; name: string; ratePpm?: number }) {
  return (
    <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_9rem]">
      <TextField
        id="value/name"
        name="name"
        label="What it is called"
        placeholder="VAT"
        defaultValue={form.values.name ?? name}
        error={form.errors['value/name']}
        maxLength={60}
      />
      <TextField
        id="value/rate_ppm"
        name="percent"
        label="Rate in %"
        inputMode="decimal"
        placeholder="19"
        defaultValue={form.values.percent ?? (ratePpm === undefined ? '' : String(ratePpm / 10_000))}
        error={form.errors['value/rate_ppm']}
      />
    </div>
  )
}
