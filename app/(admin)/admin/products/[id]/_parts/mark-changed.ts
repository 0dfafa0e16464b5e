/** What is no text field tells the form around it that something differs. */
export const markChanged = (element: HTMLElement | null): void => {
  element?.dispatchEvent(new Event('input', { bubbles: true }))
}
