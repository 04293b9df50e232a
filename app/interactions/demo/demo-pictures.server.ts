import sharp from 'sharp'

/** Drawings that stand in for photos: nobody's street, nobody's face. */
export type DemoPicture = 'dark-lamp' | 'pothole' | 'rubbish'

const sky = (top: string, bottom: string) =>
  `<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${top}"/><stop offset="1" stop-color="${bottom}"/></linearGradient>
  <filter id="grain"><feTurbulence type="fractalNoise" baseFrequency="0.9" numOctaves="2" seed="7"/><feColorMatrix values="0 0 0 0 0.5 0 0 0 0 0.5 0 0 0 0 0.5 0 0 0 0.16 0"/><feComposite in2="SourceGraphic" operator="in"/></filter>
  <filter id="soft"><feGaussianBlur stdDeviation="18"/></filter></defs><rect width="1200" height="900" fill="url(#sky)"/>`
const house = (x: number, y: number, width: number, height: number, wall: string, pane: string) => {
  const windows = Array.from({ length: Math.floor(width / 90) * Math.floor(height / 130) }, (_, at) => {
    const columns = Math.floor(width / 90)
    const [column, row] = [at % columns, Math.floor(at / columns)]
    return `<rect x="${x + 28 + column * 90}" y="${y + 40 + row * 130}" width="40" height="70" fill="${pane}" stroke="#00000055" stroke-width="4"/>`
  })
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${wall}"/>${windows.join('')}<rect x="${x - 8}" y="${y - 14}" width="${width + 16}" height="18" fill="#00000044"/>`
}
const grain = '<rect width="1200" height="900" fill="#fff" filter="url(#grain)"/>'

const drawings: Record<DemoPicture, string> = {
  'dark-lamp': `${sky('#0b1420', '#26384a')}
    ${house(0, 250, 380, 450, '#1b2028', '#0e141b')}${house(380, 330, 300, 370, '#20252b', '#3a3524')}${house(840, 200, 360, 500, '#191e26', '#0e141b')}
    <path d="M0 700H1200V900H0z" fill="#14181c"/><path d="M0 700H1200V722H0z" fill="#2a2f34"/>
    <ellipse cx="170" cy="690" rx="210" ry="60" fill="#e9c46a" opacity=".28" filter="url(#soft)"/>
    <path d="M170 690V330" stroke="#0a0d10" stroke-width="10"/><path d="M140 330h60l-12-46h-36z" fill="#ffe3a0"/><circle cx="170" cy="310" r="70" fill="#ffdf94" opacity=".45" filter="url(#soft)"/>
    <path d="M700 860V170q0-44 44-44h86" stroke="#07090b" stroke-width="22" fill="none"/><path d="M806 110h92l22 40H796z" fill="#0a0d10"/><path d="M812 150h92v10h-92z" fill="#333a40"/>
    <rect x="676" y="820" width="48" height="50" fill="#07090b"/>${grain}`,
  pothole: `${sky('#b9c4cb', '#dfe4e2')}
    ${house(0, 60, 420, 300, '#9c6b58', '#51626b')}${house(420, 20, 380, 340, '#b08d72', '#4d5a60')}${house(800, 80, 400, 280, '#8b5f52', '#56656b')}
    <path d="M0 360H1200V410H0z" fill="#b7b3a8"/><path d="M0 410H1200V900H0z" fill="#6b6e6f"/><path d="M0 404H1200V418H0z" fill="#8d8a82"/>
    <path d="M60 520l160-14 10 26-168 16zM420 500l180-12 8 26-182 14zM820 484l180-8 6 26-182 10z" fill="#d8d3c0"/>
    <path d="M360 640c60-60 190-84 300-64s220 60 210 126-170 110-310 104-262-100-200-166z" fill="#3c3d3c"/>
    <path d="M402 654c60-48 170-62 262-48s176 50 168 98-140 80-254 76-226-84-176-126z" fill="#24262a"/>
    <path d="M470 690c70-26 250-30 300 0s-60 60-150 58-190-42-150-58z" fill="#56707c"/><path d="M500 690c60-14 130-14 190-6" stroke="#9fb6bf" stroke-width="6" fill="none"/>
    <path d="M330 640l-90-40M880 700l120 30M560 806l-30 60M700 570l60-70" stroke="#3a3b3b" stroke-width="6"/>
    <path d="M340 760l30-14 22 20-30 16zM900 640l34-10 12 24-32 8z" fill="#4a4b4a"/>${grain}`,
  rubbish: `${sky('#8fa6b5', '#d5d6cb')}
    <rect y="120" width="1200" height="520" fill="#93705f"/>${Array.from({ length: 13 }, (_, row) => `<path d="M0 ${150 + row * 40}H1200" stroke="#7c5c4d" stroke-width="4"/>`).join('')}
    <path d="M0 640H1200V900H0z" fill="#a9a59b"/><path d="M0 640H1200V652H0z" fill="#837f75"/><path d="M300 652l-60 248M720 652l40 248M1050 652l110 248" stroke="#938f85" stroke-width="4"/>
    <path d="M150 430h230l-22 330H172z" fill="#2f5d50"/><rect x="136" y="406" width="258" height="36" rx="8" fill="#264c41"/>
    <path d="M170 410c10-60 70-80 90-40 30-60 100-40 104 36z" fill="#1c1e20"/><path d="M210 392l24-40 20 40z" fill="#e9e5d8"/>
    <path d="M440 760c-40-120 40-180 70-176l16-40 24 40c70 6 96 120 56 176z" fill="#202326"/><path d="M600 770c-26-110 46-150 74-150l12-30 22 30c60 10 78 96 44 150z" fill="#2b2f33"/>
    <path d="M780 560l300-60 60 240-310 50z" fill="#c9bfae"/><path d="M780 560l300-60 12 44-302 62zM830 620l260-50M842 680l262-46M850 738l262-40" stroke="#a89d8a" stroke-width="6" fill="none"/>
    <path d="M520 800l90-8 6 40-88 8z" fill="#b98c5a"/><path d="M320 800c20-14 60-10 66 8s-40 24-66 12z" fill="#d9d5c9"/>${grain}`,
}

/** A drawing as the file of a phone would be: JPEG, 1200 by 900. */
export async function demoPicture(name: DemoPicture): Promise<Uint8Array> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 900" width="1200" height="900">${drawings[name]}</svg>`
  return new Uint8Array(await sharp(Buffer.from(svg)).jpeg({ quality: 86 }).toBuffer())
}
