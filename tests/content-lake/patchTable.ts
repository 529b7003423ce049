export const BASE = {
  title: 'warm pad',
  size: 3,
  nested: {a: 1, b: 2},
  list: [
    {_key: 'x', n: 1},
    {_key: 'y', n: 2},
  ],
  words: ['a', 'b', 'c'],
  none: null,
  empty: [],
  odd: {'with-dash': 1, _under: 2},
  deep: [{_key: 'p', items: [{_key: 'q', tags: ['r', 's']}]}],
}

const [X, Y] = BASE.list

export type Operations = Record<string, unknown>
type Row = readonly [what: string, operations: Operations, expected: object]

/** What operations on the base document leave in the fields that are named. */
export const APPLIES: readonly Row[] = [
  ['set', {set: {title: 'cold', 'nested.c': 3}}, {title: 'cold', nested: {a: 1, b: 2, c: 3}}],
  ['set of what is missing on the way', {set: {'new.way.to': 1}}, {new: {way: {to: 1}}}],
  ['set of nothing', {set: {title: null}}, {title: null}],
  ['set below a text', {set: {'title.en': 'warm'}}, {title: {en: 'warm'}}],
  ['set by key', {set: {'list[_key=="y"].n': 5}}, {list: [X, {_key: 'y', n: 5}]}],
  ['set by a value', {set: {'list[n > 1].seen': true}}, {list: [X, {...Y, seen: true}]}],
  [
    'set where there is a value',
    {set: {'list[n?].n': 0}},
    {
      list: [
        {...X, n: 0},
        {...Y, n: 0},
      ],
    },
  ],
  ['set by place', {set: {'words[1]': 'z'}}, {words: ['a', 'z', 'c']}],
  ['set by place from the end', {set: {'words[-1]': 'z'}}, {words: ['a', 'b', 'z']}],
  ['set of a range', {set: {'words[1:]': 'z'}}, {words: ['a', 'z', 'z']}],
  ['set of several places', {set: {'words[0,2]': 'z'}}, {words: ['z', 'b', 'z']}],
  [
    'set of every member',
    {set: {'list[*].n': 0}},
    {
      list: [
        {...X, n: 0},
        {...Y, n: 0},
      ],
    },
  ],
  ['set of members by their value', {set: {'words[@ == "b"]': 'z'}}, {words: ['a', 'z', 'c']}],
  ['set of several attributes', {set: {'nested[a,b]': 0}}, {nested: {a: 0, b: 0}}],
  ['set of a quoted name', {set: {"odd['with-dash']": 5}}, {odd: {'with-dash': 5, _under: 2}}],
  ['set at any depth', {set: {'..[_key=="q"].seen': 1}}, {deep: [{items: [{seen: 1}]}]}],
  ['set of text of any kind', {set: {title: 'π "q" \u{1F9EA} \\'}}, {title: 'π "q" \u{1F9EA} \\'}],
  ['set of a large number', {set: {size: 9_007_199_254_740_991}}, {size: 9_007_199_254_740_991}],
  ['set of a small number', {set: {size: -1e-9}}, {size: -1e-9}],
  ['set by a key that is not there', {set: {'list[_key=="none"].n': 5}}, {list: BASE.list}],
  ['set of a place that is not there', {set: {'words[3]': 'd'}}, {words: BASE.words}],
  ['set in a list that is not there', {set: {'gone[_key=="x"].n': 1}}, {gone: undefined}],
  [
    'setIfMissing',
    {setIfMissing: {title: 'no', fresh: {z: 1}}},
    {title: 'warm pad', fresh: {z: 1}},
  ],
  ['setIfMissing by key', {setIfMissing: {'list[_key=="x"].m': 1}}, {list: [{...X, m: 1}, Y]}],
  ['set before setIfMissing', {setIfMissing: {o: {x: 1}}, set: {'o.y': 2}}, {o: {y: 2}}],
  ['unset', {unset: ['title', 'nested.a']}, {title: undefined, nested: {b: 2}}],
  ['unset by key', {unset: ['list[_key=="x"]']}, {list: [Y]}],
  ['unset by place', {unset: ['words[1]']}, {words: ['a', 'c']}],
  ['unset of a range', {unset: ['words[0:2]']}, {words: ['c']}],
  ['unset of several places', {unset: ['words[0,2]']}, {words: ['b']}],
  ['unset of several keys', {unset: ['list[_key=="x"]', 'list[_key=="y"]']}, {list: []}],
  ['unset of every member', {unset: ['words[*]']}, {words: []}],
  [
    'unset deep in lists',
    {unset: ['deep[_key=="p"].items[_key=="q"].tags[0]']},
    {deep: [{_key: 'p', items: [{_key: 'q', tags: ['s']}]}]},
  ],
  ['unset at any depth', {unset: ['deep..tags']}, {deep: [{_key: 'p', items: [{_key: 'q'}]}]}],
  ['unset of what is not there', {unset: ['no', 'list[9]', 'no.way']}, {list: BASE.list}],
  ['unset before inc', {unset: ['size'], inc: {size: 1}}, {size: undefined}],
  ['inc and dec', {inc: {size: 2}, dec: {'nested.b': 5}}, {size: 5, nested: {a: 1, b: -3}}],
  ['inc by a fraction', {inc: {size: 0.5}}, {size: 3.5}],
  ['inc by key', {inc: {'list[_key=="y"].n': 5}}, {list: [X, {_key: 'y', n: 7}]}],
  [
    'inc of several',
    {inc: {'list[n > 0].n': 1}},
    {
      list: [
        {...X, n: 2},
        {...Y, n: 3},
      ],
    },
  ],
  ['inc of what is not there', {inc: {gone: 1}, dec: {'nested.c': 1}}, {gone: undefined}],
  ['set before inc', {inc: {stats: 1}, set: {stats: 4}}, {stats: 5}],
  ['setIfMissing before inc', {setIfMissing: {'s.n': 0}, inc: {'s.n': 1}}, {s: {n: 1}}],
  [
    'insert after the last',
    {insert: {after: 'words[-1]', items: ['d']}},
    {words: ['a', 'b', 'c', 'd']},
  ],
  [
    'insert before the first',
    {insert: {before: 'words[0]', items: ['y', 'z']}},
    {words: ['y', 'z', 'a', 'b', 'c']},
  ],
  [
    'insert before the last',
    {insert: {before: 'words[-1]', items: [1]}},
    {words: ['a', 'b', 1, 'c']},
  ],
  ['insert at the end of an empty list', {insert: {after: 'empty[-1]', items: [1]}}, {empty: [1]}],
  [
    'insert at the start of an empty list',
    {insert: {before: 'empty[0]', items: [1]}},
    {empty: [1]},
  ],
  [
    'insert after a range, behind its last member',
    {insert: {after: 'words[0:2]', items: ['z']}},
    {words: ['a', 'b', 'z', 'c']},
  ],
  [
    'insert after a key',
    {insert: {after: 'list[_key=="x"]', items: [{_key: 'z'}]}},
    {list: [X, {_key: 'z'}, Y]},
  ],
  [
    'insert before a key',
    {insert: {before: 'list[_key=="y"]', items: [{_key: 'z'}]}},
    {list: [X, {_key: 'z'}, Y]},
  ],
  [
    'insert deep in lists',
    {insert: {after: 'deep[_key=="p"].items[_key=="q"].tags[0]', items: ['z']}},
    {deep: [{_key: 'p', items: [{_key: 'q', tags: ['r', 'z', 's']}]}]},
  ],
  ['insert of nothing', {insert: {after: 'words[-1]', items: []}}, {words: BASE.words}],
  [
    'insert at no key',
    {insert: {after: 'list[_key=="no"]', items: [{_key: 'z'}]}},
    {list: BASE.list},
  ],
  ['insert into no list', {insert: {after: 'gone[-1]', items: ['d']}}, {gone: undefined}],
  ['insert into a text', {insert: {after: 'title[-1]', items: ['d']}}, {title: BASE.title}],
  [
    'insert into a list that setIfMissing made',
    {setIfMissing: {fresh: []}, insert: {after: 'fresh[-1]', items: ['d']}},
    {fresh: ['d']},
  ],
  ['replace of a range', {insert: {replace: 'words[0:2]', items: ['z']}}, {words: ['z', 'c']}],
  ['replace of an open range', {insert: {replace: 'words[1:]', items: ['z']}}, {words: ['a', 'z']}],
  ['replace of places', {insert: {replace: 'words[0,2]', items: ['z']}}, {words: ['z', 'b']}],
  [
    'replace by key',
    {insert: {replace: 'list[_key=="x"]', items: [{_key: 'z'}]}},
    {list: [{_key: 'z'}, Y]},
  ],
  [
    'replace of an empty range',
    {insert: {replace: 'words[2:1]', items: ['z']}},
    {words: BASE.words},
  ],
  ['replace of no key', {insert: {replace: 'list[_key=="no"]', items: [1]}}, {list: BASE.list}],
  [
    'diffMatchPatch',
    {diffMatchPatch: {title: '@@ -1,8 +1,8 @@\n-warm\n+cold\n  pad\n'}},
    {title: 'cold pad'},
  ],
  [
    'diffMatchPatch of what is no longer there, as far as it goes',
    {diffMatchPatch: {title: '@@ -1,5 +1,5 @@\n-qqqqqqqqqqqqqqqqq\n+zzzzzzzzzzzzzzzzz\n'}},
    {title: 'warm pad'},
  ],
  [
    'diffMatchPatch among characters of several bytes',
    {
      set: {title: 'wärm \u{1F9EA} pad'},
      diffMatchPatch: {title: '@@ -4,9 +4,11 @@\n m %F0%9F%A7%AA \n+a \n pad\n'},
    },
    {title: 'wärm \u{1F9EA} a pad'},
  ],
  [
    'diffMatchPatch of what is not there',
    {diffMatchPatch: {gone: '@@ -0,0 +1 @@\n+a\n'}},
    {gone: undefined},
  ],
  ['no operation', {}, {title: BASE.title}],
]

/** What is refused with a 400. */
export const REFUSED: readonly (readonly [what: string, operations: Operations])[] = [
  ['inc of a text', {inc: {title: 1}}],
  ['inc of null', {inc: {none: 1}}],
  ['dec of a list', {dec: {words: 1}}],
  ['inc by a text', {inc: {size: '1'}}],
  ['inc beyond all numbers', {set: {size: 1e308}, inc: {size: 1e308}}],
  ['diffMatchPatch of a number', {diffMatchPatch: {size: '@@ -1 +1 @@\n-3\n+4\n'}}],
  ['diffMatchPatch by what is none', {diffMatchPatch: {title: 'no patch at all'}}],
  ['diffMatchPatch by what is none, of what is not there', {diffMatchPatch: {gone: 'no patch'}}],
  ['a path that does not close', {set: {'list[_key=="x"': 1}}],
  ['a path that goes on behind its end', {set: {'title size': 1}}],
  ['a path of empty brackets', {unset: ['words[]']}],
  ['an empty path', {unset: ['']}],
  ['a name that no query can ask for', {set: {"['a b']": 1}}],
  ['such a name deep in a value', {set: {title: [{'a.b': 1}]}}],
  ['the prototype', {set: {"nested['__proto__'].x": 1}}],
  ['an operation that does not exist', {rename: {title: 'name'}}],
  ['a change of the type', {set: {_type: 'other'}}],
  ['a change of the id', {set: {_id: 'other'}}],
  ['to take the type away', {unset: ['_type']}],
  ['insert without a place', {insert: {items: ['x']}}],
  ['insert at two places', {insert: {before: 'words[0]', after: 'words[0]', items: ['x']}}],
  ['insert of no list', {insert: {after: 'words[0]', items: 'x'}}],
  ['unset of no list', {unset: 'title'}],
]
