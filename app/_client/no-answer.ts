/**
 * What is said when a change was sent and its answer did not arrive: it may have been done. `isSafe`: what was sent carries a key or the
 * version it was made from, so that sent again it acts once.
 */
export const noAnswer = (isSafe: boolean): string =>
  isSafe
    ? 'The answer did not arrive, so we do not know whether this was done. Press the button again without changing anything: it is done only once.'
    : 'The answer did not arrive, so we do not know whether this was done. Before you do it again, load the page anew and look.'
