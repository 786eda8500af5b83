// Reading a QR code with the device's camera, where the browser itself knows how (BarcodeDetector); elsewhere nothing is offered.

interface Detector {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>;
}
interface DetectorMaker {
  new (options: { formats: string[] }): Detector;
  getSupportedFormats(): Promise<string[]>;
}

const maker = (): DetectorMaker | undefined => (globalThis as { BarcodeDetector?: DetectorMaker }).BarcodeDetector;
const looksEvery = 200; // ms

export async function canScan(): Promise<boolean> {
  const Barcode = maker();
  if (!Barcode || typeof navigator.mediaDevices?.getUserMedia !== 'function') return false;
  try {
    return (await Barcode.getSupportedFormats()).includes('qr_code');
  } catch {
    return false;
  }
}

/** Shows the camera in `video` and tells every code it sees; the returned function ends both. Throws without a camera. */
export async function scan(video: HTMLVideoElement, seen: (text: string) => void): Promise<() => void> {
  const Barcode = maker();
  if (!Barcode) throw new Error('no barcode detector');
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' }, audio: false });
  video.srcObject = stream;
  await video.play();
  const detector = new Barcode({ formats: ['qr_code'] });
  const timer = setInterval(() => {
    detector.detect(video).then(
      (codes) => codes.forEach((code) => seen(code.rawValue)),
      () => undefined, // a frame that could not be read: the next one will be
    );
  }, looksEvery);
  return () => {
    clearInterval(timer);
    stream.getTracks().forEach((track) => track.stop());
    video.srcObject = null;
  };
}
