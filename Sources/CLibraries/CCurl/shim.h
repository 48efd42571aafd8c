// libcurl's options are set by functions of variable arguments, which Swift can't call.
#pragma once
#include <curl/curl.h>

static inline CURLcode ccurl_set_number(CURL *handle, CURLoption option, long value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode ccurl_set_size(CURL *handle, CURLoption option, curl_off_t value) {
    return curl_easy_setopt(handle, option, value);
}

/// libcurl keeps a copy of `value`.
static inline CURLcode ccurl_set_text(CURL *handle, CURLoption option, const char *value) {
    return curl_easy_setopt(handle, option, value);
}

/// The list has to live as long as the transfer.
static inline CURLcode ccurl_set_headers(CURL *handle, struct curl_slist *list) {
    return curl_easy_setopt(handle, CURLOPT_HTTPHEADER, list);
}

typedef size_t (*ccurl_bytes)(char *bytes, size_t size, size_t count, void *context);
typedef curl_socket_t (*ccurl_socket)(
    void *context, curlsocktype purpose, struct curl_sockaddr *address);

/// What libcurl calls with `context` during a transfer: for each header line, for each piece of the
/// body, for bytes to send, and for a socket to an address that was found.
static inline CURLcode ccurl_set_callbacks(
    CURL *handle, void *context, ccurl_bytes header, ccurl_bytes body, ccurl_bytes upload,
    ccurl_socket socket) {
    CURLcode code = curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, header);
    if (!code) code = curl_easy_setopt(handle, CURLOPT_HEADERDATA, context);
    if (!code) code = curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, body);
    if (!code) code = curl_easy_setopt(handle, CURLOPT_WRITEDATA, context);
    if (!code) code = curl_easy_setopt(handle, CURLOPT_READFUNCTION, upload);
    if (!code) code = curl_easy_setopt(handle, CURLOPT_READDATA, context);
    if (!code) code = curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, socket);
    if (!code) code = curl_easy_setopt(handle, CURLOPT_OPENSOCKETDATA, context);
    return code;
}

/// The whole time until a connection was there, in seconds; 0 where none was made.
static inline double ccurl_connect_time(CURL *handle) {
    double seconds = 0;
    return curl_easy_getinfo(handle, CURLINFO_CONNECT_TIME, &seconds) == CURLE_OK ? seconds : 0;
}

/// How the one transfer of `multi` ended; -1 where it has not.
static inline int ccurl_result(CURLM *multi) {
    int left = 0;
    CURLMsg *message = curl_multi_info_read(multi, &left);
    return message && message->msg == CURLMSG_DONE ? (int)message->data.result : -1;
}

enum {
    CCURL_PAUSE_WRITING = CURL_WRITEFUNC_PAUSE,
    CCURL_ABORT_READING = CURL_READFUNC_ABORT,
    CCURL_CONTINUE = CURLPAUSE_CONT,
};
/// `CURL_GLOBAL_ALL`, a macro that Swift can't read.
static inline CURLcode ccurl_prepare(void) { return curl_global_init(CURL_GLOBAL_ALL); }
