package org.feedside.cli;

import java.net.URI;
import java.util.Optional;
import org.feedside.following.FollowedSource;

/**
 * Where a service gets what it publishes, if not from its posts and its state alone.
 *
 * @param followed another publication, which it serves in place of posts
 * @param previous the base_url from which a service without a state continues
 */
record Origin(Optional<FollowedSource> followed, Optional<URI> previous) {
    static final Origin POSTS = new Origin(Optional.empty(), Optional.empty());
}
