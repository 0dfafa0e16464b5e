/** The part of Stripe.js that is used here. Source: https://docs.stripe.com/js */
export type StripeElements = { create(kind: 'payment'): { mount(place: HTMLElement): void } }
export type StripeScript = {
  elements(options: { clientSecret: string; appearance: { theme: 'stripe' | 'night' } }): StripeElements
  confirmPayment(options: { elements: StripeElements; confirmParams: { return_url: string } }): Promise<{ error?: { message?: string } }>
}

declare global {
  interface Window {
    Stripe?: (publishableKey: string) => StripeScript
  }
}

/** Stripe wants its script from its own address, never bundled. It is loaded on the payment page only. */
export function loadStripe(publishableKey: string): Promise<StripeScript> {
  return new Promise((resolve, reject) => {
    const open = () => (window.Stripe ? resolve(window.Stripe(publishableKey)) : reject(new Error('Stripe.js did not start')))
    if (window.Stripe) return open()
    const script = document.createElement('script')
    script.src = 'https://js.stripe.com/v3/'
    script.onload = open
    script.onerror = () => reject(new Error('Stripe.js did not load'))
    document.head.append(script)
  })
}
