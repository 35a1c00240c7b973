import type { Verdict } from '../model/incident.ts'
import type { Changes } from './answers.ts'
import { correct, judge, uncorrect, unjudge } from './api.ts'
import { notice, revision, who } from './state.ts'

const SAID: Readonly<Record<Verdict, string>> = {
  same: 'Both now tell of one happening.',
  different: 'They now tell of different happenings.',
  unsure: 'Noted as unsure; the program goes on by itself.',
}

/** Says a person's word on two claims, tells what came of it and offers to undo it. True when it was taken. */
export const sayOfTwo = async (a: string, b: string, verdict: Verdict): Promise<boolean> =>
  said(SAID[verdict], async () => {
    const { id } = await judge(a, b, verdict, who.value.trim())
    return () => unjudge(id)
  })

/** Says that a claim is wrong (`changes` null) or what it should say. True when it was taken. */
export const sayOfOne = async (claim: string, changes: Changes | null, note: string): Promise<boolean> =>
  said(changes ? 'The claim is mended.' : 'The claim is marked as wrong.', async () => {
    const { id } = await correct(claim, changes, who.value.trim(), note.trim())
    return () => uncorrect(id)
  })

const said = async (words: string, act: () => Promise<() => Promise<unknown>>): Promise<boolean> => {
  try {
    notice.value = { words, undo: await act() }
    revision.value++
    return true
  } catch (error) {
    notice.value = { words: (error as Error).message, undo: null }
    return false
  }
}
