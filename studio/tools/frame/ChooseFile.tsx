import {UploadIcon} from '@sanity/icons/Upload'
import {Button, Card, Flex, Text} from '@sanity/ui'
import {useRef, useState, type DragEvent, type ReactElement} from 'react'

interface ChooseFileProps {
  /** Ends of names and types that the browser offers, as `accept` of an input takes them. */
  accept: string
  /** What to choose. */
  label: string
  /** On the button, where another file is chosen than the one before. */
  again?: string | undefined
  hint: string
  onChoose: (file: File) => void
}

/** A place for one file: with the keyboard, the pointer, or dropped on it. */
export function ChooseFile(props: ChooseFileProps): ReactElement {
  const {accept, label, again, hint, onChoose} = props
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const take = (files: FileList | null): void => {
    const file = files?.[0]
    if (file) onChoose(file)
  }
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  return (
    <Card
      border
      onDragLeave={() => setOver(false)}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDrop={drop}
      padding={5}
      radius={2}
      tone={isOver ? 'primary' : 'default'}
    >
      <Flex align="center" direction="column" gap={4}>
        <Button
          icon={UploadIcon}
          mode={again === undefined ? 'default' : 'ghost'}
          onClick={() => input.current?.click()}
          text={again ?? label}
        />
        <Text muted size={1}>
          {hint}
        </Text>
        <input
          accept={accept}
          aria-label={label}
          hidden
          onChange={(event) => {
            take(event.currentTarget.files)
            // The same file may be chosen again once it was mended.
            event.currentTarget.value = ''
          }}
          ref={input}
          type="file"
        />
      </Flex>
    </Card>
  )
}
