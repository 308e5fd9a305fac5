import { binhDinh2023 } from './binh-dinh-2023.scenario.js';
import { binhDinhBlock } from './binh-dinh-2023-block.scenario.js';
import { dakLak2019 } from './dak-lak-2019.scenario.js';
import { demo } from './demo.scenario.js';
import { khoi2018 } from './khoi-2018-mid-year.scenario.js';
import { mini } from './mini.scenario.js';
import { quangBinh } from './quang-binh-2014.scenario.js';
import { vinhPhuc } from './vinh-phuc-2015-2025.scenario.js';

/** Shipped scenarios: name → files. Each is deterministic; the committed folder is what its generator gives. */
export const SCENARIO_GENERATORS: Readonly<Record<string, () => Map<string, string>>> = {
  'binh-dinh-2023': binhDinh2023,
  'binh-dinh-2023-block': binhDinhBlock,
  'dak-lak-2019': dakLak2019,
  demo: () => demo(),
  'khoi-2018-mid-year': khoi2018,
  mini,
  'quang-binh-2014': quangBinh,
  'vinh-phuc-2015-2025': vinhPhuc,
};

export { demo } from './demo.scenario.js';
