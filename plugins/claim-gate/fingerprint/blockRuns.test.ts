import {expect, test} from 'vitest'
import {writeRuns, type Run} from './blockRuns.ts'

const run = (text: string, marks = '', ...references: string[]): Run => ({
  text,
  marks,
  code: marks === '"code"',
  references: new Set(references),
})
const written = (...runs: Run[]) => {
  const references = new Set<string>()
  return {children: writeRuns(runs, references), references: [...references]}
}
const figure: Run = {object: '{"_type":"figure"}'}

test.each([
  ['no words at all', [], '', []],
  ['words as they are', [run('a b')], '[{"_type":"span","text":"a b"}]', []],
  ['space around the words', [run('\n a  b ')], '[{"_type":"span","text":"a b"}]', []],
  [
    'space in a span of its own',
    [run('a'), run(' '), run(' ')],
    '[{"_type":"span","text":"a"}]',
    [],
  ],
  ['nothing but space, cited', [run(' ', '"x"', 's1'), run('\n')], '', []],
  [
    'split spans under equal marks, and what they cite',
    [run('no ', '"x"', 's1'), run(' table', '"x"', 's1'), run(' risk', '"y"', 's2')],
    '[{"_type":"span","marks":["x"],"text":"no table"},{"_type":"span","marks":["y"],"text":" risk"}]',
    ['s1', 's2'],
  ],
  [
    'space beside code, which keeps its own',
    [run(' a '), run('  b  ', '"code"'), run(' ')],
    '[{"_type":"span","text":"a "},{"_type":"span","marks":["code"],"text":"  b  "}]',
    [],
  ],
  [
    'space beside an object, of which the last is at the end',
    [run('a '), figure, run(' b'), figure, run(' ')],
    '[{"_type":"span","text":"a "},{"_type":"figure"},{"_type":"span","text":" b"},{"_type":"figure"}]',
    [],
  ],
  ['an object alone', [figure], '[{"_type":"figure"}]', []],
])('%s', (_what, runs, children, references) => {
  expect(written(...runs)).toEqual({children, references})
})
