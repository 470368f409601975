package org.feedside.following;

import java.time.Duration;

/**
 * A source and how it is followed.
 *
 * @param name what the operator calls it: a URL or a folder
 * @param interval the time between two requests for the manifest
 * @param checkInterval the time between two comparisons of the own files
 * @param concurrency the number of documents that are downloaded at once
 */
public record FollowedSource(Source source, String name, Duration interval, Duration checkInterval, int concurrency) {}
