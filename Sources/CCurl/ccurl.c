#include "ccurl.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stddef.h>

static struct {
  CURLcode (*global_init)(long);
  CURL *(*easy_init)(void);
  void (*easy_cleanup)(CURL *);
  CURLcode (*easy_setopt)(CURL *, CURLoption, ...);
  CURLcode (*easy_getinfo)(CURL *, CURLINFO, ...);
  const char *(*easy_strerror)(CURLcode);
  struct curl_slist *(*slist_append)(struct curl_slist *, const char *);
  void (*slist_free_all)(struct curl_slist *);
  CURLM *(*multi_init)(void);
  CURLMcode (*multi_cleanup)(CURLM *);
  CURLMcode (*multi_add_handle)(CURLM *, CURL *);
  CURLMcode (*multi_remove_handle)(CURLM *, CURL *);
  CURLMcode (*multi_setopt)(CURLM *, CURLMoption, ...);
  CURLMcode (*multi_perform)(CURLM *, int *);
  CURLMcode (*multi_poll)(CURLM *, struct curl_waitfd *, unsigned, int, int *);
  CURLMcode (*multi_wakeup)(CURLM *);
  CURLMsg *(*multi_info_read)(CURLM *, int *);
} curl;

static const struct {
  const char *name;
  void *place;
} names[] = {
  {"curl_global_init", &curl.global_init},
  {"curl_easy_init", &curl.easy_init},
  {"curl_easy_cleanup", &curl.easy_cleanup},
  {"curl_easy_setopt", &curl.easy_setopt},
  {"curl_easy_getinfo", &curl.easy_getinfo},
  {"curl_easy_strerror", &curl.easy_strerror},
  {"curl_slist_append", &curl.slist_append},
  {"curl_slist_free_all", &curl.slist_free_all},
  {"curl_multi_init", &curl.multi_init},
  {"curl_multi_cleanup", &curl.multi_cleanup},
  {"curl_multi_add_handle", &curl.multi_add_handle},
  {"curl_multi_remove_handle", &curl.multi_remove_handle},
  {"curl_multi_setopt", &curl.multi_setopt},
  {"curl_multi_perform", &curl.multi_perform},
  {"curl_multi_poll", &curl.multi_poll},
  {"curl_multi_wakeup", &curl.multi_wakeup},
  {"curl_multi_info_read", &curl.multi_info_read},
};

static pthread_once_t once = PTHREAD_ONCE_INIT;
static int loaded = -1;

static void load(void) {
  static const char *const files[] = {"libcurl.so.4", "libcurl-gnutls.so.4", "libcurl-nss.so.4"};
  void *library = NULL;
  for (size_t i = 0; library == NULL && i < sizeof files / sizeof *files; i++)
    library = dlopen(files[i], RTLD_NOW | RTLD_LOCAL);
  if (library == NULL) return;
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    void *symbol = dlsym(library, names[i].name);
    if (symbol == NULL) return;
    *(void **)names[i].place = symbol;
  }
  if (curl.global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK) loaded = 0;
}

int ccurl_load(void) {
  pthread_once(&once, load);
  return loaded;
}

CURL *ccurl_easy(void) { return curl.easy_init(); }
void ccurl_easy_free(CURL *easy) { curl.easy_cleanup(easy); }
CURLcode ccurl_set_long(CURL *easy, CURLoption option, long value) {
  return curl.easy_setopt(easy, option, value);
}
CURLcode ccurl_set_text(CURL *easy, CURLoption option, const char *value) {
  return curl.easy_setopt(easy, option, value);
}
CURLcode ccurl_set_pointer(CURL *easy, CURLoption option, const void *value) {
  return curl.easy_setopt(easy, option, value);
}
long ccurl_get_long(CURL *easy, CURLINFO info) {
  long value = 0;
  return curl.easy_getinfo(easy, info, &value) == CURLE_OK ? value : 0;
}
void *ccurl_get_pointer(CURL *easy, CURLINFO info) {
  void *value = NULL;
  return curl.easy_getinfo(easy, info, &value) == CURLE_OK ? value : NULL;
}
const char *ccurl_words(CURLcode code) { return curl.easy_strerror(code); }

void ccurl_set_takers(CURL *easy, ccurl_taker header, ccurl_taker body, void *context) {
  curl.easy_setopt(easy, CURLOPT_HEADERFUNCTION, header);
  curl.easy_setopt(easy, CURLOPT_HEADERDATA, context);
  curl.easy_setopt(easy, CURLOPT_WRITEFUNCTION, body);
  curl.easy_setopt(easy, CURLOPT_WRITEDATA, context);
  curl.easy_setopt(easy, CURLOPT_PRIVATE, context);
}

void ccurl_set_opener(CURL *easy, curl_opensocket_callback opener, void *context) {
  curl.easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, opener);
  curl.easy_setopt(easy, CURLOPT_OPENSOCKETDATA, context);
}

struct curl_slist *ccurl_append(struct curl_slist *list, const char *line) {
  struct curl_slist *longer = curl.slist_append(list, line);
  return longer == NULL ? list : longer;
}
void ccurl_free(struct curl_slist *list) { curl.slist_free_all(list); }

CURLM *ccurl_multi(void) { return curl.multi_init(); }
void ccurl_multi_free(CURLM *multi) { curl.multi_cleanup(multi); }
int ccurl_multi_add(CURLM *multi, CURL *easy) { return curl.multi_add_handle(multi, easy); }
int ccurl_multi_remove(CURLM *multi, CURL *easy) { return curl.multi_remove_handle(multi, easy); }
int ccurl_multi_set_long(CURLM *multi, CURLMoption option, long value) {
  return curl.multi_setopt(multi, option, value);
}
int ccurl_multi_perform(CURLM *multi) {
  int running = 0;
  return curl.multi_perform(multi, &running) == CURLM_OK ? running : -1;
}
int ccurl_multi_wait(CURLM *multi, int milliseconds) {
  return curl.multi_poll(multi, NULL, 0, milliseconds, NULL);
}
void ccurl_multi_wake(CURLM *multi) { curl.multi_wakeup(multi); }
CURL *ccurl_multi_ended(CURLM *multi, CURLcode *code) {
  int left = 0;
  for (CURLMsg *message; (message = curl.multi_info_read(multi, &left)) != NULL;)
    if (message->msg == CURLMSG_DONE) {
      *code = message->data.result;
      return message->easy_handle;
    }
  return NULL;
}
