import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import type { App } from '../../app.ts'
import type { Site } from '../../site.ts'

/** The API described by the schemas that check it: `/openapi.json` (OpenAPI 3.1), and a page to read it at `/api/docs`. */
export async function describeApi(app: App, site: Site): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: '口岸收费公示与监督平台 · Port Fee Portal',
        version: '1.0.0',
        description: ABOUT,
        license: { name: 'MIT' },
      },
      servers: [{ url: site.publicUrl }],
      tags: [
        { name: 'fees', description: '收费项目与标准' },
        { name: 'changes', description: '发布、生效与差异' },
        { name: 'places', description: '口岸、收费主体、依据、作业时限' },
        { name: 'estimates', description: '估算' },
        { name: 'checks', description: '账单核对' },
        { name: 'complaints', description: '投诉举报' },
        { name: 'quality', description: '目录质量与规则' },
        { name: 'imports', description: '表格导入（工作人员）' },
      ],
      components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
    hideUntagged: true,
  } as never)
  app.get('/openapi.json', async (_request, reply) =>
    reply.headers({ 'cache-control': 'public, max-age=300', 'access-control-allow-origin': '*' }).send(app.swagger()),
  )
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    staticCSP: true,
    transformStaticCSP: () => STRICT,
    uiConfig: { docExpansion: 'list', deepLinking: false },
  })
}

/** The viewer writes a style or two into its own elements; they are blocked, and it is none the worse for it. */
const STRICT =
  "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

const ABOUT = `What may be charged at Zhejiang's ports, on any day, as published at any release.

- \`as_of\` is a civil day in Asia/Shanghai, today when left out; \`release\` is a number, the newest when left out. A bad value is 400, never today.
- Dates in answers are inclusive; amounts are decimal strings; \`currency\` is CNY.
- With both \`as_of\` and \`release\` an answer never changes and may be kept for a year. \`head_release\` is the newest release when it was made.
- Errors are RFC 9457 problem documents, in Chinese, or in English with \`Accept-Language: en\`.
- 1200 requests a minute from one address; what is answered from memory is not counted.`
