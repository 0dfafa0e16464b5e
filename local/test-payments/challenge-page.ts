import type { Payment } from './payments'

/** The page of the shopper's bank: plain forms, no script, readable by a screen reader, light and dark. */
export function challengePage(payment: Payment): string {
  if (payment.status !== 'requires_action') {
    return page(
      'This payment is already decided',
      `<h1>This payment is already decided</h1>
      <p>There is nothing left to do here.</p>
      ${payment.return_url ? `<p><a class="button" href="${escapeHtml(payment.return_url)}">Back to the shop</a></p>` : ''}`,
    )
  }
  const amount = formatAmount(payment)
  return page(
    `Confirm ${amount}`,
    `<h1>Confirm your payment</h1>
    <p>Highstreet asks your bank for this payment. Only approve it if you are buying this right now.</p>
    <dl>
      <div><dt>Amount</dt><dd>${escapeHtml(amount)}</dd></div>
      <div><dt>Order</dt><dd>${escapeHtml(payment.order_number)}</dd></div>
      <div><dt>Card</dt><dd>ending in 3220</dd></div>
    </dl>
    <form method="post">
      <button class="button" name="decision" value="approve">Approve ${escapeHtml(amount)}</button>
      <button class="button quiet" name="decision" value="refuse">Refuse</button>
    </form>
    <p class="note">This is the test bank of your own machine. No money moves.</p>`,
  )
}

/** For an address that leads nowhere. */
export const unknownChallengePage = (): string =>
  page('Payment not found', '<h1>Payment not found</h1><p>This link does not belong to a payment. Go back to the shop and try again.</p>')

const formatAmount = ({ amount, currency }: Payment) => {
  const format = new Intl.NumberFormat('en-US', { style: 'currency', currency })
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2))
}

const page = (title: string, content: string) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)} · Test Bank</title>
<style>
:root { --back: #eef1f6; --card: #fff; --text: #171b26; --soft: #545b6d; --line: #d5dae4; --accent: #1f4fd1; --on-accent: #fff }
@media (prefers-color-scheme: dark) {
  :root { --back: #10131a; --card: #191e29; --text: #eef1f7; --soft: #a9b1c4; --line: #343c4d; --accent: #a9c1ff; --on-accent: #10131a }
}
* { box-sizing: border-box }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 1.5rem; background: var(--back); color: var(--text);
  font: 1rem/1.55 system-ui, sans-serif }
main { width: min(26rem, 100%); background: var(--card); border: 1px solid var(--line); border-radius: 1rem; padding: 2rem }
.bank { margin: 0 0 1.25rem; font-weight: 600; color: var(--soft) }
h1 { margin: 0 0 .5rem; font-size: 1.5rem; line-height: 1.2 }
p { margin: 0 0 1rem }
dl { margin: 1.5rem 0; border-top: 1px solid var(--line) }
dl div { display: flex; justify-content: space-between; gap: 1rem; padding: .65rem 0; border-bottom: 1px solid var(--line) }
dt { color: var(--soft) }
dd { margin: 0; font-weight: 600; font-variant-numeric: tabular-nums }
form { display: grid; gap: .75rem }
.button { display: block; width: 100%; min-height: 3rem; padding: .7rem 1rem; border: 1px solid var(--accent); border-radius: .6rem;
  background: var(--accent); color: var(--on-accent); font: inherit; font-weight: 600; text-align: center; text-decoration: none; cursor: pointer }
.quiet { background: transparent; color: var(--accent) }
.button:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px }
.note { margin: 1.25rem 0 0; font-size: .875rem; color: var(--soft) }
</style>
</head>
<body>
<main>
<p class="bank">Test Bank</p>
${content}
</main>
</body>
</html>
`

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
