import type {SanityClient} from '@sanity/client'
import sharp from 'sharp'
import type {GateDocument} from '../../../plugins/claim-gate/node.ts'
import {reference} from '../build.ts'
import {DRAWINGS, type Drawing} from './drawings.ts'

/** A picture of a slide as its field holds it. */
type Visual = Readonly<Record<string, unknown>>

/** Draws and uploads the pictures of the slides; by the slide's id. */
export async function uploadPictures(client: SanityClient): Promise<ReadonlyMap<string, Visual>> {
  const uploaded = await Promise.all(
    Object.entries(DRAWINGS).map(async ([id, drawing]): Promise<[string, Visual]> => {
      const file = await pngOf(drawing)
      const {_id} = await client.assets.upload('image', file, {
        filename: `${id}.png`,
        // Colours are known already, and finding them takes a second.
        extract: ['lqip', 'blurhash'],
      })
      return [id, {_type: 'image', asset: reference(_id), alt: drawing.alt}]
    }),
  )
  return new Map(uploaded)
}

/** The slide with its picture, where it has one. */
export function withPicture(
  slide: GateDocument,
  pictures: ReadonlyMap<string, Visual>,
): GateDocument {
  const visual = pictures.get(slide._id)
  return visual ? {...slide, visual} : slide
}

function pngOf({shapes}: Drawing): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="450"><rect width="800" height="450" fill="#f5f7f9"/>${shapes}</svg>`
  return sharp(Buffer.from(svg)).png({palette: true}).toBuffer()
}
