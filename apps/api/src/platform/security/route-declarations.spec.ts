import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { z } from 'zod';
import { checkRouteDeclarations } from './route-declarations.js';
import { Permission, Public } from './route-access.js';

const appOf = (...controllers: (new () => object)[]) => {
  const module = { controllers: new Map(controllers.map((metatype) => [metatype, { metatype }])) };
  return { get: () => new Map([['m', module]]) as unknown as ModulesContainer };
};

@Controller()
class Sound {
  @Get()
  @Public()
  open() {
    return this.helper();
  }
  @Post(':id')
  @Permission('meeting.run', 'ballot.run')
  run(@Param('id', { schema: z.uuid() }) id: string, @Body({ schema: z.strictObject({ a: z.array(z.strictObject({ b: z.string() })) }) }) body: object) {
    return { id, body };
  }
  helper() {
    return 1;
  }
}

@Controller()
class Faulty {
  @Get()
  undeclared() {
    return 1;
  }
  @Post()
  @Public()
  loose(@Body({ schema: z.strictObject({ a: z.object({ b: z.string() }) }) }) body: object) {
    return body;
  }
  @Post()
  @Public()
  unchecked(@Body() body: object) {
    return body;
  }
}

describe('checkRouteDeclarations', () => {
  it('lists routes with what they declare', () => {
    expect(checkRouteDeclarations(appOf(Sound))).toEqual([
      { handler: 'Sound.open', method: 'GET', access: { kind: 'public' } },
      { handler: 'Sound.run', method: 'POST', access: { kind: 'permission', anyOf: ['meeting.run', 'ballot.run'] } },
    ]);
  });

  it('refuses to serve a route that declares no access, takes unchecked input or lets unknown keys pass', () => {
    expect(() => checkRouteDeclarations(appOf(Sound, Faulty))).toThrow(/Faulty.loose: the body lets unknown keys pass at "\/properties\/a".*Faulty.unchecked: the body has no schema.*Faulty.undeclared: declares no access/);
  });
});
