import {Flex, Radio, Stack, Text} from '@sanity/ui'
import {useId, type ReactElement} from 'react'
import {useTranslation} from 'sanity'
import {claimGateLocaleNamespace} from '../i18n/index.ts'
import type {GateModel} from '../model/gateModel.ts'

interface RolePickerProps {
  model: GateModel
  roles: readonly string[]
  role: string
  onChoose: (role: string) => void
}

/** In which of the person's roles it is signed, and what the signature then says. */
export function RolePicker({model, roles, role, onChoose}: RolePickerProps): ReactElement {
  const {t} = useTranslation(claimGateLocaleNamespace)
  const name = useId()
  return (
    <Stack gap={3} role="radiogroup" aria-label={t('sign.role')}>
      <Text size={1} weight="medium">
        {t('sign.role')}
      </Text>
      {roles.map((each) => (
        <Flex align="center" as="label" gap={3} key={each}>
          <Radio checked={each === role} name={name} onChange={() => onChoose(each)} value={each} />
          <Stack gap={2}>
            <Text size={1} weight="medium">
              {model.options.roles[each]?.title ?? each}
            </Text>
            <Text muted size={1}>
              {model.options.roles[each]?.meaning}
            </Text>
          </Stack>
        </Flex>
      ))}
    </Stack>
  )
}
