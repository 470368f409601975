package org.feedside.content;

import java.util.Optional;
import org.feedside.base.diagnostics.Place;

/**
 * A file that belongs to a page, such as an episode, as front matter says it.
 *
 * @param page the page's file, in whose folder a file without a path stands
 * @param length in bytes, if it is written
 * @param type its media type: the one that is written, else what the file's name tells
 * @param place where its URL is written
 */
public record PageEnclosure(SourcePath page, FileAddress url, Optional<Long> length, String type, Place place) {}
