import Glibc

/// Encodings that the system's `iconv` knows.
enum Conversion {
  /// Share of undecodable bytes above which the claimed encoding is taken for wrong.
  private static let badShare = 20

  /// `bytes` as UTF-8, undecodable ones as U+FFFD.
  ///
  /// `nil` when the system does not know the encoding, or when more than one byte in twenty cannot
  /// be read in it.
  static func utf8(_ bytes: [UInt8], from name: String) -> [UInt8]? {
    let converter = iconv_open("UTF-8", name)
    guard let converter, Int(bitPattern: converter) != -1 else { return nil }
    defer { iconv_close(converter) }
    var source = bytes
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 2)
    var piece = [CChar](repeating: 0, count: 32_768)
    var bad = 0
    source.withUnsafeMutableBytes { raw in
      var input = raw.baseAddress?.assumingMemoryBound(to: CChar.self)
      var left = raw.count
      while left > 0 {
        let before = left
        let result = piece.withUnsafeMutableBufferPointer { buffer in
          var output = buffer.baseAddress
          var room = buffer.count
          let result = iconv(converter, &input, &left, &output, &room)
          // Its type is `size_t`: an error is the greatest one, which comes here as -1.
          let code = result == -1 ? errno : 0
          text.append(contentsOf: UnsafeRawBufferPointer(buffer).prefix(buffer.count - room))
          return code
        }
        if left < before, result == 0 || result == E2BIG { continue }
        text.append(contentsOf: [0xEF, 0xBF, 0xBD])
        bad += 1
        left -= 1
        input = input.map { $0 + 1 }
      }
    }
    return bad * badShare > bytes.count ? nil : text
  }
}
