'use client'

import type { ReactNode } from 'react'
import { KeptSelect } from '@/app/_client/kept-select'
import type { FormActionState } from '@/app/_client/use-form-action'
import { Field, inputClass, TextField } from '@/app/_ui/field'
import { EditorForm } from '@/app/(admin)/_parts/editor-form'
import type { CountryName } from '@/lib/checkout/schemas'
import type { ShopSettingsOverview } from '@/lib/settings/read-shop-settings'
import { saveShopAction } from '../actions'

type Props = {
  shop: ShopSettingsOverview['shop']
  hasOrders: boolean
  mayChange: boolean
  countries: CountryName[]
  currencies: string[]
  timeZones: string[]
}

export function ShopEditor({ shop, mayChange, ...choices }: Props) {
  return (
    <EditorForm action={saveShopAction} version={shop.version} said="The shop is saved. Pages show it from now on.">
      {(form) => (
        <fieldset disabled={!mayChange} className="grid gap-5">
          <legend className="sr-only">The shop</legend>
          <Identity form={form} shop={shop} />
          <Place form={form} shop={shop} {...choices} />
        </fieldset>
      )}
    </EditorForm>
  )
}

const group = 'grid gap-4 rounded-lg bg-surface p-4 shadow-sm sm:p-5'

type PartProps = { form: FormActionState<unknown>; shop: Props['shop'] }

function Identity({ form: { values, errors }, shop }: PartProps) {
  return (
    <div className={group}>
      <TextField
        id="value/shop_name"
        name="shop_name"
        label="Name"
        hint="It is the wordmark too, at the top of every page."
        defaultValue={values.shop_name ?? shop.shop_name}
        error={errors['value/shop_name']}
        maxLength={40}
      />
      <TextField
        id="value/support_email"
        name="support_email"
        type="email"
        label="Contact mail"
        hint="Shoppers see it, and answers to mails of the shop go there."
        defaultValue={values.support_email ?? shop.support_email}
        error={errors['value/support_email']}
        autoComplete="off"
      />
      <Field
        id="value/postal_address"
        label="Address"
        hint="On invoices and packing slips. One line each."
        error={errors['value/postal_address']}
        control={(ties) => (
          <textarea
            {...ties}
            name="postal_address"
            rows={4}
            maxLength={300}
            defaultValue={values.postal_address ?? shop.postal_address}
            className={`${inputClass} h-auto py-2.5`}
          />
        )}
      />
      <TextField
        id="value/tax_number"
        name="tax_number"
        label="Tax number (optional)"
        hint="On invoices, for example your VAT number."
        defaultValue={values.tax_number ?? shop.tax_number}
        error={errors['value/tax_number']}
        maxLength={40}
        autoComplete="off"
        fieldClassName="max-w-80"
      />
    </div>
  )
}

function Place({ form, shop, hasOrders, countries, currencies, timeZones }: PartProps & Omit<Props, 'shop' | 'mayChange'>) {
  const choose = (name: 'home_country' | 'currency' | 'time_zone', label: string, hint: string, options: ReactNode) => (
    <Choice form={form} name={name} first={shop[name]} label={label} hint={hint} isFixed={hasOrders && name !== 'home_country'}>
      {options}
    </Choice>
  )
  return (
    <div className={group}>
      {choose(
        'home_country',
        'Your own country',
        'Carts are counted with its tax and shipping until the shopper says where it goes.',
        countries.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        )),
      )}
      <TextField
        id="value/locale"
        name="locale"
        label="Language and country of numbers and dates"
        hint="Such as en-US or de-DE: how amounts and days are written. Texts stay as they are."
        defaultValue={form.values.locale ?? shop.locale}
        error={form.errors['value/locale']}
        maxLength={20}
        fieldClassName="max-w-80"
      />
      {choose(
        'currency',
        'Currency',
        hasOrders
          ? 'Fixed since the first order: what was paid would mean something else.'
          : 'Prices keep their number: 19.99 stays 19.99. Fixed with the first order. Currencies with other decimals are left out.',
        currencies.map((code) => <option key={code}>{code}</option>),
      )}
      {choose(
        'time_zone',
        'Time zone',
        hasOrders
          ? 'Fixed since the first order: reports count their days in it.'
          : 'Days of reports begin at its midnight. Fixed with the first order.',
        timeZones.map((zone) => <option key={zone}>{zone}</option>),
      )}
    </div>
  )
}

type ChoiceProps = {
  form: FormActionState<unknown>
  name: string
  first: string
  label: string
  hint: string
  isFixed: boolean
  children: ReactNode
}

/** What is fixed is shown and sent as it is; a control that is disabled would send nothing. */
function Choice({ form, name, first, label, hint, isFixed, children }: ChoiceProps) {
  const id = `value/${name}`
  return (
    <Field
      id={id}
      label={label}
      hint={hint}
      error={form.errors[id]}
      className="max-w-96"
      control={(ties) =>
        isFixed ? (
          <input {...ties} name={name} value={first} readOnly className={`${inputClass} bg-sunken text-muted`} />
        ) : (
          <KeptSelect {...ties} kept={form} name={name} first={first} className={inputClass}>
            {children}
          </KeptSelect>
        )
      }
    />
  )
}
