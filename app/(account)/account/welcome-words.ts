/** After the address of a new account was confirmed. What a new account holds already was bought with its address as a guest. */
export const welcomeWords = (orders: number): string =>
  orders === 0 ? 'Your e-mail address is confirmed.' : 'Your e-mail address is confirmed. Orders you made with it as a guest are here now, too.'
