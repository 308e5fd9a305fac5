export type Lang = 'vi' | 'en';

/** Everything the command prints beside findings. */
export const TEXTS = {
  usage: [
    [
      'Cách dùng: verify <địa chỉ sổ | thư mục xuất> [--export THƯ_MỤC] [--openings TỆP] [--key KHÓA|TỆP] [--state TỆP] [--lang vi|en]',
      '  <địa chỉ sổ>    ví dụ http://127.0.0.1:8080/ledger',
      '  <thư mục xuất>  thư mục do lệnh export ghi ra, hoặc tệp manifest.json trong đó',
      '  --export        kiểm thêm bản xuất và đối chiếu với sổ đã công bố',
      '  --openings      tệp NDJSON, mỗi dòng {entry, salt, payload}',
      '  --key           khóa kiểm chữ ký; không có thì tin khóa thấy lần đầu',
      '  --state         tệp nhớ khóa và điểm kiểm đã thấy (mặc định .binhxet/verify.json)',
      'Mã thoát: 0 đúng, 1 có sai lệch, 2 sai tham số, 3 không đọc được.',
    ].join('\n'),
    [
      'Usage: verify <log URL | export folder> [--export FOLDER] [--openings FILE] [--key KEY|FILE] [--state FILE] [--lang vi|en]',
      '  <log URL>        for example http://127.0.0.1:8080/ledger',
      '  <export folder>  written by the export command, or the manifest.json in it',
      '  --export         check an export as well and compare it with the published log',
      '  --openings       NDJSON file, {entry, salt, payload} a line',
      '  --key            verifier key; without it the key seen first is trusted',
      '  --state          file that remembers keys and checkpoints seen (default .binhxet/verify.json)',
      'Exit codes: 0 right, 1 findings, 2 bad arguments, 3 unreadable.',
    ].join('\n'),
  ],
  unreadable: ['Không đọc được: {what}', 'Unreadable: {what}'],
  keyGiven: ['Khóa (do người kiểm đưa vào): {key}', 'Key (given): {key}'],
  keyKnown: ['Khóa (đã thấy từ trước): {key}', 'Key (seen before): {key}'],
  keyFirst: [
    'Khóa (THẤY LẦN ĐẦU, tin theo chính nguồn này; hãy đối chiếu với khóa in trên giấy chứng nhận): {key}',
    'Key (SEEN FIRST TIME and trusted on the word of this very source; compare it with the one printed on certificates): {key}',
  ],
  log: ['Sổ {origin}: {size} bút toán đã ký', 'Log {origin}: {size} signed entries'],
  contents: [
    'Bản xuất: {leaves} lá, {payloads} nội dung mở, {erased} đã xóa theo quy định, {waiting} đang chờ ghi',
    'Export: {leaves} leaves, {payloads} payloads opened, {erased} erased as recorded, {waiting} waiting to be integrated',
  ],
  openings: ['{count} nội dung mở đã kiểm', '{count} openings checked'],
  more: ['… và {count} sai lệch nữa', '… and {count} more findings'],
  right: ['ĐÚNG: không có sai lệch.', 'RIGHT: no findings.'],
  wrong: ['SAI: {count} sai lệch.', 'WRONG: {count} findings.'],
} as const satisfies Record<string, readonly [string, string]>;

export function say(key: keyof typeof TEXTS, lang: Lang, facts: Readonly<Record<string, string | number>> = {}): string {
  return TEXTS[key][lang === 'vi' ? 0 : 1].replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole));
}
