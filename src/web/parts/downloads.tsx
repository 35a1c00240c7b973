import { queryOf } from '../address.ts'
import { address } from '../state.ts'

/** Links to the rows of this view as files: all rows that the filter leaves. */
export const Downloads = ({ what, filtered = true }: { what: string; filtered?: boolean }) => {
  const query = filtered ? queryOf(address.value.filter) : ''
  const to = (extension: string) => `/${what}.${extension}${query && `?${query}`}`
  return (
    <span class="downloads">
      This list as{' '}
      <a href={to('json')} download>
        .json
      </a>{' '}
      <a href={to('csv')} download>
        .csv
      </a>
    </span>
  )
}
