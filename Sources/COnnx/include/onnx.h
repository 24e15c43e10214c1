#ifndef KINORA_ONNX_H
#define KINORA_ONNX_H

#include <stddef.h>
#include <stdint.h>

// The part of ONNX Runtime's C interface that running one model takes. The library is opened when
// somebody asks for it and is never linked, so its header isn't needed either: the interface is a
// table of functions whose order is the promise that its versions keep to each other (entries are
// only ever added at the end), and every entry used here has been in it since version 1.
//
// Functions that return a status return NULL where all went well; any other status is given to
// `kn_ort_release_status`.

// What the library hands out and takes back.
typedef struct OrtStatus OrtStatus;
typedef struct OrtEnv OrtEnv;
typedef struct OrtSession OrtSession;
typedef struct OrtSessionOptions OrtSessionOptions;
typedef struct OrtMemoryInfo OrtMemoryInfo;
typedef struct OrtValue OrtValue;
typedef struct OrtTypeInfo OrtTypeInfo;
typedef struct OrtTensorTypeAndShapeInfo OrtTensorTypeAndShapeInfo;

// The table of functions.
typedef struct kn_ort kn_ort;

// Opens the shared library at `path`, or of that name where it has no slash, with its reports to
// its makers switched off; NULL where that fails, and then `kn_ort_trouble` says why.
void *kn_ort_open(const char *path);
const char *kn_ort_trouble(void);
void kn_ort_close(void *library);

// The library's version, "1.17.0"; NULL where the library isn't ONNX Runtime.
const char *kn_ort_version(void *library);

// The library's table; NULL where it doesn't offer the interface.
const kn_ort *kn_ort_table(void *library);

// What a status says, until it is released.
const char *kn_ort_status_message(const kn_ort *ort, const OrtStatus *status);
void kn_ort_release_status(const kn_ort *ort, OrtStatus *status);

// The library made ready: it logs nothing but what ends it, and reports to nobody.
OrtStatus *kn_ort_create_env(const kn_ort *ort, OrtEnv **env);
void kn_ort_release_env(const kn_ort *ort, OrtEnv *env);

// A model read from the file at `path`, which a number of threads will run.
OrtStatus *kn_ort_create_session(const kn_ort *ort, const OrtEnv *env, const char *path,
                                 int threads, OrtSession **session);
void kn_ort_release_session(const kn_ort *ort, OrtSession *session);

// How many inputs (`is_output` 0) or outputs (1) a model has.
OrtStatus *kn_ort_count(const kn_ort *ort, const OrtSession *session, int is_output,
                        size_t *count);

// The name of an input or output, written into `name` and cut off after `size` − 1 bytes.
OrtStatus *kn_ort_name(const kn_ort *ort, const OrtSession *session, int is_output,
                       size_t index, char *name, size_t size);

// The library's ONNXTensorElementDataType of 32-bit floating point.
enum { KN_ORT_FLOAT = 1 };

// What is in an input or output: the type of its elements, 0 where it is no tensor, and the first
// `most` of its `rank` extents, negative where the caller chooses.
OrtStatus *kn_ort_type(const kn_ort *ort, const OrtSession *session, int is_output,
                       size_t index, int *element, int64_t *extents, size_t most, size_t *rank);

// Runs a model on one tensor of floats, for one output. The values stay the caller's and are
// only read.
OrtStatus *kn_ort_run(const kn_ort *ort, OrtSession *session, const char *input,
                      const float *values, size_t count, const int64_t *extents, size_t rank,
                      const char *output, OrtValue **result);
void kn_ort_release_value(const kn_ort *ort, OrtValue *value);

// The tensor that a run gave, as `kn_ort_type` describes it, and its elements.
OrtStatus *kn_ort_tensor(const kn_ort *ort, OrtValue *value, int *element, int64_t *extents,
                         size_t most, size_t *rank, const float **values);

#endif
