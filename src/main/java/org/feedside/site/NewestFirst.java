package org.feedside.site;

import java.util.Comparator;

/** The order of posts: newest first, then by permalink (zola.md, rule 2). */
final class NewestFirst {
    static final Comparator<Post> ORDER = Comparator.comparing(
                    (Post post) -> post.date().dateTime().toEpochSecond())
            .thenComparing(post -> post.date().dateTime().getNano())
            .reversed()
            .thenComparing(Post::permalink, CodePointOrder.INSTANCE);

    private NewestFirst() {}
}
