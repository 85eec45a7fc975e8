import Articles
import Fetching
import FoundationEssentials
import Logging
import Reader
import Storage

/// Does what the reader asks for about the pages of articles.
///
/// libcurl is opened at the first fetch. A class, because it holds the running tasks; used on the
/// main thread only.
final class PageRunner {
  private let places: Places
  private let mailbox: Mailbox
  private let client: HTTPClient
  private let log = Logger(label: "pages")
  private var fetching: Task<Void, Never>?

  init(places: Places, mailbox: Mailbox, client: HTTPClient = HTTPClient()) {
    self.places = places
    self.mailbox = mailbox
    self.client = client
  }

  /// Fetches the page of a link and stores its article.
  /// - changed: Called, from any thread, when the store has another article.
  func fetchPage(
    _ address: String, isBookmarked: Bool, in store: ArticleStore, _ request: Request,
    changed: @escaping @Sendable () -> Void
  ) {
    run(in: store, request) { fetcher in
      let id = try await fetcher.fetchPage(address)
      if isBookmarked { _ = try await store.perform(.setBookmark(true, [id]), now: Date()) }
      changed()
      return .pageFetched(id, isBookmarked: isBookmarked, request)
    }
  }

  /// Ends the running fetch.
  func finish() {
    guard let fetching else { return }
    fetching.cancel()
    Waiting.until { await fetching.value }
  }

  /// Fetches the page of an article; a newer wish takes the place of a running one.
  /// - changed: Called, from any thread, when the store has another text.
  func fetch(
    _ id: ArticleID, in store: ArticleStore, _ request: Request,
    changed: @escaping @Sendable () -> Void
  ) {
    run(in: store, request) { fetcher in
      let words = try await fetcher.fetch(id)
      changed()
      return .fullTextChanged(id, words: words, request)
    }
  }

  private func run(
    in store: ArticleStore, _ request: Request,
    _ work: @escaping @Sendable (FullTextFetcher) async throws -> Message
  ) {
    let (places, mailbox, client, log) = (places, mailbox, client, log)
    fetching?.cancel()
    fetching = Task.onWorker(priority: .userInitiated) {
      do {
        let settings = try Secrets.resolve(ConfigFile.read(places).fetch)
        let fetcher = FullTextFetcher(
          store: store, client: client, settings: settings, userAgent: Fetchers.userAgent)
        mailbox.post(try await work(fetcher))
      } catch FullTextError.cancelled {
        // The reader ends, or another article is wanted.
      } catch {
        let words = (error as? FullTextError)?.sentence ?? Sentence.of(error)
        log.warning("\(words)")
        mailbox.post(.failed(words, request))
      }
    }
  }
}

extension FullTextError {
  /// The reason with what to do.
  var sentence: String {
    if case .store(let error) = self { return Sentence.of(error) }
    let advice =
      switch self {
      case .switchedOff: "change full_text in config.toml"
      case _ where passes: "try again later, or open it with o"
      default: "o opens the page in the browser"
      }
    return Complaint("full text", words, advice: advice).line
  }
}
