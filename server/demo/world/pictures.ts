import sharp from 'sharp';

/** What stands in the middle of a picture. */
const shapes = {
  lock: '<rect x="520" y="430" width="560" height="420" rx="46" fill="#c9473e"/><path d="M620 430v-90a180 180 0 0 1 360 0v90" fill="none" stroke="#8d949e" stroke-width="62"/><circle cx="800" cy="610" r="52" fill="#3a1512"/><rect x="776" y="640" width="48" height="120" rx="20" fill="#3a1512"/>',
  unit: '<rect x="300" y="330" width="1000" height="580" rx="28" fill="#dfe3e8"/><circle cx="620" cy="620" r="215" fill="#39424e"/><circle cx="620" cy="620" r="52" fill="#aab2bd"/><g stroke="#707a87" stroke-width="34"><path d="M620 568V420M620 672v148M568 620H420M672 620h148"/></g><g fill="#9aa3ae"><rect x="930" y="420" width="290" height="42" rx="12"/><rect x="930" y="500" width="220" height="42" rx="12"/><rect x="930" y="580" width="260" height="42" rx="12"/></g>',
  bottle:
    '<rect x="690" y="260" width="220" height="110" rx="20" fill="#59636f"/><rect x="600" y="360" width="400" height="600" rx="110" fill="#6fa3c7"/><rect x="600" y="560" width="400" height="150" fill="#f2f4f6"/><rect x="660" y="600" width="280" height="70" rx="10" fill="#6fa3c7"/>',
  dock: '<rect x="180" y="300" width="560" height="640" fill="#b9c2cc"/><rect x="860" y="300" width="560" height="640" fill="#b9c2cc"/><g fill="#87919d"><rect x="230" y="360" width="460" height="580"/><rect x="910" y="360" width="460" height="580"/></g><g fill="#f0b429"><rect x="180" y="940" width="560" height="44"/><rect x="860" y="940" width="560" height="44"/></g><g fill="#eef1f4"><rect x="448" y="470" width="24" height="110"/><rect x="1104" y="470" width="24" height="110"/><rect x="1152" y="470" width="24" height="110"/></g>',
} as const;

export type Shape = keyof typeof shapes;

/** A drawn photograph: a thing against a workshop wall. It has no letters: fonts are not on every machine. */
export function photograph(shape: Shape, format: 'jpeg' | 'png'): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1200">
    <defs><radialGradient id="light" cx="45%" cy="35%" r="80%"><stop offset="0" stop-color="#8c97a3"/><stop offset="1" stop-color="#3b434d"/></radialGradient></defs>
    <rect width="1600" height="1200" fill="url(#light)"/><rect y="940" width="1600" height="260" fill="#2b3138"/>
    ${shapes[shape]}</svg>`;
  const drawn = sharp(Buffer.from(svg));
  return format === 'jpeg' ? drawn.jpeg({ quality: 82 }).toBuffer() : drawn.png({ palette: true }).toBuffer();
}
