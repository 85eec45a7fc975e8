import Fetching
import FoundationEssentials
import Logging
import Reader
import Screen
import Storage
import Synchronization

/// Fetches the pictures that the reader asks for and makes cells of them, one at a time.
///
/// libcurl is opened at the first fetch. A class, because it holds the running task; used on the
/// main thread only.
final class PictureRunner {
  private let places: Places
  private let mailbox: Mailbox
  private let client = HTTPClient()
  private let log = Logger(label: "pictures")
  private let kept = PictureCache()
  private var loading: Task<Void, Never>?
  /// Whether it was said that the decoder is missing.
  private var saidWhatIsMissing = false

  init(places: Places, mailbox: Mailbox) {
    self.places = places
    self.mailbox = mailbox
  }

  /// Loads a picture in the place of the one that is being loaded; `nil` only ends that.
  ///
  /// The store tells which feed the article came in.
  func load(_ wish: PictureWish?, _ request: Request, in store: ArticleStore) {
    loading?.cancel()
    guard let wish else { return }
    if let blocks = kept.blocks(for: wish) { return mailbox.post(.pictureLoaded(blocks, wish)) }
    // Without a decoder no server is asked.
    guard let decoder = PictureDecoder(path: Environment()["PATH"] ?? "") else {
      return sayWhatIsMissing()
    }
    let load = PictureLoad(
      wish: wish, request: request, decoder: decoder, client: client, places: places,
      store: store, kept: kept)
    let (previous, mailbox, log) = (loading, mailbox, log)
    loading = Task.onWorker(priority: .utility) {
      await previous?.value
      guard let message = await load.answer(log), !Task.isCancelled else { return }
      mailbox.post(message)
    }
  }

  /// Ends the running load.
  func finish() {
    guard let loading else { return }
    loading.cancel()
    Waiting.until { await loading.value }
  }

  private func sayWhatIsMissing() {
    guard !saidWhatIsMissing else { return }
    saidWhatIsMissing = true
    let complaint = Complaint(
      "pictures", "the program chafa is missing", advice: "install it to see them")
    mailbox.post(.failed(complaint.line, nil))
  }
}

/// One picture on its way from its server to cells.
private struct PictureLoad: Sendable {
  let wish: PictureWish
  let request: Request
  let decoder: PictureDecoder
  let client: HTTPClient
  let places: Places
  let store: ArticleStore
  let kept: PictureCache

  /// What the reader is told; `nil` when the task was cancelled.
  func answer(_ log: Logger) async -> Message? {
    do {
      let blocks = try await decoder.blocks(
        of: try await bytes(), columns: wish.columns, rows: wish.rows)
      kept.keep(blocks, for: wish)
      return .pictureLoaded(blocks, wish)
    } catch {
      if Task.isCancelled { return nil }
      let words = (error as? PictureError)?.sentence ?? Sentence.of(error)
      log.warning("\(wish.address): \(words)")
      return .failed(words, request)
    }
  }

  private func bytes() async throws -> [UInt8] {
    try Task.checkCancellation()
    if let bytes = kept.bytes(of: wish.address) { return bytes }
    let settings = try ConfigFile.read(places).fetch.all
    let fetcher = PictureFetcher(
      client: client, userAgent: settings.userAgent ?? Fetchers.userAgent)
    let feed: String? =
      if let article = wish.article { try await store.feedAddress(of: article) } else { nil }
    let bytes = try await fetcher.fetch(wish.address, fromFeed: feed)
    kept.keep(bytes, of: wish.address)
    return bytes
  }
}

extension PictureError {
  /// The reason with what to do.
  var sentence: String {
    let advice =
      switch self {
      case .http(.privateAddress): "feeds of the same network may show it"
      case .http, .status: "try again later"
      case .refused, .cancelled: "its caption stays"
      }
    return Complaint("picture", words, advice: advice).line
  }
}

/// The pictures that were loaded last, as they came and as cells.
///
/// A class, because the tasks that load them share it.
private final class PictureCache: Sendable {
  private struct Kept {
    /// The oldest first.
    var files: [(address: String, bytes: [UInt8])] = []
    var pictures: [(wish: PictureWish, blocks: BlockPicture)] = []
  }

  private let kept = Mutex(Kept())

  /// Bytes of all files; one more is always kept.
  private static let byteLimit = 16 << 20
  /// Pictures as cells, of some ten kilobytes each.
  private static let pictureLimit = 64

  func bytes(of address: String) -> [UInt8]? {
    kept.withLock { kept in kept.files.last { $0.address == address }?.bytes }
  }

  func blocks(for wish: PictureWish) -> BlockPicture? {
    kept.withLock { kept in kept.pictures.last { $0.wish == wish }?.blocks }
  }

  func keep(_ bytes: [UInt8], of address: String) {
    kept.withLock { kept in
      var size = bytes.count
      let room = kept.files.reversed().prefix { file in
        size += file.bytes.count
        return size <= Self.byteLimit
      }
      kept.files = room.reversed() + [(address, bytes)]
    }
  }

  func keep(_ blocks: BlockPicture, for wish: PictureWish) {
    kept.withLock { $0.pictures = $0.pictures.suffix(Self.pictureLimit - 1) + [(wish, blocks)] }
  }
}
