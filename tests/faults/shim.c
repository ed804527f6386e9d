/* Stands between the program and the C library: counts, logs, fails, kills or stops at file calls.
 *
 * Preloaded into a Python process. Only files below one watched folder are looked at. Everything is
 * off until the process itself arms it through the functions at the end (see shim.py).
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

enum { CREATE = 1, WRITE, TRUNCATE, SYNC, SYNC_FOLDER, RENAME, UNLINK, MKDIR, MARK, READ, OPEN };
enum { NOTHING, KILL, FAIL, STOP };
#define FILES 4096

struct record { uint32_t kind, spare; uint64_t inode, offset, length; };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char folder[1024];
static size_t folder_length;
static char watched[FILES];      /* by descriptor: 0 no, 1 file, 2 folder */
static int log_fd = -1;
static int action = NOTHING, error_number, for_ever;
static unsigned counted_kinds;
static long calls, nth;
static char struck_first[1200];   /* which call it was: its number in the list above, and its file */

static int below(const char *path) {
    return folder_length && path && !strncmp(path, folder, folder_length) &&
           (path[folder_length] == '/' || !path[folder_length]);
}

static int watches(int fd) { return folder_length && fd >= 0 && fd < FILES && watched[fd]; }

static void put(const void *bytes, size_t length) {
    const char *at = bytes;
    while (length) {
        ssize_t done = syscall(SYS_write, log_fd, at, length);
        if (done <= 0) _exit(97);
        at += done, length -= (size_t)done;
    }
}

static void note(uint32_t kind, uint64_t inode, uint64_t offset, const void *bytes, size_t length) {
    if (log_fd < 0) return;
    struct record head = {kind, 0, inode, offset, length};
    int kept = errno;
    pthread_mutex_lock(&lock);
    put(&head, sizeof head);
    put(bytes, length);
    pthread_mutex_unlock(&lock);
    errno = kept;
}

static uint64_t inode_of(int fd) {
    struct stat found;
    return fstat(fd, &found) ? 0 : found.st_ino;
}

/* Counts a call; true where it has to fail. A process to be killed does not come back. */
static int struck(uint32_t kind, int fd, const char *path) {
    if (action == NOTHING || !(counted_kinds >> kind & 1)) return 0;
    long now = __sync_add_and_fetch(&calls, 1);
    if (now < nth || (now > nth && !for_ever)) return 0;
    if (now == nth) {
        char link[64], name[1024] = "";
        snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
        if (!path && readlink(link, name, sizeof name - 1) > 0) path = name;
        snprintf(struck_first, sizeof struck_first, "%u %s", kind, path ? path : "");
    }
    if (action == KILL) {
        syscall(SYS_kill, getpid(), SIGKILL);
        for (;;) pause();
    }
    if (action == STOP) {  /* the whole process, here and now, until another one lets it go on */
        int kept = errno;
        syscall(SYS_tgkill, getpid(), syscall(SYS_gettid), SIGSTOP);
        errno = kept;
        return 0;
    }
    errno = error_number;
    return 1;
}

/* As struck, but half of what was to be written reaches the file before the end; how much of it
 * is in *written, for whoever is let go on. */
static int struck_writing(int fd, const void *bytes, size_t length, off_t at, size_t *written) {
    if (action == NOTHING || !(counted_kinds >> WRITE & 1)) return 0;
    long next = calls + 1;
    if (length > 1 && (next == nth || (action == STOP && for_ever && next > nth))) {
        ssize_t half = at < 0 ? syscall(SYS_write, fd, bytes, length / 2)
                              : syscall(SYS_pwrite64, fd, bytes, length / 2, at);
        if (half > 0) *written = (size_t)half;
    }
    return struck(WRITE, fd, 0);
}

static int opened(int fd, const char *path, int created) {
    if (fd < 0 || fd >= FILES) return fd;
    struct stat found;
    int kept = errno;
    watched[fd] = fstat(fd, &found) ? 1 : S_ISDIR(found.st_mode) ? 2 : 1;
    if (created) note(CREATE, found.st_ino, 0, path, strlen(path));
    errno = kept;
    return fd;
}

static int open_at(const char *path, int flags, mode_t mode) {
    int mine = below(path), missing = 0;
    if (mine) {
        int kept = errno;
        missing = (flags & O_CREAT) && access(path, F_OK) != 0;
        errno = kept;
        if (struck(missing ? CREATE : OPEN, -1, path)) return -1;
    }
    int fd = (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
    if (fd >= 0 && fd < FILES) watched[fd] = 0;
    if (!mine) return fd;
    if (fd >= 0 && !missing && (flags & O_TRUNC)) note(TRUNCATE, inode_of(fd), 0, "", 0);
    return opened(fd, path, missing && fd >= 0);
}

#define OPENING(name, wide)                                     \
    int name(const char *path, int flags, ...) {                \
        va_list rest;                                           \
        va_start(rest, flags);                                  \
        mode_t mode = (flags & (O_CREAT | O_TMPFILE)) ? va_arg(rest, mode_t) : 0; \
        va_end(rest);                                           \
        return open_at(path, flags | (wide), mode);             \
    }
OPENING(open, 0)
OPENING(open64, O_LARGEFILE)

static int open_beside(int at, const char *path, int flags, mode_t mode) {
    if (at == AT_FDCWD || path[0] == '/') return open_at(path, flags, mode);
    int fd = (int)syscall(SYS_openat, at, path, flags, mode);
    if (fd >= 0 && fd < FILES) watched[fd] = 0;
    return fd;
}

#define OPENING_AT(name)                                        \
    int name(int at, const char *path, int flags, ...) {        \
        va_list rest;                                           \
        va_start(rest, flags);                                  \
        mode_t mode = (flags & (O_CREAT | O_TMPFILE)) ? va_arg(rest, mode_t) : 0; \
        va_end(rest);                                           \
        return open_beside(at, path, flags, mode);              \
    }
OPENING_AT(openat)
OPENING_AT(openat64)

int close(int fd) {
    if (fd >= 0 && fd < FILES) watched[fd] = 0;
    return (int)syscall(SYS_close, fd);
}

static ssize_t write_here(int fd, const void *bytes, size_t length, off_t at) {
    size_t written = 0;
    if (watches(fd) && struck_writing(fd, bytes, length, at, &written)) return -1;
    off_t where = at;
    if (watches(fd) && at < 0) {
        int flags = fcntl(fd, F_GETFL);
        where = (flags & O_APPEND) ? lseek(fd, 0, SEEK_END) : lseek(fd, 0, SEEK_CUR);
    }
    if (at < 0 && written) {
        ssize_t rest = syscall(SYS_write, fd, (const char *)bytes + written, length - written);
        return (ssize_t)written + (rest > 0 ? rest : 0);
    }
    ssize_t done = at < 0 ? syscall(SYS_write, fd, bytes, length)
                          : syscall(SYS_pwrite64, fd, bytes, length, at);
    if (watches(fd) && done > 0) note(WRITE, inode_of(fd), (uint64_t)where, bytes, (size_t)done);
    return done;
}

ssize_t write(int fd, const void *bytes, size_t length) { return write_here(fd, bytes, length, -1); }
ssize_t pwrite(int fd, const void *bytes, size_t length, off_t at) {
    return write_here(fd, bytes, length, at);
}
ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t at) {
    return write_here(fd, bytes, length, at);
}

ssize_t read(int fd, void *bytes, size_t length) {
    if (watches(fd) && struck(READ, fd, 0)) return -1;
    return syscall(SYS_read, fd, bytes, length);
}
static ssize_t read_at(int fd, void *bytes, size_t length, off_t at) {
    if (watches(fd) && struck(READ, fd, 0)) return -1;
    return syscall(SYS_pread64, fd, bytes, length, at);
}
ssize_t pread(int fd, void *bytes, size_t length, off_t at) {
    return read_at(fd, bytes, length, at);
}
ssize_t pread64(int fd, void *bytes, size_t length, off64_t at) {
    return read_at(fd, bytes, length, at);
}

static int truncate_here(int fd, off_t length) {
    if (watches(fd) && struck(TRUNCATE, fd, 0)) return -1;
    int done = (int)syscall(SYS_ftruncate, fd, length);
    if (watches(fd) && !done) note(TRUNCATE, inode_of(fd), (uint64_t)length, "", 0);
    return done;
}
int ftruncate(int fd, off_t length) { return truncate_here(fd, length); }
int ftruncate64(int fd, off64_t length) { return truncate_here(fd, length); }

static int sync_here(int fd, long call) {
    if (watches(fd) && struck(SYNC, fd, 0)) return -1;
    int done = (int)syscall(call, fd);
    if (watches(fd) && !done) note(watched[fd] == 2 ? SYNC_FOLDER : SYNC, inode_of(fd), 0, "", 0);
    return done;
}
int fsync(int fd) { return sync_here(fd, SYS_fsync); }
int fdatasync(int fd) { return sync_here(fd, SYS_fdatasync); }

static int rename_here(const char *from, const char *to) {
    int mine = below(from) || below(to);
    if (mine && struck(RENAME, -1, to)) return -1;
    int done = (int)syscall(SYS_rename, from, to);
    if (mine && !done) {
        char both[2048];
        int length = snprintf(both, sizeof both, "%s%c%s", from, 0, to);
        note(RENAME, 0, 0, both, (size_t)length);
    }
    return done;
}
int rename(const char *from, const char *to) { return rename_here(from, to); }
int renameat(int from_at, const char *from, int to_at, const char *to) {
    if (from[0] == '/' && to[0] == '/') return rename_here(from, to);
    return (int)syscall(SYS_renameat2, from_at, from, to_at, to, 0);
}

int unlink(const char *path) {
    if (below(path) && struck(UNLINK, -1, path)) return -1;
    int done = (int)syscall(SYS_unlinkat, AT_FDCWD, path, 0);
    if (below(path) && !done) note(UNLINK, 0, 0, path, strlen(path));
    return done;
}

int mkdir(const char *path, mode_t mode) {
    if (below(path) && struck(MKDIR, -1, path)) return -1;
    int done = (int)syscall(SYS_mkdirat, AT_FDCWD, path, mode);
    if (below(path) && !done) note(MKDIR, 0, 0, path, strlen(path));
    return done;
}

/* Copying inside the kernel would pass by unseen: whoever asks then copies by read and write. */
ssize_t sendfile(int out, int in, off_t *at, size_t count) {
    if (watches(out)) return errno = EINVAL, -1;
    return syscall(SYS_sendfile, out, in, at, count);
}
ssize_t sendfile64(int out, int in, off64_t *at, size_t count) {
    if (watches(out)) return errno = EINVAL, -1;
    return syscall(SYS_sendfile, out, in, at, count);
}

/* --- what the process itself calls ----------------------------------------------------------- */

void shim_watch(const char *path) {
    memset(watched, 0, sizeof watched);
    snprintf(folder, sizeof folder, "%s", path);
    folder_length = strlen(folder);
}

void shim_log(const char *path) {
    if (log_fd >= 0) syscall(SYS_close, log_fd);
    log_fd = -1;
    if (!*path) return;
    log_fd = (int)syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
}

void shim_mark(const char *said) { note(MARK, 0, 0, said, strlen(said)); }

void shim_arm(unsigned kinds, long at, int what, int error, int always) {
    action = NOTHING;
    struck_first[0] = 0;
    calls = 0, nth = at, counted_kinds = kinds, error_number = error, for_ever = always;
    action = what;
}

long shim_calls(void) { return calls; }

const char *shim_struck(void) { return struck_first; }
