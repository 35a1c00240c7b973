import type { ComponentChildren } from 'preact'
import type { Answer } from '../api.ts'

/** What stands where an answer is not there yet, or will not come; else its content. */
export const Answered = <T,>({ answer, children }: { answer: Answer<T>; children: (data: T) => ComponentChildren }) => {
  if (answer.error)
    return (
      <p class="trouble" role="alert">
        {answer.error}
      </p>
    )
  if (!answer.data)
    return (
      <p class="wait" aria-busy="true">
        Loading …
      </p>
    )
  return <div class={answer.loading ? 'stale' : ''}>{children(answer.data)}</div>
}
