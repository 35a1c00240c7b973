/** Pieces put together; `size`: their length in all. */
export const joined = (pieces: readonly Uint8Array[], size: number): Uint8Array => {
  if (pieces.length === 1) return pieces[0]
  const whole = new Uint8Array(size)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
