package org.feedside.content;

import java.util.Optional;
import org.feedside.base.diagnostics.Place;

/**
 * A file that is attached to a page, such as an episode, as written in front matter.
 *
 * @param page the file of the page; relative addresses start at its folder
 * @param length the length in bytes, if front matter has it
 * @param type the media type from front matter, else from the file's extension
 * @param place the position of the URL in front matter
 */
public record PageEnclosure(SourcePath page, FileAddress url, Optional<Long> length, String type, Place place) {}
