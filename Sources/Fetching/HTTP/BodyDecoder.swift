import CCurl
import CZlib

/// Unpacks a body while it comes, counting what comes out.
///
/// A class, because zlib and brotli keep states that must be given back.
final class BodyDecoder {
  /// How a body is packed.
  enum Packing { case none, gzip, deflate, brotli }

  private(set) var body: [UInt8] = []
  private let limit: Int
  private var packing: Packing
  private var stream: UnsafeMutablePointer<z_stream>?
  private var brotli: UnsafeMutableRawPointer?
  private var isAtEnd = false
  /// The first bytes, until there are enough to see how they are packed.
  private var opening: [UInt8] = []
  private var isOpen = false

  init(_ packing: Packing, limit: Int) {
    self.packing = packing
    self.limit = limit
  }

  deinit {
    if let brotli { cbrotli_free(brotli) }
    guard let stream else { return }
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Takes the next bytes.
  /// - Throws: `HTTPError.tooLarge`, `.badEncoding`.
  func take(_ bytes: UnsafeBufferPointer<UInt8>) throws(HTTPError) {
    if isOpen { return try unpack(bytes) }
    opening += bytes
    if opening.count >= 3 { try open() }
  }

  /// Ends the body.
  /// - Throws: `HTTPError.truncated` when more should have come.
  func finish() throws(HTTPError) {
    if !isOpen, !opening.isEmpty { try open() }
    if stream != nil || brotli != nil, !isAtEnd { throw .truncated }
  }

  /// Looks at the first bytes: what is not packed as it says is taken as it is, and what is packed
  /// without saying so is unpacked.
  private func open() throws(HTTPError) {
    isOpen = true
    let isGzip = Unpacking.isPacked(opening)
    switch packing {
    case .none: if isGzip { packing = .gzip }
    case .gzip: if !isGzip { packing = .none }
    case .deflate, .brotli: break
    }
    if packing == .brotli {
      brotli = cbrotli_new()
      guard brotli != nil else { throw .badEncoding }
    } else if packing != .none {
      try start()
    }
    let first = opening
    opening = []
    var failure: HTTPError?
    first.withUnsafeBufferPointer { bytes in
      do throws(HTTPError) { try unpack(bytes) } catch { failure = error }
    }
    if let failure { throw failure }
  }

  private func start() throws(HTTPError) {
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // 15: a window of 32 kB; 16 more: gzip; below zero: deflate without a header, as some send it.
    let hasHeader =
      opening.count >= 2 && opening[0] & 15 == 8
      && (Int(opening[0]) << 8 | Int(opening[1])) % 31 == 0
    let window: Int32 = packing == .gzip ? 31 : hasHeader ? 15 : -15
    guard
      inflateInit2_(stream, window, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else {
      stream.deallocate()
      throw .badEncoding
    }
    self.stream = stream
  }

  private func unpack(_ bytes: UnsafeBufferPointer<UInt8>) throws(HTTPError) {
    if let brotli { return try unpack(bytes, brotli) }
    guard let stream else {
      guard body.count + bytes.count <= limit else { throw .tooLarge(limit: limit) }
      body += bytes
      return
    }
    // What follows the end is not part of the body.
    guard !isAtEnd, let start = bytes.baseAddress else { return }
    stream.pointee.next_in = UnsafeMutablePointer(mutating: start)
    stream.pointee.avail_in = UInt32(clamping: bytes.count)
    while !isAtEnd, stream.pointee.avail_in > 0 || stream.pointee.avail_out == 0 {
      var status = Z_OK
      body += [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
        stream.pointee.next_out = buffer.baseAddress
        stream.pointee.avail_out = UInt32(buffer.count)
        status = inflate(stream, Z_NO_FLUSH)
        count = buffer.count - Int(stream.pointee.avail_out)
      }
      guard body.count <= limit else { throw .tooLarge(limit: limit) }
      switch status {
      case Z_STREAM_END: isAtEnd = true
      case Z_OK: continue
      case Z_BUF_ERROR: return
      default: throw .badEncoding
      }
    }
  }

  private func unpack(
    _ bytes: UnsafeBufferPointer<UInt8>, _ brotli: UnsafeMutableRawPointer
  ) throws(HTTPError) {
    var next = bytes.baseAddress
    var waiting = bytes.count
    while !isAtEnd {
      var result: Int32 = 0
      body += [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
        result = cbrotli_unpack(
          brotli, &next, &waiting, buffer.baseAddress, buffer.count, &count)
      }
      guard body.count <= limit else { throw .tooLarge(limit: limit) }
      switch Int(result) {
      case cbrotli_end: isAtEnd = true
      case cbrotli_wants_room: continue
      case cbrotli_wants_bytes: return
      default: throw .badEncoding
      }
    }
  }
}
