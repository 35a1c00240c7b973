import { hrefOf } from '../address.ts'
import { address } from '../state.ts'
import { grouped } from '../words.ts'
import { Link } from './link.tsx'

/** Rows of one piece of a list. */
export const PIECE = 100

/** Links to the piece before and the one after. */
export const Pager = ({ total, shown }: { total: number; shown: number }) => {
  const here = address.value
  if (total <= PIECE && here.offset === 0) return null
  const before = Math.max(0, here.offset - PIECE)
  const after = here.offset + PIECE
  return (
    <nav class="pager" aria-label="Pieces of the list">
      {here.offset > 0 ? (
        <Link href={hrefOf({ ...here, offset: before })} rel="prev" aria-keyshortcuts="[">
          ← Before
        </Link>
      ) : (
        <span class="soft">← Before</span>
      )}
      <span>
        {grouped(Math.min(here.offset + 1, total))}–{grouped(here.offset + shown)} of {grouped(total)}
      </span>
      {after < total ? (
        <Link href={hrefOf({ ...here, offset: after })} rel="next" aria-keyshortcuts="]">
          After →
        </Link>
      ) : (
        <span class="soft">After →</span>
      )}
    </nav>
  )
}
