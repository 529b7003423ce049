import {Card} from '@sanity/ui'
import type {CSSProperties, ReactElement} from 'react'

interface SlideThumbnailProps {
  headline: string
  /** First line of the text below the headline. */
  text?: string
  kind?: string
  /** Address of the picture that stands on the slide. */
  visual?: string
  /** Address of a picture of the whole page, which is then all there is to show. */
  artwork?: string
}

/** Everything in parts of the slide's width, so that it is one slide in every size. */
const WHOLE: CSSProperties = {
  aspectRatio: '16 / 9',
  containerType: 'inline-size',
  overflow: 'hidden',
  position: 'relative',
  width: '100%',
}
const WORDS: CSSProperties = {
  boxSizing: 'border-box',
  display: 'flex',
  flexDirection: 'column',
  gap: '3cqw',
  height: '100%',
  lineHeight: 1.2,
  padding: '5cqw',
}
const TWO_LINES: CSSProperties = {
  display: '-webkit-box',
  flex: 'none',
  overflow: 'hidden',
  WebkitBoxOrient: 'vertical',
  WebkitLineClamp: 2,
}
const HEADLINE: CSSProperties = {...TWO_LINES, fontSize: '9cqw', fontWeight: 600}
const SMALL: CSSProperties = {color: 'var(--card-muted-fg-color)', fontSize: '6cqw'}
const TEXT: CSSProperties = {...TWO_LINES, ...SMALL}
const KIND: CSSProperties = {...SMALL, marginTop: 'auto'}
const PICTURE: CSSProperties = {
  height: '100%',
  left: 0,
  objectFit: 'contain',
  top: 0,
  width: '100%',
}
const BESIDE: CSSProperties = {height: '100%', position: 'absolute', right: 0, top: 0, width: '40%'}
const WIDTH = 320

/** A slide as small as it must be; what it says stands beside it in words as well. */
export function SlideThumbnail(props: SlideThumbnailProps): ReactElement {
  const {headline, text, kind, visual, artwork} = props
  if (artwork)
    return (
      <Card aria-hidden border radius={1} style={WHOLE}>
        <img alt="" src={sized(artwork)} style={PICTURE} />
      </Card>
    )
  return (
    <Card aria-hidden border radius={1} style={WHOLE}>
      <div style={visual ? {...WORDS, width: '60%'} : WORDS}>
        <span style={HEADLINE}>{headline}</span>
        {text && <span style={TEXT}>{text}</span>}
        {kind && <span style={KIND}>{kind}</span>}
      </div>
      {visual && (
        <div style={BESIDE}>
          <img alt="" src={sized(visual)} style={PICTURE} />
        </div>
      )}
    </Card>
  )
}

const sized = (address: string): string => `${address}?w=${WIDTH}&fit=max&auto=format`
