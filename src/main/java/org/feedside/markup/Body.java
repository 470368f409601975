package org.feedside.markup;

/**
 * The Markdown of one page.
 *
 * @param file the page's file, as diagnostics name it
 * @param firstLine the line of the file at which {@code markdown} starts, from 1
 * @param permalink the page's absolute URL, with a trailing slash
 */
public record Body(String file, int firstLine, String markdown, String permalink) {}
