import CZlib

/// Unpacks gzip, counting what comes out, so that no small file becomes an endless one.
enum Unpacking {
  /// Whether the bytes begin as gzip does (RFC 1952).
  static func isPacked(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B, 0x08]) }

  /// The content of a gzip file, or `nil` when it is damaged, cut off, or longer than `limit`.
  static func content(of packed: [UInt8], limit: Int) -> [UInt8]? {
    var stream = z_stream()
    // 31: window of 32 kB, gzip header expected.
    guard
      inflateInit2_(&stream, 31, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return nil }
    defer { inflateEnd(&stream) }
    var packed = packed
    return packed.withUnsafeMutableBufferPointer { input in
      stream.next_in = input.baseAddress
      stream.avail_in = UInt32(clamping: input.count)
      return inflateAll(&stream, limit: limit)
    }
  }

  private static func inflateAll(_ stream: inout z_stream, limit: Int) -> [UInt8]? {
    var content: [UInt8] = []
    while true {
      var status = Z_OK
      content += [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
        stream.next_out = buffer.baseAddress
        stream.avail_out = UInt32(buffer.count)
        status = inflate(&stream, Z_NO_FLUSH)
        count = buffer.count - Int(stream.avail_out)
      }
      guard content.count <= limit else { return nil }
      switch status {
      case Z_STREAM_END: return content
      case Z_OK where stream.avail_in > 0 || stream.avail_out == 0: continue
      default: return nil
      }
    }
  }
}
