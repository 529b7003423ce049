import {describe, expect, it} from 'vitest'
import {citedWords} from '../../studio/inputs/citedWords.ts'
import {endpointsOf, pickedEndpoint} from '../../studio/inputs/endpointsOf.ts'

const span = (_key: string, text: string, ...marks: string[]) => ({_key, text, marks})

describe('citedWords', () => {
  const block = {
    children: [span('a', 'In all, '), span('b', '93.0%', 'x'), span('c', ' did', 'strong', 'x')],
  }

  it('are those of every span that carries the annotation, whatever else it carries', () => {
    expect(citedWords(block, 'x')).toEqual({text: '93.0% did', lastSpan: 'c'})
  })

  it('are none where no span does, or there is no block yet', () => {
    expect(citedWords(block, 'y')).toEqual({text: ''})
    expect(citedWords(undefined, 'x')).toEqual({text: ''})
  })
})

describe('endpoints', () => {
  const study = {
    endpoints: [
      {_key: 'a', name: 'Temperature', timepoint: '1 h', result: '36.4 °C', ci: ''},
      {_key: 'b', name: 'Temperature', timepoint: '2 h', type: 'secondary'},
      {_key: 'c', name: 'Burns'},
      {_key: 'd', result: 'of nothing'},
    ],
  }
  const endpoints = endpointsOf(study)

  it('are those that have a name, with what is known of them', () => {
    expect(endpoints).toEqual([
      {name: 'Temperature', timepoint: '1 h', result: '36.4 °C'},
      {name: 'Temperature', timepoint: '2 h', type: 'secondary'},
      {name: 'Burns'},
    ])
    expect(endpointsOf(undefined)).toEqual([])
  })

  it('are picked by name, and by time point where the name alone is not enough', () => {
    expect(pickedEndpoint(endpoints, {endpoint: 'Burns'})).toBe(endpoints[2])
    expect(pickedEndpoint(endpoints, {endpoint: 'Temperature', timepoint: '2 h'})).toBe(
      endpoints[1],
    )
    expect(pickedEndpoint(endpoints, {endpoint: 'Temperature'})).toBeUndefined()
    expect(pickedEndpoint(endpoints, {endpoint: 'Burns', timepoint: '1 h'})).toBeUndefined()
    expect(pickedEndpoint(endpoints, undefined)).toBeUndefined()
  })
})
