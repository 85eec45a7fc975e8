/// Bytes that are no text, and what they are.
enum BinaryContents {
  /// First bytes of files that people drop into a folder of saved pages by mistake.
  private static let signatures: [([UInt8], String)] = [
    ([0x89, 0x50, 0x4E, 0x47], "PNG"), ([0xFF, 0xD8, 0xFF], "JPEG"), (Array("GIF8".utf8), "GIF"),
    (Array("%PDF".utf8), "PDF"), ([0x1F, 0x8B], "gzip"), ([0x50, 0x4B, 0x03, 0x04], "ZIP"),
    ([0x7F, 0x45, 0x4C, 0x46], "ELF"), (Array("SQLite format 3".utf8), "SQLite"),
    (Array("BZh".utf8), "bzip2"), ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "xz"),
    ([0x28, 0xB5, 0x2F, 0xFD], "zstd"), (Array("7z".utf8) + [0xBC, 0xAF], "7-Zip"),
    (Array("RIFF".utf8), "RIFF"), (Array("OggS".utf8), "Ogg"), (Array("ID3".utf8), "MP3"),
    (Array("bplist00".utf8), "property list"), ([0xCA, 0xFE, 0xBA, 0xBE], "Java"),
    ([0x00, 0x61, 0x73, 0x6D], "WebAssembly"),
  ]

  /// The usual name of the kind of file that begins like this.
  static func name(_ bytes: [UInt8]) -> String? {
    signatures.first { bytes.starts(with: $0.0) }?.1
  }

  /// Bytes at the beginning that are looked at.
  private static let window = 8_192

  /// Whether decoded text has more control characters than a damaged page can have: one in thirty.
  ///
  /// ESC, BEL and backspace do not count; captured terminal output has them.
  static func isNoise(_ text: [UInt8]) -> Bool {
    let opening = text.prefix(window)
    var controls = 0
    for byte in opening where byte < 0x20 || byte == 0x7F {
      switch byte {
      case 0x07...0x0D, 0x1B: break
      default: controls += 1
      }
    }
    return controls * 30 > opening.count
  }
}
