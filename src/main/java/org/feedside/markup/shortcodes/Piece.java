package org.feedside.markup.shortcodes;

/**
 * The replacement of a call.
 *
 * @param html in text
 * @param url in an attribute that contains a URL; empty for none
 * @param source the call as the author wrote it
 * @param block whether it is a block, which needs no paragraph around it
 */
record Piece(String html, String url, String source, boolean block) {}
