import {definePlugin} from 'sanity'
import {SavingLayout} from './SavingLayout.tsx'
import {TypedInput} from './TypedInput.tsx'

/** Keys are shown at once, and saved wherever somebody goes next. */
export const typing = definePlugin({
  name: 'typing',
  form: {components: {input: TypedInput}},
  studio: {components: {layout: SavingLayout}},
})
