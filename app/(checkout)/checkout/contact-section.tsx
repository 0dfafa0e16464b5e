import { CheckoutCheckbox } from './checkout-checkbox'
import { CheckoutField } from './checkout-field'
import { CheckoutSection } from './checkout-section'
import type { CheckoutFields } from './use-checkout-fields'

/** Where to reach the shopper, and whether they want to hear more. */
export function ContactSection({ fields, isSignedIn }: { fields: CheckoutFields; isSignedIn: boolean }) {
  return (
    <CheckoutSection title="Contact">
      <CheckoutField
        binding={fields.bind('email')}
        label="E-mail"
        type="email"
        inputMode="email"
        autoComplete="email"
        hint={
          isSignedIn ? (
            'So that we can reach you about this order.'
          ) : (
            <>
              So that we can reach you about this order. No account needed; if you have one,{' '}
              <a href="/sign-in?next=/checkout" className="text-accent underline underline-offset-4">
                sign in
              </a>
              .
            </>
          )
        }
        required
      />
      <CheckoutCheckbox name="marketing_consent" defaultChecked={fields.initial.marketing_consent === 'on'} onChange={fields.keepContact}>
        Tell me about new things now and then, and remind me if I leave something in my cart
      </CheckoutCheckbox>
    </CheckoutSection>
  )
}
