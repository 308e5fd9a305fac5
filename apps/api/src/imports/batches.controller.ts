import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, ApplyImportService, DecideRowsService, ImportBatchReader, type ImportFile, notFound, ROW_CLASSES, StageImportService } from '@binhxet/application';
import { AppError } from '@binhxet/domain';
import { readTable, tableFormatOf, UnreadableTable } from '@binhxet/platform/tables';
import { z } from 'zod';
import { uuid } from '../common/params.js';
import { LargeBody } from '../platform/http/body-limit.js';
import { pageAnswer, pageOf, pageQuery, pageRequest } from '../platform/http/cursor.js';
import { Answers } from '../platform/openapi/answers.js';
import { CurrentActor, Permission } from '../platform/security/route-access.js';
import { applyAnswer, applyRequest, batch, batchAnswer, batchRequest, batchRow, decisionAnswer, decisionRequest } from './batches.schemas.js';

/** Largest upload, MiB. */
const LARGEST = 64;
const MOST_ROWS = 500_000;
const APPLY_ROWS = 10_000;
const listQuery = z.strictObject(pageQuery);
const rowsQuery = z.strictObject({ ...pageQuery, class: z.enum(ROW_CLASSES).optional() });

/** Imports with a look at what they would change before anything is written. */
@ApiTags('imports')
@Controller('import-batches')
export class ImportBatchesController {
  constructor(
    private readonly staging: StageImportService,
    private readonly decisions: DecideRowsService,
    private readonly applying: ApplyImportService,
    private readonly reader: ImportBatchReader,
  ) {}

  /** Checks files row by row against what is stored and keeps them aside. */
  @Post()
  @HttpCode(200)
  @Permission('import.run')
  @LargeBody(LARGEST)
  @Answers(batchAnswer)
  async create(@Body({ schema: batchRequest }) body: z.infer<typeof batchRequest>, @CurrentActor() actor: Actor) {
    const files: ImportFile[] = [];
    for (const file of body.files) files.push('content' in file ? await read(file) : file);
    return this.staging.stage(actor, files);
  }

  /** Newest first. */
  @Get()
  @Permission('import.run')
  @Answers(pageOf(batch))
  async list(@Query({ schema: listQuery }) query: z.infer<typeof listQuery>) {
    const binding = ['import-batches'];
    return pageAnswer(await this.reader.list(pageRequest(query, binding)), binding);
  }

  @Get(':id')
  @Permission('import.run')
  @Answers(batch)
  async get(@Param('id', { schema: uuid }) id: string) {
    const found = await this.reader.byId(id);
    if (!found) throw notFound();
    return found;
  }

  /** Rows in their order in the files, stored and incoming side by side. */
  @Get(':id/rows')
  @Permission('import.run')
  @Answers(pageOf(batchRow))
  async rows(@Param('id', { schema: uuid }) id: string, @Query({ schema: rowsQuery }) query: z.infer<typeof rowsQuery>) {
    if (!(await this.reader.byId(id))) throw notFound();
    const binding = ['import-rows', id, query.class];
    return pageAnswer(await this.reader.rows(id, query.class ?? null, pageRequest(query, binding)), binding);
  }

  /** Accepts or refuses rows, by number or by class. */
  @Post(':id/decisions')
  @HttpCode(200)
  @Permission('import.run')
  @Answers(decisionAnswer)
  decide(@Param('id', { schema: uuid }) id: string, @Body({ schema: decisionRequest }) body: z.infer<typeof decisionRequest>) {
    return this.decisions.decide(id, 'rows' in body ? { rows: body.rows } : { classes: body.classes }, body.decision);
  }

  /** Writes the next accepted rows. */
  @Post(':id/apply')
  @HttpCode(200)
  @Permission('import.run')
  @Answers(applyAnswer)
  apply(@Param('id', { schema: uuid }) id: string, @Body({ schema: applyRequest }) body: z.infer<typeof applyRequest>, @CurrentActor() actor: Actor) {
    return this.applying.apply(actor, id, body.limit ?? APPLY_ROWS);
  }

  /** Drops what is not written. */
  @Post(':id/cancel')
  @HttpCode(204)
  @Permission('import.run')
  @Answers(null, { status: 204 })
  cancel(@Param('id', { schema: uuid }) id: string) {
    return this.decisions.cancel(id);
  }
}

async function read(file: { readonly name: string; readonly kind: ImportFile['kind']; readonly content: string }): Promise<ImportFile> {
  try {
    return { name: file.name, kind: file.kind, ...(await readTable(Buffer.from(file.content, 'base64'), tableFormatOf(file.name) ?? 'csv', MOST_ROWS)) };
  } catch (error) {
    if (error instanceof UnreadableTable) throw new AppError('IMPORT.FILE_UNREADABLE', 'invalid', 'The file is no table that can be read', { file: file.name, line: error.line, accepted: ['CSV, UTF-8', 'XLSX'] });
    throw error;
  }
}
