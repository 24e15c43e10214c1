#include "onnx.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>

// What OrtGetApiBase returns: it can never change, since no version is asked for before it.
typedef struct {
  const kn_ort *(*get_api)(uint32_t version);
  const char *(*get_version)(void);
} OrtApiBase;

typedef void (*kn_function)(void);

// Where the functions used stand in the table of version 1, which has 102.
enum {
  GET_ERROR_MESSAGE = 2,
  CREATE_ENV = 3,
  DISABLE_TELEMETRY_EVENTS = 6,
  CREATE_SESSION = 7,
  RUN = 9,
  CREATE_SESSION_OPTIONS = 10,
  SET_INTRA_OP_NUM_THREADS = 24,
  SESSION_GET_INPUT_COUNT = 30,
  SESSION_GET_OUTPUT_COUNT = 31,
  SESSION_GET_INPUT_TYPE_INFO = 33,
  SESSION_GET_OUTPUT_TYPE_INFO = 34,
  SESSION_GET_INPUT_NAME = 36,
  SESSION_GET_OUTPUT_NAME = 37,
  CREATE_TENSOR_WITH_DATA = 49,
  IS_TENSOR = 50,
  GET_TENSOR_MUTABLE_DATA = 51,
  CAST_TYPE_INFO_TO_TENSOR_INFO = 55,
  GET_TENSOR_ELEMENT_TYPE = 60,
  GET_DIMENSIONS_COUNT = 61,
  GET_DIMENSIONS = 62,
  GET_TENSOR_TYPE_AND_SHAPE = 65,
  CREATE_CPU_MEMORY_INFO = 69,
  ALLOCATOR_FREE = 76,
  GET_ALLOCATOR_WITH_DEFAULT_OPTIONS = 78,
  RELEASE_ENV = 92,
  RELEASE_STATUS = 93,
  RELEASE_MEMORY_INFO = 94,
  RELEASE_SESSION = 95,
  RELEASE_VALUE = 96,
  RELEASE_TYPE_INFO = 98,
  RELEASE_TENSOR_TYPE_AND_SHAPE_INFO = 99,
  RELEASE_SESSION_OPTIONS = 100,
  ENTRIES = 102,
};

struct kn_ort {
  kn_function entry[ENTRIES];
};

enum { LOGGING_FATAL = 4, DEVICE_ALLOCATOR = 0, DEFAULT_MEMORY = 0 };

#define CALL(ort, index, result, ...) ((result(*)(__VA_ARGS__))(ort)->entry[index])
#define STATUS(ort, index, ...) CALL(ort, index, OrtStatus *, __VA_ARGS__)
#define RELEASE(ort, index, object) CALL(ort, index, void, void *)(object)

void *kn_ort_open(const char *path) {
  // Since 1.29 the library sends reports to its makers unless it is told not to before it starts;
  // switching them off afterwards is too late for the first. Releases differ in the name.
  setenv("ORT_DISABLE_TELEMETRY", "1", 1);
  setenv("ORT_TELEMETRY_DISABLED", "1", 1);
  return dlopen(path, RTLD_NOW | RTLD_LOCAL);
}

const char *kn_ort_trouble(void) {
  const char *trouble = dlerror();
  return trouble ? trouble : "no reason was given";
}

void kn_ort_close(void *library) { dlclose(library); }

static const OrtApiBase *base_of(void *library) {
  const OrtApiBase *(*get_base)(void) =
      (const OrtApiBase *(*)(void))dlsym(library, "OrtGetApiBase");
  return get_base ? get_base() : NULL;
}

const char *kn_ort_version(void *library) {
  const OrtApiBase *base = base_of(library);
  return base ? base->get_version() : NULL;
}

const kn_ort *kn_ort_table(void *library) {
  const OrtApiBase *base = base_of(library);
  return base ? base->get_api(1) : NULL;
}

const char *kn_ort_status_message(const kn_ort *ort, const OrtStatus *status) {
  return CALL(ort, GET_ERROR_MESSAGE, const char *, const OrtStatus *)(status);
}

void kn_ort_release_status(const kn_ort *ort, OrtStatus *status) {
  RELEASE(ort, RELEASE_STATUS, status);
}

OrtStatus *kn_ort_create_env(const kn_ort *ort, OrtEnv **env) {
  OrtStatus *status =
      STATUS(ort, CREATE_ENV, int, const char *, OrtEnv **)(LOGGING_FATAL, "kinora", env);
  if (status) return status;
  return STATUS(ort, DISABLE_TELEMETRY_EVENTS, const OrtEnv *)(*env);
}

void kn_ort_release_env(const kn_ort *ort, OrtEnv *env) { RELEASE(ort, RELEASE_ENV, env); }

OrtStatus *kn_ort_create_session(const kn_ort *ort, const OrtEnv *env, const char *path,
                                 int threads, OrtSession **session) {
  OrtSessionOptions *options = NULL;
  OrtStatus *status = STATUS(ort, CREATE_SESSION_OPTIONS, OrtSessionOptions **)(&options);
  if (!status)
    status = STATUS(ort, SET_INTRA_OP_NUM_THREADS, OrtSessionOptions *, int)(options, threads);
  if (!status)
    status = STATUS(ort, CREATE_SESSION, const OrtEnv *, const char *,
                    const OrtSessionOptions *, OrtSession **)(env, path, options, session);
  if (options) RELEASE(ort, RELEASE_SESSION_OPTIONS, options);
  return status;
}

void kn_ort_release_session(const kn_ort *ort, OrtSession *session) {
  RELEASE(ort, RELEASE_SESSION, session);
}

OrtStatus *kn_ort_count(const kn_ort *ort, const OrtSession *session, int is_output,
                        size_t *count) {
  int index = is_output ? SESSION_GET_OUTPUT_COUNT : SESSION_GET_INPUT_COUNT;
  return STATUS(ort, index, const OrtSession *, size_t *)(session, count);
}

OrtStatus *kn_ort_name(const kn_ort *ort, const OrtSession *session, int is_output,
                       size_t index, char *name, size_t size) {
  void *allocator = NULL;
  OrtStatus *status = STATUS(ort, GET_ALLOCATOR_WITH_DEFAULT_OPTIONS, void **)(&allocator);
  if (status) return status;
  int get_name = is_output ? SESSION_GET_OUTPUT_NAME : SESSION_GET_INPUT_NAME;
  char *found = NULL;
  status = STATUS(ort, get_name, const OrtSession *, size_t, void *, char **)(
      session, index, allocator, &found);
  if (status) return status;
  snprintf(name, size, "%s", found);
  return STATUS(ort, ALLOCATOR_FREE, void *, void *)(allocator, found);
}

// The type and the extents of a tensor.
static OrtStatus *describe(const kn_ort *ort, const OrtTensorTypeAndShapeInfo *info,
                           int *element, int64_t *extents, size_t most, size_t *rank) {
  OrtStatus *status = STATUS(ort, GET_TENSOR_ELEMENT_TYPE, const OrtTensorTypeAndShapeInfo *,
                             int *)(info, element);
  if (!status)
    status = STATUS(ort, GET_DIMENSIONS_COUNT, const OrtTensorTypeAndShapeInfo *, size_t *)(
        info, rank);
  if (status) return status;
  return STATUS(ort, GET_DIMENSIONS, const OrtTensorTypeAndShapeInfo *, int64_t *, size_t)(
      info, extents, *rank < most ? *rank : most);
}

OrtStatus *kn_ort_type(const kn_ort *ort, const OrtSession *session, int is_output,
                       size_t index, int *element, int64_t *extents, size_t most,
                       size_t *rank) {
  int get_type = is_output ? SESSION_GET_OUTPUT_TYPE_INFO : SESSION_GET_INPUT_TYPE_INFO;
  OrtTypeInfo *type = NULL;
  OrtStatus *status =
      STATUS(ort, get_type, const OrtSession *, size_t, OrtTypeInfo **)(session, index, &type);
  if (status) return status;
  const OrtTensorTypeAndShapeInfo *info = NULL;
  status = STATUS(ort, CAST_TYPE_INFO_TO_TENSOR_INFO, const OrtTypeInfo *,
                  const OrtTensorTypeAndShapeInfo **)(type, &info);
  *element = 0;
  *rank = 0;
  if (!status && info) status = describe(ort, info, element, extents, most, rank);
  RELEASE(ort, RELEASE_TYPE_INFO, type);
  return status;
}

OrtStatus *kn_ort_run(const kn_ort *ort, OrtSession *session, const char *input,
                      const float *values, size_t count, const int64_t *extents, size_t rank,
                      const char *output, OrtValue **result) {
  OrtMemoryInfo *memory = NULL;
  OrtStatus *status = STATUS(ort, CREATE_CPU_MEMORY_INFO, int, int, OrtMemoryInfo **)(
      DEVICE_ALLOCATOR, DEFAULT_MEMORY, &memory);
  if (status) return status;
  OrtValue *tensor = NULL;
  // The library takes what is written and what is read by the same kind of pointer.
  status = STATUS(ort, CREATE_TENSOR_WITH_DATA, const OrtMemoryInfo *, void *, size_t,
                  const int64_t *, size_t, int, OrtValue **)(
      memory, (void *)values, count * sizeof(float), extents, rank, KN_ORT_FLOAT, &tensor);
  if (!status)
    status = STATUS(ort, RUN, OrtSession *, const void *, const char *const *,
                    const OrtValue *const *, size_t, const char *const *, size_t,
                    OrtValue **)(session, NULL, &input, (const OrtValue *const *)&tensor, 1,
                                 &output, 1, result);
  if (tensor) RELEASE(ort, RELEASE_VALUE, tensor);
  RELEASE(ort, RELEASE_MEMORY_INFO, memory);
  return status;
}

void kn_ort_release_value(const kn_ort *ort, OrtValue *value) {
  RELEASE(ort, RELEASE_VALUE, value);
}

OrtStatus *kn_ort_tensor(const kn_ort *ort, OrtValue *value, int *element, int64_t *extents,
                         size_t most, size_t *rank, const float **values) {
  int is_tensor = 0;
  *element = 0;
  *rank = 0;
  *values = NULL;
  OrtStatus *status = STATUS(ort, IS_TENSOR, const OrtValue *, int *)(value, &is_tensor);
  if (status || !is_tensor) return status;
  OrtTensorTypeAndShapeInfo *info = NULL;
  status = STATUS(ort, GET_TENSOR_TYPE_AND_SHAPE, const OrtValue *,
                  OrtTensorTypeAndShapeInfo **)(value, &info);
  if (status) return status;
  status = describe(ort, info, element, extents, most, rank);
  RELEASE(ort, RELEASE_TENSOR_TYPE_AND_SHAPE_INFO, info);
  if (status || *element != KN_ORT_FLOAT) return status;
  return STATUS(ort, GET_TENSOR_MUTABLE_DATA, OrtValue *, void **)(value, (void **)values);
}
