import { fastify } from 'fastify';
import { RouteTable } from './route-table.js';

it('tells the methods of an address', () => {
  const server = fastify();
  const table = new RouteTable();
  table.install(server);
  server.get('/a/:id', () => '');
  server.post('/a/:id', () => '');
  server.get('/files/*', () => '');
  expect(table.methodsOf('/a/7?x=/a/b')).toEqual(['GET', 'HEAD', 'POST']);
  expect(table.methodsOf('/files/x/y')).toEqual(['GET', 'HEAD']);
  expect(table.methodsOf('/a')).toEqual([]);
  expect(table.methodsOf('/a/7/b')).toEqual([]);
});
