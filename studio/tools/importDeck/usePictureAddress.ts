import {useEffect, useState} from 'react'
import type {DeckPicture} from '../../importing/deck/importedDeck.ts'

/** An address under which the page shows a picture of the file, given back when it is no longer shown. */
export function usePictureAddress(picture: DeckPicture | undefined): string | undefined {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    if (!picture) return undefined
    const made = URL.createObjectURL(new Blob([picture.bytes], {type: picture.mimeType}))
    setAddress(made)
    return () => {
      setAddress(undefined)
      URL.revokeObjectURL(made)
    }
  }, [picture])
  return address
}
