#include "cbrotli.h"

#include <dlfcn.h>
#include <pthread.h>

static struct {
  void *(*create)(void *, void *, void *);
  void (*destroy)(void *);
  int (*decompress)(void *, size_t *, const uint8_t **, size_t *, uint8_t **, size_t *);
} brotli;

static pthread_once_t once = PTHREAD_ONCE_INIT;
static int loaded = 0;

static void load(void) {
  void *library = dlopen("libbrotlidec.so.1", RTLD_NOW | RTLD_LOCAL);
  if (library == NULL) return;
  *(void **)&brotli.create = dlsym(library, "BrotliDecoderCreateInstance");
  *(void **)&brotli.destroy = dlsym(library, "BrotliDecoderDestroyInstance");
  *(void **)&brotli.decompress = dlsym(library, "BrotliDecoderDecompressStream");
  loaded = brotli.create != NULL && brotli.destroy != NULL && brotli.decompress != NULL;
}

int cbrotli_is_there(void) {
  pthread_once(&once, load);
  return loaded;
}

void *cbrotli_new(void) { return cbrotli_is_there() ? brotli.create(NULL, NULL, NULL) : NULL; }
void cbrotli_free(void *state) { brotli.destroy(state); }

int cbrotli_unpack(
    void *state, const uint8_t **next, size_t *waiting, uint8_t *room, size_t size,
    size_t *written) {
  size_t rest = size;
  int result = brotli.decompress(state, waiting, next, &rest, &room, NULL);
  *written = size - rest;
  return result;
}
