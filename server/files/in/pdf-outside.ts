/**
 * What a PDF may ask for from outside it: nothing, but the tables of predefined Chinese encodings (UniGB-UCS2-H …) that
 * older e-invoices use with fonts not embedded. Those codes are Unicode already, so a table that changes nothing reads them.
 */
class NothingOutside {
  fetch({ filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    if (!/^(Uni(GB|CNS|JIS|KS)-(UCS2|UTF16)-[HV]|Adobe-(GB1|CNS1|Japan1|Korea1)-UCS2)$/.test(filename))
      return Promise.reject(new Error('nothing outside the file is read'))
    return Promise.resolve(Buffer.from(UNCHANGED))
  }
}

const UNCHANGED = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapName /Unchanged def /CMapType 1 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
1 begincidrange <0000> <FFFF> 0 endcidrange
endcmap end end`

/** How every PDF is opened that somebody sent: nothing of it runs, and nothing outside it is read. */
export const SENT_PDF = {
  ...{ verbosity: 0, enableXfa: false, useSystemFonts: false, disableFontFace: true },
  ...{ useWorkerFetch: false, useWasm: false, cMapUrl: 'unused:/', cMapPacked: false, maxImageSize: 0 },
  BinaryDataFactory: NothingOutside,
}
