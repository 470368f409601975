package org.feedside.refreshing;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.feedside.feeds.Lookup;
import org.feedside.publishing.Document;
import org.feedside.publishing.Manifest;
import org.feedside.publishing.OnDemand;
import org.feedside.publishing.state.PublishedState;

/** Answers 503, where the posts are not known, for what may be a combination, an archive, a page, or a lost file, and for the manifest. */
public final class PossibleDocuments implements OnDemand {
    private final Set<String> names;
    private final Optional<String> pages;

    /** @param pages the folder of the pages about feeds */
    public PossibleDocuments(PublishedState state, Optional<String> pages) {
        this.names = state.documents().keySet().stream()
                .map(PossibleDocuments::fileName)
                .collect(Collectors.toUnmodifiableSet());
        this.pages = pages;
    }

    @Override
    public Lookup<Document> find(String path) {
        return path.equals(Manifest.PATH)
                        || names.contains(fileName(path))
                        || pages.filter(folder -> (path + "/").startsWith(folder + "/"))
                                .isPresent()
                ? new Lookup.Unavailable<>()
                : new Lookup.NotFound<>();
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
