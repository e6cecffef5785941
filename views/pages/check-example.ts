import type { SentRow } from '../words/sent-bill.ts'

type Example = { values: Record<string, string>; rows: SentRow[] }

const values = {
  way: 'lines',
  port: 'CNNGB',
  entity: '91330206MA2DEM0171',
  charged_on: '2026-03-02',
  number: 'NB-2026-0302',
  seller: '宁波示例集装箱码头有限公司',
  trade: 'foreign',
  direction: 'import',
}

const box = { size: '20', load: 'laden', cargo_class: 'general' }

/** 示例账单: ten boxes through a terminal at Ningbo-Zhoushan, with what is found wrong on bills: invented, as are its firms. */
const rows: SentRow[] = [
  { name: '货物港务费', quantity: '10', unit: '箱', unit_price: '39', amount: '390.00', ...box },
  { name: '港口设施保安费', quantity: '10', unit: '箱', unit_price: '20', amount: '200.00', ...box },
  { name: '港口建设费', quantity: '10', unit: '箱', unit_price: '64', amount: '640.00', ...box },
  { name: '包干费-集装箱装卸', quantity: '10', unit: '箱', unit_price: '490', amount: '4900.00', ...box },
  { name: '落地倒箱费', quantity: '2', unit: '箱', unit_price: '150', amount: '300.00', ...box },
  { name: '过磅费', quantity: '10', unit: '吨', unit_price: '15', amount: '150.00' },
  { name: '码头费', quantity: '1', unit: '票', unit_price: '120', amount: '120.00' },
  { name: '提前集港费', quantity: '2', unit: '箱', unit_price: '100', amount: '200.00' },
  { name: '茶水费', quantity: '1', unit: '次', unit_price: '50', amount: '50.00' },
]

export const EXAMPLE: Record<'zh-CN' | 'en', Example> = { 'zh-CN': { values, rows }, en: { values, rows } }
