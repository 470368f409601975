package org.feedside.refreshing.watch;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.feedside.base.disk.Disk;
import org.feedside.base.disk.FailureReason;
import org.feedside.base.disk.FileChanges;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hints from the operating system's file events. Where there are no events, the regular scan finds the changes. */
public final class WatchHints implements Hints {
    private static final Logger LOG = LoggerFactory.getLogger(WatchHints.class);

    private final WatchService service;
    private final Disk disk;
    private final Map<Path, Watched> watched = new HashMap<>();
    private FileChanges changes = FileChanges.NONE;
    private boolean limitReported;

    private WatchHints(WatchService service, Disk disk) {
        this.service = service;
        this.disk = disk;
    }

    /** A watched folder, identified by its inode or the like instead of its path. */
    private record Watched(WatchKey key, Optional<Object> identity) {
        boolean isStill(Optional<Object> current) {
            return key.isValid() && identity.equals(current);
        }
    }

    /** Returns hints for the default file system, or none at all if the system's limit on watches has been reached. */
    public static Hints open(Disk disk) {
        try {
            return new WatchHints(FileSystems.getDefault().newWatchService(), disk);
        } catch (IOException e) {
            LOG.warn(
                    "folders cannot be watched ({}), so changes are found at the next regular scan (look_every in feedside.toml): on Linux raise fs.inotify.max_user_instances",
                    FailureReason.of(e));
            return new NoHints();
        }
    }

    @Override
    public boolean watch(Set<Path> folders) {
        watched.entrySet().removeIf(entry -> {
            if (folders.contains(entry.getKey()) && entry.getValue().isStill(disk.identity(entry.getKey()))) {
                return false;
            }
            entry.getValue().key().cancel();
            return true;
        });
        var isNew = false;
        for (var folder : folders) {
            // Two paths to the same folder share a watch key; cancelling it for one path also cancels it for the other.
            if (!watched.containsKey(folder) || !watched.get(folder).key().isValid()) {
                isNew |= register(folder);
            }
        }
        return isNew;
    }

    private boolean register(Path folder) {
        try {
            var identity = disk.identity(folder);
            watched.put(
                    folder,
                    new Watched(
                            folder.register(
                                    service,
                                    StandardWatchEventKinds.ENTRY_CREATE,
                                    StandardWatchEventKinds.ENTRY_MODIFY,
                                    StandardWatchEventKinds.ENTRY_DELETE),
                            identity));
            return true;
        } catch (NoSuchFileException e) {
            // The folder was deleted. Events of its parent show when it returns.
            return false;
        } catch (IOException e) {
            if (!limitReported) {
                limitReported = true;
                LOG.warn(
                        "{} cannot be watched ({}), so changes there are found at the next regular scan (look_every in feedside.toml): on Linux raise fs.inotify.max_user_watches",
                        folder,
                        FailureReason.of(e));
            }
            return false;
        }
    }

    @Override
    public boolean await(Duration atMost) throws InterruptedException {
        try {
            var deadline = System.nanoTime() + atMost.toNanos();
            while (true) {
                var key = service.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (key == null) {
                    return false;
                }
                var events =
                        key.pollEvents().stream().filter(WatchHints::matters).toList();
                changes = changes.and(changes(key, events));
                if (!key.reset()) {
                    // The folder was deleted.
                    changes = FileChanges.ANYWHERE;
                    return true;
                }
                if (!events.isEmpty()) {
                    return true;
                }
            }
        } catch (ClosedWatchServiceException e) {
            return false;
        }
    }

    /** Returns the changed paths. If a folder is watched under several paths, all of them are changed. */
    private FileChanges changes(WatchKey key, List<WatchEvent<?>> events) {
        var folders = watched.entrySet().stream()
                .filter(entry -> entry.getValue().key().equals(key))
                .map(Map.Entry::getKey)
                .toList();
        var paths = new HashSet<Path>();
        for (var event : events) {
            if (folders.isEmpty() || !(event.context() instanceof Path name)) {
                return FileChanges.ANYWHERE;
            }
            folders.forEach(folder -> paths.add(folder.resolve(name)));
        }
        return new FileChanges(Optional.of(paths));
    }

    @Override
    public FileChanges changes() {
        var result = changes;
        changes = FileChanges.NONE;
        return result;
    }

    /** Ignores temporary files of editors. An event without a path (overflow) may hide any change. */
    private static boolean matters(WatchEvent<?> event) {
        if (!(event.context() instanceof Path name)) {
            return true;
        }
        var text = name.toString();
        // In a mounted ConfigMap the only link that changes is `..data`.
        var isHidden = text.startsWith(".") && !text.startsWith("..");
        return !isHidden && !text.endsWith("~") && !text.endsWith(".swp");
    }

    @Override
    public void close() {
        try {
            service.close();
        } catch (IOException e) {
            LOG.warn("the file watcher could not be closed: {}", FailureReason.of(e));
        }
    }
}
