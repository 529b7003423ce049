import type {ComponentBuilder, StructureBuilder} from 'sanity/structure'
import type {StartingFields} from '../templates/startingFields.ts'
import {documentChild} from './documentChild.ts'
import {Words} from './Words.tsx'

interface WordsPane {
  id: string
  title: string
  /** What is the case, and what to do. */
  text: string
  isReading?: boolean
  /** Offers to make the first document of a list that is empty. */
  create?: {type: string; fields: StartingFields}
  /** Of the list that is empty now: one of its documents may be open. */
  type?: string
}

/** A pane of words: in the place of a list that is empty, or not read yet. */
export function wordsPane(
  S: StructureBuilder,
  {id, title, text, isReading = false, create, type = create?.type}: WordsPane,
): ComponentBuilder {
  const pane = S.component(Words)
    .id(id)
    .title(title)
    .options({text, isReading, ...(create === undefined ? {} : {create})})
    .canHandleIntent((intent, params) => intent === 'create' && params.type === create?.type)
  return type === undefined ? pane : pane.child(documentChild(S, type, create?.fields))
}
