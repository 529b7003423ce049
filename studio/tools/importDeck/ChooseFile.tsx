import {UploadIcon} from '@sanity/icons/Upload'
import {Button, Card, Flex, Text} from '@sanity/ui'
import {useRef, useState, type DragEvent, type ReactElement} from 'react'
import {useWords} from './useWords.ts'

interface ChooseFileProps {
  /** Another file than the one before. */
  again?: boolean
  onChoose: (file: File) => void
}

/** A place for one file: with the keyboard, the pointer, or dropped on it. */
export function ChooseFile({again = false, onChoose}: ChooseFileProps): ReactElement {
  const t = useWords()
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
          mode={again ? 'ghost' : 'default'}
          onClick={() => input.current?.click()}
          text={t(again ? 'choose.again' : 'choose.button')}
        />
        <Text muted size={1}>
          {t('choose.drop')}
        </Text>
        <input
          accept=".pptx"
          aria-label={t('choose.button')}
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
