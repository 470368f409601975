package org.feedside.refreshing.watch;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.feedside.base.disk.Disk;
import org.feedside.config.SiteFolder;

/** The folders to watch for changes of a site. */
public record WatchedFolders(Disk disk, SiteFolder site) {
    /** Returns the folders of the posts, those of the configuration, and those of the links in them. */
    public Set<Path> with(Collection<Path> folders) {
        var all = new TreeSet<>(folders);
        all.add(site.folder());
        site.configFile().map(Path::toAbsolutePath).map(Path::getParent).ifPresent(all::add);
        all.addAll(disk.foldersOfLinks(all));
        return all;
    }
}
