/** Arrows run one way: pure <- client <- React inside the plugin; nothing below imports what is above it. */
const PURE = '^plugins/claim-gate/(model|fingerprint|closure|verdict)/'
const CLIENT = '^plugins/claim-gate/(world|reviewing|publishing|checkpoint|sealer|delivery)/'
const REACT =
  '^plugins/claim-gate/(documentActions|documentBadges|validation|inspector|tool|explain|dialogs|i18n|plugin|withClaimGate|studioCompat|index)'
const FRAMEWORK =
  'node_modules/(sanity|react|react-dom|styled-components|@sanity/ui|@sanity/icons)/'

module.exports = {
  forbidden: [
    {name: 'no-circular', severity: 'error', from: {}, to: {circular: true}},
    {name: 'no-unresolved', severity: 'error', from: {}, to: {couldNotResolve: true}},
    {
      name: 'pure-knows-no-client-and-no-react',
      severity: 'error',
      from: {path: PURE, pathNot: '\\.test\\.ts$'},
      to: {path: [CLIENT, REACT, FRAMEWORK, 'node_modules/@sanity/client/']},
    },
    {
      name: 'proof-reaches-no-client-and-no-react',
      severity: 'error',
      from: {
        path: '^(plugins/claim-gate/proof|scripts/proof/verifyFile\\.ts$)',
        pathNot: '\\.test\\.ts$',
      },
      to: {path: [REACT, FRAMEWORK, 'node_modules/@sanity/client/', '^lake/'], reachable: true},
    },
    {
      name: 'client-knows-no-react',
      severity: 'error',
      from: {path: CLIENT},
      to: {path: [REACT, FRAMEWORK]},
    },
    {
      name: 'delivery-stands-alone',
      severity: 'error',
      from: {path: '^plugins/claim-gate/delivery/', pathNot: '\\.test\\.ts$'},
      to: {path: '^plugins/claim-gate/', pathNot: '^plugins/claim-gate/delivery/'},
    },
    {
      name: 'plugin-knows-no-house',
      severity: 'error',
      from: {path: '^plugins/'},
      to: {path: '^(lake|studio|schemas|scripts|portal)/'},
    },
    {
      name: 'lake-stands-alone',
      severity: 'error',
      from: {path: '^lake/'},
      to: {path: '^(plugins|studio|schemas|scripts|portal|tests)/'},
    },
    {
      name: 'schemas-stand-alone',
      severity: 'error',
      from: {path: '^schemas/'},
      to: {path: ['^(plugins|lake|studio|scripts|portal)/', 'node_modules/(sanity|react)/']},
    },
    {
      name: 'portal-knows-delivery-only',
      severity: 'error',
      from: {path: '^portal/'},
      to: {
        path: '^(plugins|lake|studio|schemas|scripts)/',
        pathNot: '^plugins/claim-gate/delivery/',
      },
    },
    {
      name: 'studio-knows-no-lake',
      severity: 'error',
      from: {path: '^(studio/|sanity\\.config|claimGate\\.config)'},
      to: {path: '^(lake|scripts)/'},
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: {pathNot: ['^tests/', '\\.test\\.tsx?$', '^vitest']},
      to: {path: ['^tests/', '\\.test\\.tsx?$']},
    },
    {
      name: 'no-grab-bags',
      severity: 'error',
      from: {},
      to: {
        path: '^(?!node_modules).*(^|/)(utils?|helpers?|shared|common|lib|misc|types)(/|\\.tsx?$)',
      },
    },
  ],
  options: {
    doNotFollow: {path: 'node_modules'},
    exclude: {path: '^(dist|lake/dist|\\.sanity|\\.throughline)/'},
    tsPreCompilationDeps: true,
    tsConfig: {fileName: 'tsconfig.json'},
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.cjs', '.mjs', '.json'],
    },
  },
}
