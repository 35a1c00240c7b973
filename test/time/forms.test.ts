import { describe, expect, test } from 'vitest'
import { times } from '../../src/reading/time/index.ts'

/** Sentence with the expression in square brackets; value; first and last day ('' = open or unknown). */
type Row = readonly [marked: string, value: string | null, from: string, to: string]

const check = (published: string | null, rows: readonly Row[]) =>
  test.each(rows)('%s -> %s', (marked, value, from, to) => {
    const sentence = marked.replaceAll(/[[\]]/g, '')
    const quote = /\[(.*?)\]/s.exec(marked)?.[1] ?? ''
    const found = times(sentence, { published }).find(t => t.span.start === marked.indexOf('['))
    expect({ quote: found?.span.quote, value: found?.value, from: found?.from ?? '', to: found?.to ?? '' }).toEqual({
      quote,
      value,
      from,
      to,
    })
  })

const day = (marked: string, iso: string): Row => [marked, iso, iso, iso]

/** A report of Saturday, 10 October 2020. */
const PUBLISHED = '2020-10-10'

describe('dates of the calendar', () => {
  check(PUBLISHED, [
    day('Shelling began on [September 27, 2020].', '2020-09-27'),
    day('Shelling began on [Sept. 27].', '2020-09-27'),
    day('Shelling began on [Sept 27].', '2020-09-27'),
    day('Shelling began on [27 September].', '2020-09-27'),
    day('Shelling began on [27th September 2020].', '2020-09-27'),
    day('Shelling began on [the 27th of September].', '2020-09-27'),
    day('Shelling began on [September 27th].', '2020-09-27'),
    day('Shelling began on [September the 27th].', '2020-09-27'),
    day('A column left on [Oct.9] for the north.', '2020-10-09'),
    day('The guns fell silent on [November 11, 1918].', '1918-11-11'),
    day('Beirut, [10 JAN 90] (Radio) -- Two died.', '1990-01-10'),
    day('TEGUCIGALPA, [5 Oct 88] -- A bridge fell.', '1988-10-05'),
    day('He was seized on [15-Aug-1998] at home.', '1998-08-15'),
    day('The order is dated [27/9/2020].', '2020-09-27'),
    day('The order is dated [9/27/2020].', '2020-09-27'),
    day('The order is dated [27.09.2020].', '2020-09-27'),
    day('The order is dated [27-09-2020].', '2020-09-27'),
    day('The order is dated [2020/09/27].', '2020-09-27'),
    day('The order is dated [2020-09-27].', '2020-09-27'),
    day('The order is dated [5/10/20].', '2020-10-05'),
    day('A truce is due on [October 12].', '2020-10-12'),
    day('They will vote on [January 5].', '2021-01-05'),
    day('He died on [December 2].', '2019-12-02'),
    day('They met on [Friday, October 9].', '2020-10-09'),
    day('They met on [Friday, October 9, 2020].', '2020-10-09'),
    day('They met on [Friday October 9].', '2020-10-09'),
    day('They met on [Fri., Oct. 9].', '2020-10-09'),
    day('They met on [Friday 9 October].', '2020-10-09'),
    day('He was shot on [May 3].', '2020-05-03'),
    day('He was shot on [3 May].', '2020-05-03'),
    day('He was shot on [March 3] in Taiz.', '2020-03-03'),
    day('TROOPS ENTERED THE CITY ON [AUGUST 21, 1968].', '1968-08-21'),
    day('On [April 24, 1915] the arrests began.', '1915-04-24'),
    day('They fled on [the second of August].', '2020-08-02'),
    day('The raid of [Feb. 29, 2004] failed.', '2004-02-29'),
    day('The deal is valid until [Dec. 31].', '2020-12-31'),
    day('The deal is valid through [Oct. 31].', '2020-10-31'),
    day('He set an [Oct. 15] deadline.', '2020-10-15'),
    ['Fighting of [Sept. 27-30] emptied the town.', '2020-09-27/2020-09-30', '2020-09-27', '2020-09-30'],
    ['Fighting of [27-30 September] emptied it.', '2020-09-27/2020-09-30', '2020-09-27', '2020-09-30'],
    ['The raids of [3–5 August 2008] went on.', '2008-08-03/2008-08-05', '2008-08-03', '2008-08-05'],
    ['The raids of [August 30-September 2] went on.', '2020-08-30/2020-09-02', '2020-08-30', '2020-09-02'],
    ['He was held from [3 to 9 October].', '2020-10-03/2020-10-09', '2020-10-03', '2020-10-09'],
    ['Drones came on [the night of Oct. 6-7].', '2020-10-06TNI', '2020-10-06', '2020-10-07'],
    ['Between [5 and 8 October] it fell.', '2020-10-05/2020-10-08', '2020-10-05', '2020-10-08'],
    ['The siege began in [the first week of March].', '2020-W09', '2020-03-01', '2020-03-07'],
    ['Fighting went on in [the second half of May].', '2020-05', '2020-05-16', '2020-05-31'],
    day('The deadline is [Friday, 9 October].', '2020-10-09'),
    ['No shot has been heard since [October].', '2020-10', '2020-10-01', '2020-10-31'],
    ['They arrived in [July].', '2020-07', '2020-07-01', '2020-07-31'],
    ['They arrived in [November].', '2019-11', '2019-11-01', '2019-11-30'],
    ['They will arrive in [November].', '2020-11', '2020-11-01', '2020-11-30'],
    ['They arrived in [May].', '2020-05', '2020-05-01', '2020-05-31'],
    ['They fled in [March 1999].', '1999-03', '1999-03-01', '1999-03-31'],
    ['They fled in [Sept. 1980].', '1980-09', '1980-09-01', '1980-09-30'],
    ['They fled in [March of 1999].', '1999-03', '1999-03-01', '1999-03-31'],
    ['They fled in [early March 1999].', '1999-03', '1999-03-01', '1999-03-10'],
    ['They fled in [mid-March].', '2020-03', '2020-03-11', '2020-03-20'],
    ['They fled in [late August].', '2020-08', '2020-08-21', '2020-08-31'],
    ['They fled at [the end of August].', '2020-08', '2020-08-21', '2020-08-31'],
    ['They fled at [the beginning of August].', '2020-08', '2020-08-01', '2020-08-10'],
    ['He was killed [last October].', '2019-10', '2019-10-01', '2019-10-31'],
    ['He was killed [last May].', '2020-05', '2020-05-01', '2020-05-31'],
    ['They return [next January].', '2021-01', '2021-01-01', '2021-01-31'],
    ['In [December last year] the fort fell.', '2019-12', '2019-12-01', '2019-12-31'],
    ['It was founded in [1988].', '1988', '1988-01-01', '1988-12-31'],
    ['The [1994] truce failed.', '1994', '1994-01-01', '1994-12-31'],
    ['Since [early 2011] it has burned.', '2011', '2011-01-01', '2011-04-30'],
    ['The area saw fighting in [mid-1983].', '1983', '1983-05-01', '1983-08-31'],
    ['By [late 1979] they had left.', '1979', '1979-09-01', '1979-12-31'],
    ['At [the end of 1990] it was over.', '1990', '1990-09-01', '1990-12-31'],
    ['The siege of [2016-17] emptied it.', '2016/2017', '2016-01-01', '2017-12-31'],
    ['The war of [1992–1995] left ruins.', '1992/1995', '1992-01-01', '1995-12-31'],
    ['The war of [1980-88] left ruins.', '1980/1988', '1980-01-01', '1988-12-31'],
    ['By [nineteen ninety-six] it was over.', '1996', '1996-01-01', '1996-12-31'],
    ["By ['98] it was over.", '1998', '1998-01-01', '1998-12-31'],
    ['It ended in [two thousand and three].', '2003', '2003-01-01', '2003-12-31'],
    ['The pact of [1648] is famous.', '1648', '1648-01-01', '1648-12-31'],
  ])
})

describe('days counted from publication', () => {
  check(PUBLISHED, [
    day('Iraq said [today] that it held.', '2020-10-10'),
    day('The bridge fell [yesterday].', '2020-10-09'),
    day('The column leaves [tomorrow].', '2020-10-11'),
    day("[Today]'s raid killed two.", '2020-10-10'),
    day('Raids began [earlier today].', '2020-10-10'),
    day('Raids began [late yesterday].', '2020-10-09'),
    day('The bridge fell [the day before yesterday].', '2020-10-08'),
    day('They return [the day after tomorrow].', '2020-10-12'),
    day('Two died on [Friday].', '2020-10-09'),
    day('Two died on [Saturday].', '2020-10-10'),
    day('Two died on [Sunday].', '2020-10-04'),
    day('Two died [Monday].', '2020-10-05'),
    day('The council will meet on [Monday].', '2020-10-12'),
    day('The council is due to meet on [Tuesday].', '2020-10-13'),
    day('The vote was postponed until [Thursday].', '2020-10-15'),
    day('The hostages are to be freed on [Sunday].', '2020-10-11'),
    day('The hostages will be freed on [Wednesday].', '2020-10-14'),
    day('The ministry said on [Wednesday] that talks will go on.', '2020-10-07'),
    day('Talks will go on, the ministry said on [Wednesday].', '2020-10-07'),
    day('He arrived on [Wednesday] and will leave soon.', '2020-10-07'),
    day('Since [last Saturday] they have starved.', '2020-10-03'),
    day('It fell [last Friday].', '2020-10-09'),
    day('The court sits [next Monday].', '2020-10-12'),
    day('The court sits [next Saturday].', '2020-10-17'),
    day('It fell [early Wednesday].', '2020-10-07'),
    day("[Thursday]'s strike killed two.", '2020-10-08'),
    day('SHELLING KILLED TWO ON [FRIDAY]', '2020-10-09'),
    day('He fled [two days ago].', '2020-10-08'),
    day('He fled [10 days ago].', '2020-09-30'),
    day('He fled [a day ago].', '2020-10-09'),
    ['He fled [two weeks ago].', '2020-W39', '2020-09-26', '2020-09-26'],
    ['He fled [6 weeks ago].', '2020-W35', '2020-08-29', '2020-08-29'],
    ['He fled [a month ago].', '2020-09', '2020-09-01', '2020-09-30'],
    ['He fled [three months ago].', '2020-07', '2020-07-01', '2020-07-31'],
    ['He fled [a year ago].', '2019', '2019-01-01', '2019-12-31'],
    ['He fled [nearly four years ago].', '2016', '2016-01-01', '2016-12-31'],
    ['He fled [a decade ago].', '2010', '2010-01-01', '2010-12-31'],
    ['He fled [several years ago].', 'PAST_REF', '', '2020-10-10'],
    ['They met [last week].', '2020-W40', '2020-09-28', '2020-10-04'],
    ['They met [this week].', '2020-W41', '2020-10-05', '2020-10-11'],
    ['They meet [next week].', '2020-W42', '2020-10-12', '2020-10-18'],
    ['They met [last month].', '2020-09', '2020-09-01', '2020-09-30'],
    ['They met [this month].', '2020-10', '2020-10-01', '2020-10-31'],
    ['They meet [next month].', '2020-11', '2020-11-01', '2020-11-30'],
    ['They met [last year].', '2019', '2019-01-01', '2019-12-31'],
    ['They met [this year].', '2020', '2020-01-01', '2020-12-31'],
    ['They meet [next year].', '2021', '2021-01-01', '2021-12-31'],
    ['They met [early last year].', '2019', '2019-01-01', '2019-04-30'],
    ['They met [late last month].', '2020-09', '2020-09-21', '2020-09-30'],
    ['They met [earlier this week].', '2020-W41', '2020-10-05', '2020-10-10'],
    ['They met [earlier this month].', '2020-10', '2020-10-01', '2020-10-10'],
    ['They met [earlier this year].', '2020', '2020-01-01', '2020-10-10'],
    ['They meet [later this month].', '2020-10', '2020-10-10', '2020-10-31'],
    ['They meet [later this year].', '2020', '2020-10-10', '2020-12-31'],
    ['They want them home by [the end of the year].', '2020', '2020-09-01', '2020-12-31'],
    ['It ends at [the end of the month].', '2020-10-31', '2020-10-31', '2020-10-31'],
    ['They met at [the weekend].', '2020-W41-WE', '2020-10-10', '2020-10-11'],
    ['They met [last weekend].', '2020-W40-WE', '2020-10-03', '2020-10-04'],
    ['They meet [next weekend].', '2020-W42-WE', '2020-10-17', '2020-10-18'],
  ])
})

describe('parts of the day and clock times', () => {
  const at = (marked: string, value: string): Row => [marked, value, value.slice(0, 10), value.slice(0, 10)]
  check(PUBLISHED, [
    at('Rebels attacked [Tuesday night].', '2020-10-06TNI'),
    at('Rebels attacked [late Tuesday night].', '2020-10-06TNI'),
    at('Rebels attacked on [Friday morning].', '2020-10-09TMO'),
    at('Rebels attacked on [Friday afternoon].', '2020-10-09TAF'),
    at('Rebels attacked on [Friday evening].', '2020-10-09TEV'),
    at('Rebels attacked [last Sunday night].', '2020-10-04TNI'),
    at('By [mid-afternoon] on Thursday it fell.', '2020-10-08TAF'),
    at('Drones came [overnight] into Wednesday.', '2020-10-06TNI'),
    at('Rebels attacked [this morning].', '2020-10-10TMO'),
    at('Rebels attacked [last night].', '2020-10-09TNI'),
    at('Rebels attacked [yesterday evening].', '2020-10-09TEV'),
    at('Sirens sounded [tonight].', '2020-10-10TNI'),
    at('The post was hit [overnight].', '2020-10-10TNI'),
    at('Jets struck in [the early hours].', '2020-10-10TMO'),
    at('Jets struck in [the early hours of Friday].', '2020-10-09TMO'),
    at('Jets struck on [the night of September 27].', '2020-09-27TNI'),
    at('Jets struck on [the morning of 27 September 2020].', '2020-09-27TMO'),
    at('Jets struck on [the night of Friday].', '2020-10-09TNI'),
    at('They attacked on Oct. 7 at [dawn].', '2020-10-07TMO'),
    at('The blast came at [6 p.m.] near the port.', '2020-10-10T18:00'),
    at('The blast came at [6pm] near the port.', '2020-10-10T18:00'),
    at('The blast came at [7:15 a.m.] near the port.', '2020-10-10T07:15'),
    at('The blast came at [15:09] near the port.', '2020-10-10T15:09'),
    at('The blast came at [15:09 GMT] near the port.', '2020-10-10T15:09Z'),
    at('The blast came at [12:30 a.m.] near the port.', '2020-10-10T00:30'),
    at('The blast came at [12:30 p.m.] near the port.', '2020-10-10T12:30'),
    at('The blast came at [noon].', '2020-10-10T12:00'),
    at("The blast came at [four o'clock in the morning].", '2020-10-10T04:00'),
    at('The blast came at [0600].', '2020-10-10T06:00'),
    at('The blast came at [0600 GMT].', '2020-10-10T06:00Z'),
    at('The blast came at [2130 hours].', '2020-10-10T21:30'),
    at('The blast came at [10 p.m. Wednesday].', '2020-10-07T22:00'),
    at('The blast came at [10 p.m.] on Wednesday.', '2020-10-07T22:00'),
    at('On Wednesday at [10 p.m.] a blast was heard.', '2020-10-07T22:00'),
    at('The truce starts at [5 p.m. EST Nov. 9].', '2020-11-09T17:00'),
    at('Posted [2020-10-10T15:09] by the ministry.', '2020-10-10T15:09'),
    at('Posted [2020-10-10T15:09:30Z] by the ministry.', '2020-10-10T15:09Z'),
  ])
})

describe('seasons, quarters, decades, centuries', () => {
  check(PUBLISHED, [
    ['In [the summer of 2014] raids began.', '2014-SU', '2014-06-01', '2014-08-31'],
    ['In [spring 1999] they fled.', '1999-SP', '1999-03-01', '1999-05-31'],
    ['They came [last winter].', '2019-WI', '2019-12-01', '2020-02-29'],
    ['They came [this summer].', '2020-SU', '2020-06-01', '2020-08-31'],
    ['They will come [next spring].', '2021-SP', '2021-03-01', '2021-05-31'],
    ['They fled in [the summer].', '2020-SU', '2020-06-01', '2020-08-31'],
    ['They fled in [the autumn of 1942].', '1942-FA', '1942-09-01', '1942-11-30'],
    ['Exports fell in [the third quarter].', '2020-Q3', '2020-07-01', '2020-09-30'],
    ['Exports fell in [the second quarter of 2019].', '2019-Q2', '2019-04-01', '2019-06-30'],
    ['Crossings doubled in [the first half of 2015].', '2015-H1', '2015-01-01', '2015-06-30'],
    ['Spending rose in [fiscal 2019].', '2019', '2019-01-01', '2019-12-31'],
    ['The war of [the 1990s] left mines.', '199', '1990-01-01', '1999-12-31'],
    ['In [the early 1990s] mines were laid.', '199', '1990-01-01', '1993-12-31'],
    ['In [the late 1970s] the junta ruled.', '197', '1977-01-01', '1979-12-31'],
    ["By [the '80s] it was over.", '198', '1980-01-01', '1989-12-31'],
    ['In [the nineties] they fled.', '199', '1990-01-01', '1999-12-31'],
    ['A fort of [the 16th century] was hit.', '15', '1500-01-01', '1599-12-31'],
    ['The worst war of [the twentieth century].', '19', '1900-01-01', '1999-12-31'],
  ])
})

describe('durations', () => {
  const lasts = (marked: string, value: string): Row => [marked, value, '', '']
  check(PUBLISHED, [
    lasts('They held out for [two weeks].', 'P2W'),
    lasts('They held out for [almost two weeks].', 'P2W'),
    lasts('They held out for [more than three years].', 'P3Y'),
    lasts('They held out for [several days].', 'PXD'),
    lasts('They held out for [a few hours].', 'PTXH'),
    lasts('They held out for [hours].', 'PTXH'),
    lasts('They held out for [an hour].', 'PT1H'),
    lasts('They held out for [half an hour].', 'PT30M'),
    lasts('They held out for [an hour and a half].', 'PT1H30M'),
    lasts('They held out for [two and a half years].', 'P2Y6M'),
    lasts('They held out for [5 1/2 hours].', 'PT5H30M'),
    lasts('They held out for [twenty-four hours].', 'PT24H'),
    lasts('They held out for [a week].', 'P1W'),
    lasts('They held out for [two decades].', 'P20Y'),
    lasts('They held out for [a couple of months].', 'P2M'),
    lasts('They held out for [872 days].', 'P872D'),
    lasts('A [three-day] truce began.', 'P3D'),
    lasts('The [five-year] war goes on.', 'P5Y'),
    lasts('The [week-long] siege ended.', 'P1W'),
    lasts('The [six-year-old] conflict goes on.', 'P6Y'),
    lasts('Warsaw protested [a day after] the raid.', 'P1D'),
    lasts('They fought [all day].', 'P1D'),
    ['Ten have died in [the past two weeks].', 'P2W', '2020-09-26', '2020-10-10'],
    ['Ten have died over [the last three days].', 'P3D', '2020-10-07', '2020-10-10'],
    ['Ten have died in [the last 24 hours].', 'P1D', '2020-10-09', '2020-10-10'],
    ['Over [the past day] ten died.', 'P1D', '2020-10-09', '2020-10-10'],
    ['Talks go on over [the next two months].', 'P2M', '2020-10-10', '2020-12-10'],
    ['Shells have fallen in [recent days].', 'PXD', '', '2020-10-10'],
    ['They will return in [the coming weeks].', 'PXW', '2020-10-10', ''],
  ])
})

describe('sets and vague references', () => {
  const set = (marked: string, value: string): Row => [marked, value, '', '']
  check(PUBLISHED, [
    set('Guns fire [every day].', 'P1D'),
    set('Guns fire [daily].', 'P1D'),
    set('Bread comes twice [a week].', 'P1W'),
    set('A convoy comes [every two weeks].', 'P2W'),
    set('They gather [each Friday].', 'XXXX-WXX-5'),
    set('They gather on [Mondays].', 'XXXX-WXX-1'),
    set('They gather [every Sunday morning].', 'XXXX-WXX-7TMO'),
    set('The river floods [every March].', 'XXXX-03'),
    set('They ship ten tanks [per month].', 'P1M'),
    ['The army [now] holds the hill.', 'PRESENT_REF', '2020-10-10', '2020-10-10'],
    ['The town is [currently] cut off.', 'PRESENT_REF', '2020-10-10', '2020-10-10'],
    set('Two villages fell [recently].', 'PAST_REF'),
    set('It has burned in [the past].', 'PAST_REF'),
    set('A truce may come in [the near future].', 'FUTURE_REF'),
    set('Nobody knows [the future].', 'FUTURE_REF'),
    set('They will leave [soon].', 'FUTURE_REF'),
  ])
})

describe('expressions that lean on the one before', () => {
  check(PUBLISHED, [
    day('He was shot on Oct. 1 and died [two days later].', '2020-10-03'),
    day('They met on Oct. 2 and signed [the next day].', '2020-10-03'),
    day('They met on Oct. 2 and signed [the following day].', '2020-10-03'),
    day('The town fell on May 3, 1999. [The same day] it was burned.', '1999-05-03'),
    day('The town fell on May 3, 1999. [A day earlier] it was full.', '1999-05-02'),
    ['In 1995 the city was free; [a year earlier] it had burned.', '1994', '1994-01-01', '1994-12-31'],
    ['He came in 2011 and left [the following year].', '2012', '2012-01-01', '2012-12-31'],
    ['He was held from [March] to May 1996.', '1996-03', '1996-03-01', '1996-03-31'],
    ['He was held from [November] to May 1996.', '1995-11', '1995-11-01', '1995-11-30'],
    ['In the third quarter it lost; [the year-ago quarter] was better.', '2019-Q3', '2019-07-01', '2019-09-30'],
  ])
})

describe('without a day of publication', () => {
  check(null, [
    ['It began on [September 27, 2020].', '2020-09-27', '2020-09-27', '2020-09-27'],
    ['It began on [September 27].', 'XXXX-09-27', '', ''],
    ['It began on [Friday].', 'XXXX-WXX-5', '', ''],
    ['It began [yesterday].', null, '', ''],
    ['It began in [1988].', '1988', '1988-01-01', '1988-12-31'],
    ['It lasted [two weeks].', 'P2W', '', ''],
    ['It began [last week].', null, '', ''],
    ['It began at [6 p.m.] sharp.', 'XXXX-XX-XXT18:00', '', ''],
  ])
})

describe('datelines', () => {
  const valueIn = (text: string, published: string | null, words: string) =>
    times(text, { published }).find(t => t.span.quote === words)?.value
  test.each([
    ['LIMA, 14 Aug 88 (Agency) -- A bomb went off today.', null, 'today', '1988-08-14'],
    ['LIMA, 14 Aug 88 (Agency) -- A bomb went off last night.', null, 'last night', '1988-08-13TNI'],
    ['GOMA, October 9 (Agency) -- A bomb went off today.', '2020-10-10', 'today', '2020-10-09'],
    ['GOMA, October 9 (Agency) -- A bomb went off on Friday.', '2020-10-10', 'Friday', '2020-10-09'],
    ['GOMA, September 9 (Agency) -- A bomb went off today.', '2020-10-10', 'today', '2020-10-10'],
    ['GOMA, A bomb went off on October 9, and today another did.', '2020-10-10', 'today', '2020-10-10'],
  ] as const)('%s (%s): %s is %s', (text, published, words, value) => expect(valueIn(text, published, words)).toBe(value))
})

describe('history', () => {
  const HISTORY = 'The war began on September 22, 1980, when Iraq crossed the border. A truce of August 20, 1988 ended it. '
  const next = (marked: string) => {
    const found = times(HISTORY + marked.replaceAll(/[[\]]/g, ''), { published: '2020-10-10' })
    return found.find(t => t.span.start === HISTORY.length + marked.indexOf('['))?.value
  }
  test.each([
    ['Prisoners were exchanged in [November].', '1988-11'],
    ['Prisoners were exchanged on [January 12].', '1989-01-12'],
    ['Prisoners were exchanged on [10 July].', '1988-07-10'],
    ['By 1990 few were left; on [September 10] the last came home.', '1990-09-10'],
    ['Prisoners were exchanged on [Friday].', '2020-10-09'],
  ])('%s -> %s', (marked, value) => expect(next(marked)).toBe(value))
  test('news that looks back once stays news', () => {
    const found = times('He was jailed in March 1998. Police said on Friday that he fled in [July].'.replaceAll(/[[\]]/g, ''), {
      published: '2020-10-10',
    })
    expect(found.at(-1)?.value).toBe('2020-07')
  })
})

describe('what is no time expression', () => {
  test.each([
    'They may attack.',
    'May God help them, he said.',
    'Theresa May spoke.',
    'Thousands march on the capital.',
    'The March on Rome was told again.',
    'A second attack failed.',
    'Wells spring up.',
    'After the fall of Saigon he fled.',
    'About 1,200 people fled.',
    'Some 2000 soldiers came.',
    'The shelling killed 1991 people.',
    'He paid $1988 for it.',
    'He lives at 1600 Main Road.',
    'The home side won 3-2.',
    'The match ended 12-10.',
    'Resolution 2254 was passed.',
    'They fired a Su-25 and two T-72 tanks.',
    'The 30th brigade and the 2nd army came.',
    'A six-year-old boy was hurt.',
    'The driver, 52 years old, was hurt.',
    'Call 555-1234 at once.',
    'Version 1.2.3 was used.',
    'Operation Dawn was called off.',
    'An august body met.',
    'He spoke of the Sun and the Sat phone.',
    'The Daily Post wrote of it.',
    'The 155 mm guns fired.',
    'He ran past the post.',
    'As soon as they came, he left.',
    'Hill 1920 metres high.',
    'Some 1945 homes burned.',
    'He asked for the price per second.',
  ])('%s', sentence => {
    expect(times(sentence, { published: PUBLISHED }).map(t => t.span.quote)).toEqual([])
  })
})
