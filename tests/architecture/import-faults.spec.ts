import { IMPORT_FAULTS } from '@binhxet/application';
import { IMPORT_FAULT_LABELS } from '@binhxet/messages';

describe('words for import faults', () => {
  it('exist for every code, and for no other', () => {
    expect(Object.keys(IMPORT_FAULT_LABELS).sort()).toEqual([...IMPORT_FAULTS].sort());
  });
});
