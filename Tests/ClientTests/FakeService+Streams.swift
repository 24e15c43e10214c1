import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization
import Timeline
import Wire

extension FakeService {
  struct Dropped: Error {}

  func addStreamRoutes(to router: Router<BasicRequestContext>) {
    router.post("/run_sse") { request, _ in
      let body = try await request.body.collect(upTo: 1 << 20)
      let run = try RunRequest(json: JSONValue.parse(body: String(buffer: body)))
      let last = request.headers[HTTPField.Name("Last-Event-ID")!].flatMap(Int.init)
      if run.invocationID == nil {
        try self.refuse("/run_sse")
        let key = request.headers[HTTPField.Name("Idempotency-Key")!] ?? ""
        self.change { state in
          if !state.isKinora || state.keys.insert(key).inserted {
            state.messages.append(run.message?.text ?? "")
          }
        }
      } else {
        try self.refuse("resume")
        self.change { $0.resumes.append("\(run.invocationID ?? "") after \(last ?? 0)") }
      }
      return Response(
        status: .ok, headers: [.contentType: "text/event-stream"],
        body: .init { writer in try await self.play(from: last ?? 0, to: &writer) })
    }
  }

  private func play(from first: Int, to writer: inout any ResponseBodyWriter) async throws {
    let (events, beats, isKinora, hangs) = state.withLock { state in
      defer { (state.streamOnce, state.hangsOnce) = (nil, false) }
      return (
        state.streamOnce ?? state.stream, state.heartbeats, state.isKinora,
        state.hangs || state.hangsOnce
      )
    }
    for _ in 0..<beats {
      try await writer.write(ByteBuffer(string: EventStreamEncoder.heartbeat))
    }
    for index in first...max(events.count, first) {
      let drops = state.withLock { $0.drops.remove(index) != nil }
      if drops {
        change { $0.proxyAnswers = ["/run_sse": $0.proxiesAfterDrop] }
        throw Dropped()
      }
      guard index < events.count else { break }
      let line = events[index].json.text()
      let text =
        isKinora ? EventStreamEncoder.event(id: String(index + 1), data: line) : "data: \(line)\n\n"
      try await writer.write(ByteBuffer(string: text))
    }
    if hangs { try await Task.sleep(for: .seconds(3600)) }
    change { state in
      if let draft = state.draftAfterTurn { state.draft = draft }
    }
    try await writer.finish(nil)
  }

  func addExportRoutes(to router: Router<BasicRequestContext>) {
    router.post("/api/render/proxy/lambda") { request, _ in
      try self.refuse("/api/render")
      let body = try await request.body.collect(upTo: 1 << 20)
      let order = try RenderRequest(json: JSONValue.parse(body: String(buffer: body)))
      self.change {
        $0.orders.append(order.id)
        if let draft = order.draft { $0.orderedDrafts.append(draft) }
      }
      return self.reply(self.job(order.id, .pending, 0))
    }
    router.get("/api/render/proxy/lambda/:id") { _, context in
      try self.refuse("poll")
      let id = try context.parameters.require("id")
      let (count, polls, fails) = self.state.withLock { state in
        state.pollCounts[id, default: 0] += 1
        let place = state.orders.firstIndex(of: id) ?? 0
        return (state.pollCounts[id] ?? 0, state.polls, place < state.failingFilms)
      }
      guard count >= polls else { return self.reply(self.job(id, .processing, 50)) }
      return self.reply(self.job(id, fails ? .failed : .completed, 100))
    }
    router.post("/api/render/proxy/lambda/:id/cancel") { _, context in
      let id = try context.parameters.require("id")
      self.change { $0.cancelled.append(id) }
      return self.reply(self.job(id, .cancelled, 50))
    }
    router.get("/api/render/proxy/:id/download") { request, _ in
      try self.refuse("download")
      let film = self.ask(\.film)
      let range = request.headers[.range]
      let start = range.flatMap { Int($0.dropFirst(6).dropLast()) } ?? 0
      self.change { $0.ranges.append(range ?? "") }
      let cut = self.state.withLock { state in
        defer { state.downloadBreaks = nil }
        return state.downloadBreaks
      }
      return Response(
        status: start > 0 ? .partialContent : .ok, headers: [.contentType: "video/mp4"],
        body: .init(contentLength: film.count - start) { writer in
          guard let cut else {
            try await writer.write(ByteBuffer(bytes: film[start...]))
            return try await writer.finish(nil)
          }
          try await writer.write(ByteBuffer(bytes: film[start..<cut]))
          throw Dropped()
        })
    }
  }

  private func job(_ id: String, _ status: RenderJob.Status, _ progress: Double) -> JSONValue {
    let job = RenderJob(
      id: id, status: status, progress: progress, url: status == .completed ? "http://f" : nil,
      error: status == .failed ? "It broke." : nil, createdAt: "")
    guard ask(\.hasFlatJobs), case .object(var members) = job.json else { return job.json }
    members["data"] = nil
    return .object(members)
  }

  func addUploadRoutes(to router: Router<BasicRequestContext>) {
    router.post("/api/upload-video/nemo_agent/me/:session") { request, _ in
      try self.refuse("/api/upload-video")
      let body = try await request.body.collect(upTo: 64 << 20)
      let text = String(decoding: body.readableBytesView.prefix(300), as: UTF8.self)
      try await Task.sleep(for: self.ask(\.uploadDelay))
      let name = text.firstMatch(of: /filename="([^"]*)"/).map { String($0.1) } ?? ""
      let size = body.readableBytes
      self.change { $0.uploads.append((name, size)) }
      let file = UploadedFile(
        filename: name, fileType: "image", url: "http://h/1", duration: 0, width: 8, height: 6,
        fps: 0, hash: "")
      return self.reply(Envelope.success(UploadReply(files: [file]).json))
    }
    router.post("/files/") { request, _ in
      guard self.ask(\.isKinora) else { return Response(status: .notFound) }
      let length = request.headers[HTTPField.Name("Upload-Length")!].flatMap(Int.init) ?? 0
      self.change {
        $0.tusLength = length
        $0.tus["1"] = []
      }
      return Response(status: .created, headers: [.location: "/files/1"])
    }
    router.head("/files/1") { _, _ in
      let count = self.ask { $0.tus["1"]?.count ?? 0 }
      return Response(status: .ok, headers: [HTTPField.Name("Upload-Offset")!: String(count)])
    }
    router.on("/files/1", method: .patch) { request, _ in
      let (breaks, refusal) = self.state.withLock { state in
        state.tusPatches += 1
        let refusal = state.tusRefusals.isEmpty ? nil : state.tusRefusals.removeFirst()
        guard state.tusBreaksLeft > 0 else { return (nil as Int?, refusal) }
        state.tusBreaksLeft -= 1
        return (state.tusBreaks, refusal)
      }
      if let refusal { throw refusal }
      var count = 0
      for try await block in request.body {
        self.change { $0.tus["1"]?.append(contentsOf: block.readableBytesView) }
        count += block.readableBytes
        if let breaks, count >= breaks { throw Dropped() }
      }
      if self.ask(\.tusForgetsMedia) { return Response(status: .noContent) }
      self.change { $0.uploads.append(("big.bin", $0.tusLength)) }
      return Response(
        status: .noContent, headers: [HTTPField.Name("X-Media-Id")!: "m_big.bin"])
    }
  }
}
