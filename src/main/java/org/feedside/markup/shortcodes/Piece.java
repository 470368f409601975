package org.feedside.markup.shortcodes;

/**
 * The replacement for a call.
 *
 * @param html the replacement in text
 * @param url the replacement in an attribute that contains a URL; empty if there is none
 * @param source the call as the author wrote it
 * @param block whether it is a block, which needs no paragraph around it
 */
record Piece(String html, String url, String source, boolean block) {}
