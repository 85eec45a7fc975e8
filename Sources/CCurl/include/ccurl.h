#pragma once
/* libcurl, loaded at the first fetch and not with the program: its thirty libraries would cost
   milliseconds at every start. curl's own functions take variable arguments, which Swift cannot
   pass; each kind of argument has one function here. */
#include <curl/curl.h>

#include "cbrotli.h"

static const long ccurl_http2 = CURL_HTTP_VERSION_2TLS;
static const long ccurl_protocols = CURLPROTO_HTTP | CURLPROTO_HTTPS;
static const long ccurl_authentication = (long)(CURLAUTH_BASIC | CURLAUTH_DIGEST);

/* Loads the library, once; 0 when it is there, else a number below 0. Safe from any thread. */
int ccurl_load(void);

CURL *ccurl_easy(void);
void ccurl_easy_free(CURL *easy);
CURLcode ccurl_set_long(CURL *easy, CURLoption option, long value);
CURLcode ccurl_set_text(CURL *easy, CURLoption option, const char *value);
CURLcode ccurl_set_pointer(CURL *easy, CURLoption option, const void *value);
long ccurl_get_long(CURL *easy, CURLINFO info);
void *ccurl_get_pointer(CURL *easy, CURLINFO info);
const char *ccurl_words(CURLcode code);

/* What curl calls with bytes of a header line or of the body; fewer than given ends the transfer. */
typedef size_t (*ccurl_taker)(char *bytes, size_t size, size_t count, void *context);
void ccurl_set_takers(CURL *easy, ccurl_taker header, ccurl_taker body, void *context);

/* What opens the sockets of a transfer; CURL_SOCKET_BAD refuses an address. */
void ccurl_set_opener(CURL *easy, curl_opensocket_callback opener, void *context);

struct curl_slist *ccurl_append(struct curl_slist *list, const char *line);
void ccurl_free(struct curl_slist *list);

CURLM *ccurl_multi(void);
void ccurl_multi_free(CURLM *multi);
int ccurl_multi_add(CURLM *multi, CURL *easy);
int ccurl_multi_remove(CURLM *multi, CURL *easy);
int ccurl_multi_set_long(CURLM *multi, CURLMoption option, long value);
/* Transfers that still run, or a number below 0. */
int ccurl_multi_perform(CURLM *multi);
/* Waits for the network, for ccurl_multi_wake, or so many milliseconds. */
int ccurl_multi_wait(CURLM *multi, int milliseconds);
/* Safe from any thread. */
void ccurl_multi_wake(CURLM *multi);
/* A transfer that has ended since the last call, with what came of it; NULL for none. */
CURL *ccurl_multi_ended(CURLM *multi, CURLcode *code);
