/// Written as `{"set_speed":{"segment":"s1","speed":2}}`; tracks, segments, moves and styles
/// inside look as in a draft, and what is nil is left out.
extension Edit {
  enum CodingKeys: String, CodingKey {
    case insertTrack = "insert_track"
    case removeTrack = "remove_track"
    case moveTrack = "move_track"
    case renameTrack = "rename_track"
    case setTrackDetail = "set_track_detail"
    case insertSegment = "insert_segment"
    case removeSegment = "remove_segment"
    case moveSegment = "move_segment"
    case replaceSegment = "replace_segment"
    case setTiming = "set_timing"
    case setSource = "set_source"
    case setSpeed = "set_speed"
    case setVolume = "set_volume"
    case setMotion = "set_motion"
    case setTransition = "set_transition"
    case setFit = "set_fit"
    case setPlayback = "set_playback"
    case setText = "set_text"
    case setTextStyle = "set_text_style"
    case setFades = "set_fades"
    case setDuck = "set_duck"
    case setName = "set_name"
    case setDetail = "set_detail"
    case setSize = "set_size"
    case setFrameRate = "set_frame_rate"
    case setBackground = "set_background"
    case setTitle = "set_title"
    case setDraftDetail = "set_draft_detail"
    case group
  }

  enum SetTimingCodingKeys: String, CodingKey {
    case segment, start
    case inPoint = "in"
    case duration, at
  }

  enum SetFadesCodingKeys: String, CodingKey {
    case segment
    case fadeIn = "in"
    case fadeOut = "out"
  }

  enum SetFrameRateCodingKeys: String, CodingKey {
    case framesPerSecond = "fps"
  }
}
