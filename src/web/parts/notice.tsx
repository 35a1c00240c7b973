import { useEffect } from 'preact/hooks'
import { notice, revision } from '../state.ts'

/** Milliseconds until a notice goes away by itself; one that can be undone stays longer. */
const [SHORT, LONG] = [5000, 20_000]

/** What was just done, and how to undo it. */
export const NoticeBar = () => {
  const said = notice.value
  useEffect(() => {
    if (!said) return
    const timer = setTimeout(
      () => {
        notice.value = null
      },
      said.undo ? LONG : SHORT,
    )
    return () => clearTimeout(timer)
  }, [said])
  const undo = async () => {
    try {
      await said?.undo?.()
      notice.value = { words: 'Undone.', undo: null }
    } catch (error) {
      notice.value = { words: (error as Error).message, undo: null }
    }
    revision.value++
  }
  return (
    <div class={said ? 'notice shown' : 'notice'} role="status" aria-live="polite">
      {said && (
        <>
          <span>{said.words}</span>
          {said.undo && (
            <button type="button" onClick={undo}>
              Undo
            </button>
          )}
        </>
      )}
    </div>
  )
}
