import { expect, test } from 'vitest'
import { findAttributions } from '../../src/reading/attribution/attribution.ts'
import { found, plain, unmark } from './marked.ts'
import { nobody, read } from './text.ts'

/** Each row: one attribution of a text. [source] {cue} <content>, the content in two pieces where the cue interrupts it. */
const rows = [
  // verbs of saying with a clause
  '[The defence ministry] {said} that <its forces had withdrawn from the enclave>.',
  '[Rebel commanders] {told} reporters <the airstrip had been captured without a fight>.',
  '[Kigali] {announced} on Friday that <two battalions would be sent to the border>.',
  '[A doctor at the clinic] {confirmed} <eleven people had been treated for burns>.',
  '[The junta] {claims} <its soldiers killed forty guerrillas>.',
  '[Hanoi radio] {reported} that <six bombers had been shot down>.',
  // what is said comes first
  '<Nine villagers were killed in the raid>, [the governor] {said}.',
  '<Nine villagers were killed in the raid>, {said} [the governor].',
  '<Two tankers were hit by rockets on Sunday>, [shipping sources] {reported}.',
  '<Four soldiers were killed near the old mill> [the interior ministry] {said}.',
  '<The rebels>, [officials] {said}, <fled across the river>.',
  // quotations
  '"<We will not leave this city>," [the mayor] {said}.',
  '"<We will not leave this city>," {said} [the mayor].',
  '[The colonel] {said}: "<Our men hold the ridge>."',
  '"<They shelled us all night>," [a farmer] {said}. "<Nobody slept.>"',
  // writing
  '[The foreign minister] {wrote} on Twitter that <the truce had collapsed>.',
  // according to
  '{According to} [the Red Cross], <three hundred families have fled>.',
  '<Three hundred families have fled>, {according to} [the Red Cross].',
  '<The bridge was blown up by retreating troops>, {according to} [witnesses].',
  // denials and doubts
  '[The air force] {denied} that <its planes had struck the hospital>.',
  '[Pretoria] {denied} <the report>.',
  // accusations
  '[Asmara] {accused} <Addis Ababa of shelling the town>.',
  '[The envoy] {blamed} <the militia for the massacre>.',
  '[Asmara] {accused} <Addis Ababa of shelling a bridge near the border> and called on the United Nations to act.',
  '[Asmara] accused Addis Ababa of shelling a bridge near the border and {called} on <the United Nations to act>.',
  // demands
  '[The Security Council] {called} for <an immediate ceasefire>.',
  '[The Arab League] {called} on <both sides to stop fighting>.',
  '[The bishop] {urged} <the guerrillas to release the nuns>.',
  // promises and threats
  '[The general] {vowed} <to retake the capital>.',
  '[The warlord] {threatened} <to execute the hostages>.',
  // beliefs and wishes
  '[Western diplomats] {believe} <the garrison has surrendered>.',
  '[Residents] {fear} that <the militia will return>.',
  // nouns
  "[The government's] {claim} that <the insurgency is over> was met with scorn.",
  "[Moscow's] {promise} to <withdraw its tanks> came as a surprise.",
  // relative clauses, participles, coordination
  '[A sailor] who {said} <he had seen the missile> was questioned.',
  'The premier met [the consul], who {said} <the road was closed>.',
  '[The army] sealed off the quarter, {saying} <snipers were hiding there>.',
  '[The president] visited the front and {said} <victory was near>.',
  // chains
  '[The agency] {quoted} the minister as saying <the port had reopened>.',
  'The agency quoted [the minister] as {saying} <the port had reopened>.',
  '[A deserter] was quoted as {saying} <morale was low>.',
  'The radio said [the guerrillas] had {claimed} <they had taken the town>.',
  '[The radio station] {quoted} a general as saying <the pass had been mined>.',
  '"<We shall hold the pass>," the agency quoted [the general] as {saying}.',
  // trees that slip
  '[HRW] {said} <the clinic had been hit twice>.',
  '{According to} [army sources], <a sergeant and two recruits who were on patrol died in the blast>.',
  '[A source at the harbour] {told} reporters that <gunmen fired on the tugboat>.',
  "[The head of the country's commando force] {said} <retaking the bridge was a turning point>.",
  '<Eighty people were treated for gas poisoning at the hospital> {said} [the relief committee].',
  '<The convoy came under fire near the river crossing> [a monitor] has {said}.',
  '[The airline] {said} <half of the crew had been trained abroad>.',
  '[The force] left the valley, {saying} <villagers needed to return to their fields>.',
  // passives with a doer, and what is only talked of
  '[The consul] {spoke} of <a massacre>.',
  '<The shelling> was {confirmed} by [two envoys].',
  '<The bombing>, {claimed} by [a splinter group], wrecked the barracks.',
  '[Both armies] {reported} <heavy fighting>.',
  '[The president] {warned} <his neighbours of stronger measures>.',
  '<Rebels are regrouping in the hills>. This was {stated} by [the prefect].',
  // voices within a quotation
  '"[The soldiers] {told} us that <the bridge was mined>," the ferryman said.',
] as const

test.each(rows)('%s', row => {
  const { text, expected } = unmark(row)
  const doc = read(text)
  expect(found(doc, findAttributions(doc, nobody), expected)).toContain(plain(expected))
})

/** Sentences in which nobody is said to say anything. */
const silent = [
  'The said village lies beyond the river.',
  'Gunmen stormed the Reuters building at dawn.',
  'The spokesman spoke at length in the square.',
  'Troops crossed the border on Monday and occupied three villages.',
  'The report was burned with the archive.',
  'The accused officer was led away.',
  'A wounded man was calling in the dark.',
  'The rebels announced themselves with a volley of shots.',
  'He read the list twice.',
  'The bishop said a prayer for the crew.',
  'Snipers were hiding in the Said district.',
  'The blast claimed nine lives.',
  'Shells slammed into the barracks for an hour.',
  'The garrison surrendered without a word.',
  'The withdrawal went on according to plan.',
  'Jets attacked the radar station.',
  'Heavy clashes continued as night fell.',
]

test.each(silent)('nobody speaks: %s', text => {
  const doc = read(text)
  expect(findAttributions(doc, nobody).map(a => `${a.rule}: ${a.content.map(c => c.quote).join(' | ')}`)).toEqual([])
})
