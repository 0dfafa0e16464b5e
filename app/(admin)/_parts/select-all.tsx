'use client'

/** Selects what is on the page; the bar that appears offers all that match. */
export function SelectAll({ label }: { label: string }) {
  function selectAll(event: React.ChangeEvent<HTMLInputElement>) {
    const { form, checked } = event.currentTarget
    for (const box of form?.querySelectorAll<HTMLInputElement>('.row-check') ?? []) box.checked = checked
  }
  return <input type="checkbox" className="check" aria-label={label} onChange={selectAll} />
}
