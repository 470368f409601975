package org.feedside.markup.built;

import org.feedside.markup.RenderedPage;

/**
 * A post's content as its built page has it.
 *
 * @param html the content for feed readers
 * @param digest identifies the words of the page's part, whatever surrounds it
 * @param distance how many words only one of the page and the post's own rendering has
 * @param hasTitle whether the page has all words of the post's title
 * @param fitsBest whether no earlier text of the post fits the page better
 */
public record PageContent(RenderedPage html, String digest, int distance, boolean hasTitle, boolean fitsBest) {}
