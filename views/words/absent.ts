import type { Source } from '../../catalogue/statement.ts'

/** 文件里没有: an ending that a full list proposed was read from no row; the row of the heading stands for the file. */
export const isAbsent = ({ row }: Pick<Source, 'row'>): boolean => row === 1
