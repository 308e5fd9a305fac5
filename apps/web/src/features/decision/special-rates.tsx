import { type Schemas } from '@binhxet/api-client';
import { Input } from 'antd';
import { subjectKinds } from '../../words/nouns.words.js';
import { useNames, useWords } from '../../words/words.js';
import { decisionWords } from './decision.words.js';

type Group = Schemas['QuotaGroup'];
type Claim = NonNullable<Schemas['DecisionRequest']['specialRates']>[number];
export type Claims = Readonly<Record<string, Pick<Claim, 'grounds' | 'document'>>>;

const keyOf = (group: Group): string => `${group.quota.id} ${group.group ?? ''}`;
/** Id of the field of a claim. */
const idOf = (key: string, part: 'grounds' | 'document'): string => `special-${part}-${key.replaceAll(/[^A-Za-z0-9]/g, '-')}`;

/** The field of a claim that an error of the request points at. @param given claims as they were sent */
export function claimField(pointer: string, given: readonly Claim[]): { id: string; part: 'grounds' | 'document' } | null {
  const [, at, part] = /^\/specialRates\/(\d+)(?:\/(\w+))?$/.exec(pointer) ?? [];
  const claim = at === undefined ? undefined : given[Number(at)];
  if (!claim) return null;
  const named = part === 'document' ? 'document' : 'grounds';
  return { id: idOf(`${claim.quota} ${claim.group ?? ''}`, named), part: named };
}

/** Claims that are complete, as the request carries them; null while one lacks its grounds or its document. */
export function claimsOf(groups: readonly Group[], claims: Claims): Claim[] | null {
  const given = groups.flatMap((group): Claim[] => {
    const claim = claims[keyOf(group)];
    return claim ? [{ quota: group.quota.id, group: group.group, grounds: claim.grounds.trim(), document: claim.document.trim() }] : [];
  });
  return given.every((claim) => claim.grounds !== '' && claim.document !== '') ? given : null;
}

/** A group may use its quota's special rate where the pack knows one; the grounds and the document go into the decision. */
export function SpecialRates({ groups, claims, onChange }: { readonly groups: readonly Group[]; readonly claims: Claims; readonly onChange: (claims: Claims) => void }) {
  const say = useWords(decisionWords);
  const subject = useNames(subjectKinds);
  const able = groups.filter((group) => group.quota.specialRate !== null);
  if (able.length === 0) return null;
  const set = (key: string, claim: Claims[string] | null) => {
    const { [key]: _old, ...others } = claims;
    onChange(claim === null ? others : { ...others, [key]: claim });
  };
  return (
    <fieldset>
      <legend>{say('special')}</legend>
      {able.map((group) => {
        const key = keyOf(group);
        const claim = claims[key];
        const name = `${subject(group.subject)}${group.groupName ? ` · ${group.groupName}` : ''}`;
        if (group.special) {
          return (
            <p key={key}>
              {say('specialStands', { group: name, grounds: group.special.grounds, document: group.special.document })}
            </p>
          );
        }
        return (
          <div key={key}>
            <label>
              <input type="checkbox" checked={claim !== undefined} onChange={(event) => set(key, event.target.checked ? { grounds: '', document: '' } : null)} /> {say('specialOf', { group: name, num: group.quota.specialRate!.num, den: group.quota.specialRate!.den })}
            </label>
            {claim && (
              <>
                <Input.TextArea id={idOf(key, 'grounds')} aria-label={`${say('grounds')}: ${name}`} placeholder={say('grounds')} autoSize={{ minRows: 2 }} maxLength={4000} value={claim.grounds} onChange={(event) => set(key, { ...claim, grounds: event.target.value })} />
                <Input id={idOf(key, 'document')} size="large" aria-label={`${say('document')}: ${name}`} placeholder={say('document')} maxLength={500} value={claim.document} onChange={(event) => set(key, { ...claim, document: event.target.value })} />
              </>
            )}
          </div>
        );
      })}
    </fieldset>
  );
}
