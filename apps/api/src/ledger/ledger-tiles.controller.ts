import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { AppError, parseTilePath, TILE_WIDTH } from '@binhxet/domain';
import { LedgerReader } from '@binhxet/persistence';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Public } from '../platform/security/route-access.js';

const ROOT = '/ledger/';
const FULL = 'public, max-age=31536000, immutable';
const PARTIAL = 'public, max-age=3600';
const CHECKPOINT = 'no-cache';

/** The published log, C2SP tlog-tiles: anybody may read and check it. It holds no personal data. */
@ApiExcludeController()
@Controller('ledger')
@Public()
export class LedgerTilesController {
  constructor(private readonly ledger: LedgerReader) {}

  @Get('checkpoint')
  async checkpoint(@Res() reply: FastifyReply): Promise<void> {
    const head = await this.ledger.head();
    if (!head) throw empty();
    await reply.headers({ 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': CHECKPOINT }).send(head.checkpoint);
  }

  @Get('key')
  async key(@Res() reply: FastifyReply): Promise<void> {
    const head = await this.ledger.head();
    if (!head) throw empty();
    await reply.headers({ 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': CHECKPOINT }).send(`${head.verifierKey}\n`);
  }

  @Get('tile/*')
  async tile(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const address = parseTilePath(request.url.slice(ROOT.length));
    const bytes = !address ? null : address.level === 'entries' ? await this.ledger.readEntries(address.index, address.width) : await this.ledger.readTile(address.level, address.index, address.width);
    if (!address || !bytes) throw new AppError('LEDGER.TILE_NOT_FOUND', 'not-found', 'The log has no such tile, or not yet');
    await reply.headers({ 'Content-Type': 'application/octet-stream', 'Cache-Control': address.width === TILE_WIDTH ? FULL : PARTIAL }).send(Buffer.from(bytes));
  }
}

function empty(): AppError {
  return new AppError('LEDGER.EMPTY', 'not-found', 'No checkpoint has been signed yet');
}
