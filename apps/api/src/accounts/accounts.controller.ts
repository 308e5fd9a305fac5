import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IssueActivationCodesService } from '@binhxet/application';
import { z } from 'zod';
import { AnswerNotKept } from '../platform/http/idempotency-key.js';
import { Answers } from '../platform/openapi/answers.js';
import { Permission } from '../platform/security/route-access.js';

const memberCode = z.string().regex(/^[A-Z0-9-]{1,32}$/);
const activationCodesRequest = z
  .union([z.strictObject({ memberCodes: z.array(memberCode).min(1).max(20_000) }), z.strictObject({ all: z.literal(true) })])
  .meta({ id: 'ActivationCodesRequest' });
const activationCodes = z.array(z.object({ memberCode, login: z.string(), code: z.string().describe('shown once') }).meta({ id: 'ActivationCode' }));

@ApiTags('accounts')
@Controller('accounts')
export class AccountsController {
  constructor(private readonly codes: IssueActivationCodesService) {}

  @Post('activation-codes')
  @HttpCode(200)
  @Permission('account.manage')
  @AnswerNotKept()
  @Answers(activationCodes)
  issueActivationCodes(@Body({ schema: activationCodesRequest }) body: z.infer<typeof activationCodesRequest>) {
    return this.codes.issue('all' in body ? 'all' : body.memberCodes);
  }
}
