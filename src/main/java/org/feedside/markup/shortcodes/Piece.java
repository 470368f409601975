package org.feedside.markup.shortcodes;

/**
 * What stands for a call.
 *
 * @param html for text
 * @param url for an attribute that holds an address, empty for none
 * @param source the call as the author wrote it
 * @param block whether it stands for a block, so needs no paragraph around it
 */
record Piece(String html, String url, String source, boolean block) {}
