import { type PaperDraft } from '@binhxet/application';
import { type World } from './world.js';

const SENTENCE = 'Nội dung tự kiểm điểm do chương trình đo tốc độ sinh ra, dài bằng một đoạn văn ngắn. ';

/** A member's paper as the pack of the cycle asks for it: every section filled in, about two kilobytes. */
export async function paperOf({ wire, cycleId, chair }: World): Promise<PaperDraft> {
  const rules = await wire.must<{
    forms: { id: string; subject: string; holdsLeadershipPost?: boolean; sections: { id: string; graded: boolean }[] }[];
  }>({ method: 'GET', path: `/cycles/${cycleId}/rules`, session: chair });
  const form = rules.forms.find((each) => each.subject === 'MEMBER' && each.holdsLeadershipPost !== true);
  if (!form) throw new Error('the rules have no form for members');
  return {
    form: form.id,
    sections: Object.fromEntries(form.sections.map(({ id }) => [id, SENTENCE.repeat(Math.max(1, Math.round(20 / form.sections.length)))])),
    grades: Object.fromEntries(form.sections.filter(({ graded }) => graded).map(({ id }) => [id, 'G2'])),
    selfLevel: 2,
  };
}
