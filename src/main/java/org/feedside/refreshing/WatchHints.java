package org.feedside.refreshing;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hints from the operating system's events. Where it gives none, the regular look at the whole folder must do. */
public final class WatchHints implements Hints {
    private static final Logger LOG = LoggerFactory.getLogger(WatchHints.class);

    private final WatchService service;
    private final Map<Path, WatchKey> watched = new HashMap<>();
    private boolean limitReported;

    private WatchHints(WatchService service) {
        this.service = service;
    }

    /** Watches files of the system's file system. */
    public static WatchHints open() throws IOException {
        return new WatchHints(FileSystems.getDefault().newWatchService());
    }

    @Override
    public boolean watch(Set<Path> folders) {
        watched.entrySet().removeIf(entry -> {
            if (folders.contains(entry.getKey()) && entry.getValue().isValid()) {
                return false;
            }
            entry.getValue().cancel();
            return true;
        });
        var isNew = false;
        for (var folder : folders) {
            if (!watched.containsKey(folder)) {
                isNew |= register(folder);
            }
        }
        return isNew;
    }

    private boolean register(Path folder) {
        try {
            watched.put(
                    folder,
                    folder.register(
                            service,
                            StandardWatchEventKinds.ENTRY_CREATE,
                            StandardWatchEventKinds.ENTRY_MODIFY,
                            StandardWatchEventKinds.ENTRY_DELETE));
            return true;
        } catch (IOException e) {
            if (!limitReported) {
                limitReported = true;
                LOG.warn(
                        "{} cannot be watched ({}): changes there show at the next regular look; on Linux raise fs.inotify.max_user_watches",
                        folder,
                        e.getMessage());
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
                var matters = key.pollEvents().stream().anyMatch(WatchHints::matters);
                key.reset();
                if (matters) {
                    return true;
                }
            }
        } catch (ClosedWatchServiceException e) {
            return false;
        }
    }

    /** Editors' own files come and go without a meaning; a lost event may have been any. */
    private static boolean matters(WatchEvent<?> event) {
        if (!(event.context() instanceof Path name)) {
            return true;
        }
        var text = name.toString();
        return !text.startsWith(".") && !text.endsWith("~") && !text.endsWith(".swp");
    }

    @Override
    public void close() {
        try {
            service.close();
        } catch (IOException e) {
            LOG.warn("the watch on files did not end: {}", e.getMessage());
        }
    }
}
