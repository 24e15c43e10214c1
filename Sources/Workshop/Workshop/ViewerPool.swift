internal import Foundation

/// Processes that show frames, at most so many, each for one owner and with nothing but the
/// owner's files in its reach.
actor ViewerPool {
  /// A process and whose it is.
  private struct Seat {
    let owner: String
    var reach: ViewerReach
    let worker: StandingWorker
    var isBusy = false
    var film: String?
    var answers = 0
    var lastUse = SuspendingClock.now
  }

  /// Somebody who waits for a frame.
  private struct Ticket {
    let number: Int
    let order: FrameOrder
    let continuation: CheckedContinuation<[UInt8], any Error>
    var isSecondTry = false
  }

  private let executable: String
  private let settings: WorkshopSettings
  private var seats: [Int: Seat] = [:]
  private var waiting: [Ticket] = []
  private var lastNumber = 0
  private var isSweeping = false

  /// Frames that may wait; who asks for more has moved on from the oldest.
  private static let mostWaiting = 64

  init(executable: String, settings: WorkshopSettings) {
    self.executable = executable
    self.settings = settings
    // What a server that was killed has left.
    if let folder = settings.viewFolder { try? FileManager.default.removeItem(atPath: folder) }
  }

  /// Processes that there are.
  var count: Int { seats.count }

  /// The frame as a JPEG. Where the task is cancelled while it waits its turn it is never drawn.
  func frame(_ order: FrameOrder) async throws -> [UInt8] {
    lastNumber += 1
    let number = lastNumber
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        guard !Task.isCancelled else {
          return continuation.resume(throwing: WorkshopError.cancellation)
        }
        waiting.append(Ticket(number: number, order: order, continuation: continuation))
        if waiting.count > Self.mostWaiting {
          waiting.removeFirst().continuation.resume(throwing: Self.overtaken)
        }
        seatWhoWaits()
      }
    } onCancel: {
      Task { await self.drop(number) }
    }
  }

  private func drop(_ number: Int) {
    guard let index = waiting.firstIndex(where: { $0.number == number }) else { return }
    waiting.remove(at: index).continuation.resume(throwing: WorkshopError.cancellation)
  }

  private static let overtaken = WorkshopError(
    .unavailable, "Many newer frames were asked for meanwhile; ask for this one again.")

  /// Gives those who wait a process as far as there are any, the newest first.
  private func seatWhoWaits() {
    for ticket in waiting.reversed() {
      guard let number = seat(for: ticket.order) else { continue }
      waiting.removeAll { $0.number == ticket.number }
      serve(ticket, at: number)
    }
  }

  /// A process that can draw the frame now, started where there may be one more.
  private func seat(for order: FrameOrder) -> Int? {
    if let (number, own) = seats.first(where: { $0.value.owner == order.owner }) {
      guard !own.isBusy else { return nil }
      if !own.worker.isOver, seats[number]?.reach.admit(order.film.files.values) == true {
        return number
      }
      retire(number)
    }
    if seats.count >= max(settings.viewers, 1) {
      let idle = seats.filter { !$0.value.isBusy }.min { $0.value.lastUse < $1.value.lastUse }
      guard let idle else { return nil }
      retire(idle.key)
    }
    lastNumber += 1
    seats[lastNumber] = newSeat(for: order)
    return lastNumber
  }

  private func newSeat(for order: FrameOrder) -> Seat {
    let reach = ViewerReach(
      to: order.reach.union(order.film.files.values), beneath: settings.viewFolder)
    let process = WorkerProcess(
      executable: executable, environment: WorkerEnvironment.selected(),
      patience: .init(total: settings.frameTime), grace: settings.grace, subject: "The frame")
    let request = WorkerRequest(.view(files: reach.readable), settings)
    return Seat(
      owner: order.owner, reach: reach, worker: StandingWorker(process, request: request))
  }

  private func retire(_ number: Int) {
    guard let seat = seats.removeValue(forKey: number) else { return }
    seat.worker.end()
    seat.reach.remove()
  }

  private func serve(_ ticket: Ticket, at number: Int) {
    guard var seat = seats[number] else { return }
    let order = ticket.order
    let isKnown = seat.film == order.film.name
    seat.isBusy = true
    seat.film = order.film.name
    seats[number] = seat
    var film = order.film
    film.files = film.files.mapValues(seat.reach.place(of:))
    let question = FrameQuestion(
      film: isKnown ? nil : film, index: order.index, width: order.width, outlook: order.outlook)
    Task { [worker = seat.worker] in
      let result: Result<[UInt8], any Error>
      do {
        guard case .frame(let bytes) = try await worker.answer(to: question) else {
          throw Workshop.mixedUp
        }
        result = .success([UInt8](bytes))
      } catch {
        result = .failure(error)
      }
      self.finish(ticket, at: number, with: result)
    }
  }

  private func finish(
    _ ticket: Ticket, at number: Int, with result: Result<[UInt8], any Error>
  ) {
    var ticket = ticket
    var isOld = false
    if var seat = seats[number] {
      isOld = seat.answers > 0
      seat.isBusy = false
      seat.answers += 1
      seat.lastUse = .now
      seats[number] = seat
      if seat.worker.isOver || result.isBeyondReach { retire(number) }
      if case .failure = result, isOld, seats[number] == nil, !ticket.isSecondTry {
        // It may have died of what it had drawn before, or at its limit; a file may have been
        // removed and have come again.
        ticket.isSecondTry = true
        waiting.append(ticket)
        return seatWhoWaits()
      }
    }
    ticket.continuation.resume(with: result)
    seatWhoWaits()
    if !isSweeping, !seats.isEmpty {
      isSweeping = true
      Task { await sweep() }
    }
  }

  /// Ends processes that nobody has asked for anything for a while.
  private func sweep() async {
    while let oldest = seats.values.map(\.lastUse).min() {
      let soonest = SuspendingClock.now.advanced(by: .milliseconds(100))
      let time = max(oldest.advanced(by: settings.viewerIdle), soonest)
      try? await Task.sleep(until: time, clock: .suspending)
      let limit = SuspendingClock.now.advanced(by: .zero - settings.viewerIdle)
      for (number, seat) in seats where !seat.isBusy && seat.lastUse <= limit { retire(number) }
    }
    isSweeping = false
  }
}

extension Result<[UInt8], any Error> {
  /// Whether a file could not be opened.
  fileprivate var isBeyondReach: Bool {
    guard case .failure(let error as WorkshopError) = self else { return false }
    return error.code == .missingMedia
  }
}
