import {Card} from '@sanity/ui'
import type {CSSProperties, ReactElement} from 'react'
import type {ImportedSlide} from '../../importing/deck/importedDeck.ts'
import {wordsOf} from '../../importing/deck/readText.ts'
import {usePictureAddress} from './usePictureAddress.ts'
import {useWords} from './useWords.ts'

interface SmallSlideProps {
  slide: ImportedSlide
  withPicture: boolean
}

/** In parts of the slide's width, so that it is one slide in every size. */
const WHOLE: CSSProperties = {
  aspectRatio: '16 / 9',
  containerType: 'inline-size',
  display: 'flex',
  overflow: 'hidden',
}
const WORDS: CSSProperties = {
  display: 'flex',
  flex: 3,
  flexDirection: 'column',
  gap: '2cqw',
  lineHeight: 1.25,
  minWidth: 0,
  overflow: 'hidden',
  overflowWrap: 'anywhere',
  padding: '4cqw',
}
const TITLE: CSSProperties = {fontSize: '5.5cqw', fontWeight: 600}
const LINE: CSSProperties = {color: 'var(--card-muted-fg-color)', fontSize: '3.5cqw'}
const PICTURE: CSSProperties = {flex: 2, minWidth: 0, objectFit: 'contain'}
const MOST_LINES = 12

/** A slide as it comes in: words and picture, without its design. What it says stands beside it as well. */
export function SmallSlide({slide, withPicture}: SmallSlideProps): ReactElement {
  const t = useWords()
  const address = usePictureAddress(withPicture ? slide.picture : undefined)
  return (
    <Card border radius={1} style={WHOLE}>
      <div aria-hidden style={WORDS}>
        <span style={TITLE}>{slide.title ?? t('slide.untitled')}</span>
        {slide.paragraphs.slice(0, MOST_LINES).map((each, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- the lines of a slide do not move
          <span key={at} style={{...LINE, paddingLeft: `${each.level * 3}cqw`}}>
            {each.bulleted ? '• ' : ''}
            {wordsOf(each)}
          </span>
        ))}
      </div>
      {address !== undefined && (
        <img alt={slide.picture?.alt ?? ''} decoding="async" src={address} style={PICTURE} />
      )}
    </Card>
  )
}
