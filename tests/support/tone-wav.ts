/** A sound file of so many whole seconds, 8 kHz, one channel, 16 bits: a tone that rises with every second. */
export function toneWav(seconds: number): Uint8Array {
  const samples = seconds * RATE
  const file = new DataView(new ArrayBuffer(44 + samples * 2))
  const letters = (at: number, word: string) => {
    for (const [i, letter] of [...word].entries()) file.setUint8(at + i, letter.charCodeAt(0))
  }
  letters(0, 'RIFF')
  file.setUint32(4, 36 + samples * 2, true)
  letters(8, 'WAVEfmt ')
  file.setUint32(16, 16, true)
  file.setUint16(20, 1, true)
  file.setUint16(22, 1, true)
  file.setUint32(24, RATE, true)
  file.setUint32(28, RATE * 2, true)
  file.setUint16(32, 2, true)
  file.setUint16(34, 16, true)
  letters(36, 'data')
  file.setUint32(40, samples * 2, true)
  for (let i = 0; i < samples; i++) {
    const tone = 220 + 20 * Math.floor(i / RATE)
    file.setInt16(44 + i * 2, Math.round(4000 * Math.sin((2 * Math.PI * tone * i) / RATE)), true)
  }
  return new Uint8Array(file.buffer)
}

const RATE = 8000
