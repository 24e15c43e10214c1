// What Swift cannot import from FFmpeg's headers, and every difference between FFmpeg 5, 6 and 7.
// Nothing here decides anything.
#ifndef KINORA_CFFMPEG_SHIM_H
#define KINORA_CFFMPEG_SHIM_H

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#if defined(__linux__)
#include <malloc.h>
#include <sys/prctl.h>
#endif
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/avutil.h>
#include <libavutil/channel_layout.h>
#include <libavutil/cpu.h>
#include <libavutil/display.h>
#include <libavutil/imgutils.h>
#include <libavutil/log.h>
#include <libavutil/mem.h>
#include <libavutil/opt.h>
#include <libavutil/pixdesc.h>
#include <libswresample/swresample.h>
#include <libswscale/swscale.h>

#define SHIM_HAS_CHANNEL_LAYOUT (LIBAVUTIL_VERSION_INT >= AV_VERSION_INT(57, 24, 100))
#define SHIM_HAS_FRAME_DURATION (LIBAVUTIL_VERSION_INT >= AV_VERSION_INT(57, 30, 100))
#define SHIM_HAS_CODED_SIDE_DATA (LIBAVCODEC_VERSION_INT >= AV_VERSION_INT(60, 30, 101))

// Results and constants

static inline int shim_again(void) { return AVERROR(EAGAIN); }
static inline int shim_end_of_file(void) { return AVERROR_EOF; }
static inline int shim_invalid_data(void) { return AVERROR_INVALIDDATA; }
static inline int shim_invalid_argument(void) { return AVERROR(EINVAL); }
static inline int shim_no_memory(void) { return AVERROR(ENOMEM); }
static inline int shim_not_implemented(void) { return AVERROR_PATCHWELCOME; }
static inline int shim_decoder_not_found(void) { return AVERROR_DECODER_NOT_FOUND; }
static inline int shim_encoder_not_found(void) { return AVERROR_ENCODER_NOT_FOUND; }
static inline int shim_error_from_errno(int number) { return AVERROR(number); }
static inline int shim_errno_from_error(int error) { return AVUNERROR(error); }
static inline int64_t shim_no_timestamp(void) { return AV_NOPTS_VALUE; }

static inline int shim_processor_has_avx512(void) {
#if defined(__x86_64__)
  return (av_get_cpu_flags() & AV_CPU_FLAG_AVX512) != 0;
#else
  return 0;
#endif
}

// Has the C library give blocks of a picture's size back to the system when they are freed, and
// the system not round them up to huge pages.
static inline void shim_economize_memory(void) {
#if defined(__GLIBC__)
  mallopt(M_MMAP_THRESHOLD, 256 << 10);
#endif
#if defined(__linux__)
  prctl(PR_SET_THP_DISABLE, 1, 0, 0, 0);
#endif
}

// Reading

static inline int shim_refuse_open(
    AVFormatContext *context, AVIOContext **io, const char *url, int flags,
    AVDictionary **options) {
  (void)context; (void)url; (void)flags; (void)options;
  *io = NULL;
  return AVERROR(EPERM);
}

static inline int shim_frame_is_key(const AVFrame *frame) {
#ifdef AV_FRAME_FLAG_KEY
  return (frame->flags & AV_FRAME_FLAG_KEY) != 0;
#else
  return frame->key_frame;
#endif
}

// No demuxer opens anything beside the file that it was given.
static inline void shim_refuse_other_files(AVFormatContext *context) {
  context->io_open = shim_refuse_open;
}

static inline AVStream *shim_stream(const AVFormatContext *context, int index) {
  return context->streams[index];
}

static inline const int32_t *shim_display_matrix(const AVStream *stream) {
#if SHIM_HAS_CODED_SIDE_DATA
  const AVPacketSideData *found = av_packet_side_data_get(
      stream->codecpar->coded_side_data, stream->codecpar->nb_coded_side_data,
      AV_PKT_DATA_DISPLAYMATRIX);
  return found && found->size >= 36 ? (const int32_t *)found->data : NULL;
#else
  size_t size = 0;
  const uint8_t *data = av_stream_get_side_data(stream, AV_PKT_DATA_DISPLAYMATRIX, &size);
  return data && size >= 36 ? (const int32_t *)data : NULL;
#endif
}

static inline const int32_t *shim_frame_display_matrix(const AVFrame *frame) {
  const AVFrameSideData *found = av_frame_get_side_data(frame, AV_FRAME_DATA_DISPLAYMATRIX);
  return found && found->size >= 36 ? (const int32_t *)found->data : NULL;
}

static inline int shim_packet_is_encrypted(const AVPacket *packet) {
  size_t size = 0;
  return av_packet_get_side_data(packet, AV_PKT_DATA_ENCRYPTION_INFO, &size) != NULL;
}

static inline int64_t shim_frame_duration(const AVFrame *frame) {
#if SHIM_HAS_FRAME_DURATION
  return frame->duration;
#else
  return frame->pkt_duration;
#endif
}

static inline int shim_pixel_format_has_alpha(enum AVPixelFormat format) {
  const AVPixFmtDescriptor *description = av_pix_fmt_desc_get(format);
  return description && (description->flags & AV_PIX_FMT_FLAG_ALPHA) != 0;
}

static inline int shim_pixel_format_is_palette(enum AVPixelFormat format) {
  const AVPixFmtDescriptor *description = av_pix_fmt_desc_get(format);
  return description && (description->flags & AV_PIX_FMT_FLAG_PAL) != 0;
}

static inline int shim_pixel_format_is_rgb(enum AVPixelFormat format) {
  const AVPixFmtDescriptor *description = av_pix_fmt_desc_get(format);
  return description && (description->flags & AV_PIX_FMT_FLAG_RGB) != 0;
}

static inline int shim_pixel_format_halves_columns(enum AVPixelFormat format) {
  const AVPixFmtDescriptor *description = av_pix_fmt_desc_get(format);
  return description && description->log2_chroma_w == 1;
}

static inline int shim_pixel_format_halves_rows(enum AVPixelFormat format) {
  const AVPixFmtDescriptor *description = av_pix_fmt_desc_get(format);
  return description && description->log2_chroma_h == 1;
}

static inline int shim_pixel_format_depth(enum AVPixelFormat format) {
  const AVPixFmtDescriptor *description = av_pix_fmt_desc_get(format);
  return description ? description->comp[0].depth : 0;
}

static inline int shim_pixel_format_components(enum AVPixelFormat format) {
  const AVPixFmtDescriptor *description = av_pix_fmt_desc_get(format);
  return description ? description->nb_components : 0;
}

// Sound

static inline int shim_parameters_channels(const AVCodecParameters *parameters) {
#if SHIM_HAS_CHANNEL_LAYOUT
  return parameters->ch_layout.nb_channels;
#else
  return parameters->channels;
#endif
}

static inline int shim_frame_channels(const AVFrame *frame) {
#if SHIM_HAS_CHANNEL_LAYOUT
  return frame->ch_layout.nb_channels;
#else
  return frame->channels;
#endif
}

static inline void shim_context_set_stereo(AVCodecContext *context) {
#if SHIM_HAS_CHANNEL_LAYOUT
  av_channel_layout_default(&context->ch_layout, 2);
#else
  context->channel_layout = AV_CH_LAYOUT_STEREO;
  context->channels = 2;
#endif
}

static inline void shim_parameters_set_stereo(AVCodecParameters *parameters) {
#if SHIM_HAS_CHANNEL_LAYOUT
  av_channel_layout_default(&parameters->ch_layout, 2);
#else
  parameters->channel_layout = AV_CH_LAYOUT_STEREO;
  parameters->channels = 2;
#endif
}

static inline void shim_frame_set_stereo(AVFrame *frame) {
#if SHIM_HAS_CHANNEL_LAYOUT
  av_channel_layout_default(&frame->ch_layout, 2);
#else
  frame->channel_layout = AV_CH_LAYOUT_STEREO;
  frame->channels = 2;
#endif
}

// A resampler from what `frame` holds to interleaved stereo floats, or NULL. Mono goes to both
// sides unchanged; the rest follows swresample's downmix.
static inline SwrContext *shim_stereo_resampler(const AVFrame *frame, int rate) {
  SwrContext *context = NULL;
#if SHIM_HAS_CHANNEL_LAYOUT
  AVChannelLayout stereo, source;
  av_channel_layout_default(&stereo, 2);
  memset(&source, 0, sizeof(source));
  if (frame->ch_layout.order == AV_CHANNEL_ORDER_UNSPEC)
    av_channel_layout_default(&source, frame->ch_layout.nb_channels);
  else if (av_channel_layout_copy(&source, &frame->ch_layout) < 0)
    return NULL;
  int result = swr_alloc_set_opts2(
      &context, &stereo, AV_SAMPLE_FMT_FLT, rate, &source,
      (enum AVSampleFormat)frame->format, frame->sample_rate, 0, NULL);
  int channels = source.nb_channels;
  av_channel_layout_uninit(&source);
  if (result < 0) return NULL;
#else
  uint64_t layout = frame->channel_layout
      ? frame->channel_layout : (uint64_t)av_get_default_channel_layout(frame->channels);
  context = swr_alloc_set_opts(
      NULL, AV_CH_LAYOUT_STEREO, AV_SAMPLE_FMT_FLT, rate, (int64_t)layout,
      (enum AVSampleFormat)frame->format, frame->sample_rate, 0, NULL);
  int channels = frame->channels;
  if (!context) return NULL;
#endif
  const double both[2] = {1, 1};
  if ((channels == 1 && swr_set_matrix(context, both, 1) < 0) || swr_init(context) < 0)
    swr_free(&context);
  return context;
}

// Resamples `count` samples of `frame` from `first` on (none where `frame` is NULL, to drain).
static inline int shim_resample(
    SwrContext *context, float *out, int capacity, const AVFrame *frame, int first, int count) {
  uint8_t *target[1] = {(uint8_t *)out};
  if (!frame) return swr_convert(context, target, capacity, NULL, 0);
  const uint8_t *source[64] = {NULL};
  enum AVSampleFormat format = (enum AVSampleFormat)frame->format;
  int channels = shim_frame_channels(frame);
  int planar = av_sample_fmt_is_planar(format);
  if (channels > 64) return AVERROR(EINVAL);
  size_t width = (size_t)av_get_bytes_per_sample(format) * (planar ? 1 : (size_t)channels);
  for (int i = 0; i < (planar ? channels : 1); i++)
    source[i] = frame->extended_data[i] + (size_t)first * width;
  return swr_convert(context, target, capacity, (void *)source, count);
}

// Takes samples that wait inside, without draining.
static inline int shim_resample_waiting(SwrContext *context, float *out, int capacity) {
  uint8_t *target[1] = {(uint8_t *)out};
  const uint8_t *source[64] = {NULL};
  return swr_convert(context, target, capacity, (void *)source, 0);
}

// Scales all of `source` into `target`.
static inline int shim_scale(struct SwsContext *context, const AVFrame *source, AVFrame *target) {
  return sws_scale(
      context, (const uint8_t *const *)source->data, source->linesize, 0, source->height,
      target->data, target->linesize);
}

#endif
