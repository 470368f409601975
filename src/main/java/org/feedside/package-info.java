/**
 * Feedside, the feed sidecar of a static site. The packages in the order of the data flow; each uses only those above it.
 *
 * <ul>
 *   <li>{@code base}: text, diagnostics, files, TOML, slugs and retries
 *   <li>{@code config}: the settings of the site and of the service, with their defaults
 *   <li>{@code content}: files to pages
 *   <li>{@code built}: the pages that the site's generator has built
 *   <li>{@code markup}: Markdown to HTML
 *   <li>{@code site}: pages to posts with addresses, terms and sections
 *   <li>{@code feeds}: posts to feeds
 *   <li>{@code formats}: feeds to bytes: Atom, RSS, JSON Feed, OPML
 *   <li>{@code publishing}: bytes to documents with validators, the snapshot that is served, the feeds folder, the state
 *   <li>{@code pages}: HTML about the feeds, for people
 *   <li>{@code pipeline}: all of the above in one step, from a library of pages to a generation of documents
 *   <li>{@code refreshing}: the loop that watches the posts and publishes each generation
 *   <li>{@code http}: requests to responses, from the published snapshot
 *   <li>{@code following}: serves what another Feedside publishes
 *   <li>{@code websub}: pings to a WebSub hub
 *   <li>{@code operating}: status, polls and metrics of the running service
 *   <li>{@code tools}: what single commands need: check, doctor, import, setup
 *   <li>{@code cli}: the command line, one class for each command
 * </ul>
 */
@NullMarked
package org.feedside;

import org.jspecify.annotations.NullMarked;
